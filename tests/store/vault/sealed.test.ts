/** Sealed files: what goes in comes out, and nothing that was changed does. */
import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { all, contentBytes, sealedBytes, sealedText, sealing, unsealedText, unsealing } from "#main/vault/sealed.ts";
import { vaultOf } from "#main/vault/vault.ts";

const vault = vaultOf(Buffer.alloc(32, 7));
const PIECE = 256 * 1024;
const HEAD = 40;
const seal = (bytes: Uint8Array, name = "a") => all(sealing(vault, name, [bytes]));
const open = (bytes: Uint8Array, name = "a", key = vault) => all(unsealing(key, name, [bytes]));
/** Cuts bytes where the numbers say, as a disk may hand them out. */
function cutAt(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const ends = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b);
  return [...ends, bytes.length].map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}

describe("a sealed file", () => {
  it("comes out as it went in, however it arrives", async () => {
    const sizes = fc.oneof(
      fc.nat(300),
      fc.integer({ min: PIECE - 20, max: PIECE + 20 }),
      fc.integer({ min: 2 * PIECE - 2, max: 2 * PIECE + 2 }),
    );
    await fc.assert(
      fc.asyncProperty(sizes, fc.array(fc.nat()), fc.array(fc.nat()), async (size, there, back) => {
        const content = randomBytes(size);
        const sealed = await all(sealing(vault, "a", cutAt(content, there)));
        expect(sealed.length).toBe(sealedBytes(size));
        expect(contentBytes(sealed.length)).toBe(size);
        expect((await all(unsealing(vault, "a", cutAt(sealed, back)))).equals(content)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("shows nothing of what is in it, and never the same bytes twice", async () => {
    const content = Buffer.from("Jordan Rivers 21.50 an hour ".repeat(200));
    const [one, other] = [await seal(content), await seal(content)];
    expect(one.includes("Rivers")).toBe(false);
    expect(one.equals(other)).toBe(false);
  });

  it.each([
    ["the mark", 3],
    ["the salt", 20],
    ["the first byte of a piece", HEAD],
    ["a byte in the middle", HEAD + PIECE / 2],
    ["the seal of the first piece", HEAD + PIECE + 3],
    ["the second piece", HEAD + PIECE + 16 + 5],
    ["the last byte", -1],
  ])("is refused when %s was changed", async (_, place) => {
    const sealed = await seal(randomBytes(PIECE + 100));
    const at = place < 0 ? sealed.length + place : place;
    sealed[at] = (sealed[at] ?? 0) ^ 1;
    await expect(open(sealed)).rejects.toMatchObject({ code: "TAMPERED" });
  });

  it("is refused with any one bit turned over", async () => {
    const sealed = await seal(Buffer.from("21.50"));
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await expect(open(changed)).rejects.toMatchObject({ code: "TAMPERED" });
    }
  });

  it("is refused when cut off, at any length and between pieces, or when something follows", async () => {
    const sealed = await seal(randomBytes(2 * PIECE));
    for (const length of [0, 5, HEAD, HEAD + 15, HEAD + PIECE + 16, sealed.length - 1])
      await expect(open(sealed.subarray(0, length))).rejects.toMatchObject({ code: "TAMPERED" });
    await expect(open(Buffer.concat([sealed, Buffer.from([0])]))).rejects.toMatchObject({ code: "TAMPERED" });
  });

  it("is refused when its pieces changed places or one is there twice", async () => {
    const sealed = await seal(randomBytes(3 * PIECE));
    const head = sealed.subarray(0, HEAD);
    const piece = (n: number) => sealed.subarray(HEAD + n * (PIECE + 16), HEAD + (n + 1) * (PIECE + 16));
    for (const order of [[1, 0, 2], [0, 0, 2], [0, 2], [2], [0, 1, 2, 2]])
      await expect(open(Buffer.concat([head, ...order.map(piece)]))).rejects.toMatchObject({ code: "TAMPERED" });
  });

  it("opens under its own name and key only", async () => {
    const sealed = await seal(Buffer.from("x"), "a");
    await expect(open(sealed, "b")).rejects.toMatchObject({ code: "TAMPERED" });
    await expect(open(sealed, "a", vaultOf(Buffer.alloc(32, 8)))).rejects.toMatchObject({ code: "TAMPERED" });
  });

  it("may be a text, of any length", async () => {
    for (const text of ["", "Łukasz Nguyễn", "x".repeat(PIECE), "y".repeat(PIECE + 1)]) {
      const sealed = sealedText(vault, "m", text);
      expect(unsealedText(vault, "m", sealed)).toBe(text);
      expect(await open(Buffer.from(sealed, "base64"), "m")).toEqual(Buffer.from(text));
      expect(() => unsealedText(vault, "n", sealed)).toThrow(expect.objectContaining({ code: "TAMPERED" }));
    }
    expect(() => unsealedText(vault, "m", "c2hvcnQ=")).toThrow(expect.objectContaining({ code: "TAMPERED" }));
  });
});
