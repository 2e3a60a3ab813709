/** The two ways into a workspace, and what keeps everybody else out. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type KeyFile, newKeyFile, parseKeyFile, unlocked, withPassphrase } from "#main/vault/key-file.ts";
import { looksLikeRecoveryKey, recoveryBytes, recoveryText } from "#main/vault/recovery-key.ts";
import { vaultOf } from "#main/vault/vault.ts";
import { MIN_PASSPHRASE, passphraseStrength } from "#shared/passphrase.ts";

const PASSPHRASE = "four vans at dawn";

describe("a key file", () => {
  let made: Awaited<ReturnType<typeof newKeyFile>>;
  beforeAll(async () => {
    made = await newKeyFile(PASSPHRASE);
  });
  const changed = (change: (file: KeyFile) => unknown) => JSON.stringify(change(structuredClone(made.file)));

  it("opens with its passphrase and with its recovery key, to the same keys", async () => {
    const file = parseKeyFile(JSON.stringify(made.file));
    for (const secret of [{ passphrase: PASSPHRASE }, { recoveryKey: made.recoveryKey }]) {
      const vault = await unlocked(file, secret);
      expect(vault.dataKey).toEqual(made.vault.dataKey);
      expect(vault.databaseKey).toEqual(made.vault.databaseKey);
    }
  });

  it("opens with no other passphrase, and with no other recovery key", async () => {
    for (const passphrase of ["four vans at dusk", "Four vans at dawn", `${PASSPHRASE} `, ""])
      await expect(unlocked(made.file, { passphrase })).rejects.toMatchObject({ code: "WRONG_PASSPHRASE" });
    const other = recoveryText(new Uint8Array(20).fill(9));
    await expect(unlocked(made.file, { recoveryKey: other })).rejects.toMatchObject({ code: "WRONG_RECOVERY_KEY" });
  });

  it("takes a passphrase as it is typed on any system", async () => {
    const file = await withPassphrase(made.file, made.vault, "caf\u00e9 \u00e0 Memphis");
    await expect(unlocked(file, { passphrase: "cafe\u0301 a\u0300 Memphis" })).resolves.toMatchObject({
      id: made.vault.id,
    });
  });

  it("with a new passphrase keeps its data key and its recovery key, and forgets the old passphrase", async () => {
    const file = await withPassphrase(made.file, made.vault, "vans at noon 77");
    expect((await unlocked(file, { passphrase: "vans at noon 77" })).dataKey).toEqual(made.vault.dataKey);
    expect((await unlocked(file, { recoveryKey: made.recoveryKey })).dataKey).toEqual(made.vault.dataKey);
    await expect(unlocked(file, { passphrase: PASSPHRASE })).rejects.toMatchObject({ code: "WRONG_PASSPHRASE" });
  });

  it("holds neither key nor passphrase in a form that can be read", () => {
    const text = JSON.stringify(made.file);
    for (const secret of [PASSPHRASE, made.recoveryKey, made.recoveryKey.replaceAll("-", "")])
      expect(text).not.toContain(secret);
    for (const encoding of ["hex", "base64"] as const)
      expect(text).not.toContain(Buffer.from(made.vault.dataKey).toString(encoding));
  });

  it("that was changed says so, instead of calling the passphrase wrong", () => {
    for (const text of [
      "",
      "{}",
      JSON.stringify(made.file).slice(0, -20),
      changed((file) => ({ ...file, format: 2 })),
      changed((file) => ({ ...file, id: "0".repeat(32) })),
      changed((file) => ({ ...file, passphrase: { ...file.passphrase, salt: file.recovery.salt } })),
      changed((file) => ({ ...file, passphrase: { ...file.passphrase, N: 2 ** 18 } })),
      changed((file) => ({ ...file, recovery: file.passphrase })),
    ])
      expect(() => parseKeyFile(text)).toThrow(expect.objectContaining({ code: "KEY_FILE" }));
  });

  it("that asks for other work than a passphrase deserves is refused, before any work is done", () => {
    for (const N of [2, 2 ** 14, 2 ** 30])
      expect(() => parseKeyFile(changed((file) => ({ ...file, passphrase: { ...file.passphrase, N } })))).toThrow(
        /damaged/,
      );
  });

  it("is not made for a passphrase that is too short", async () => {
    await expect(newKeyFile("1234567")).rejects.toMatchObject({ code: "PASSPHRASE_TOO_SHORT" });
  });
});

describe("a recovery key", () => {
  const bytes = fc.uint8Array({ minLength: 20, maxLength: 20 });

  it("is eight groups of five, and is read again however it is typed", () => {
    fc.assert(
      fc.property(bytes, (key) => {
        const text = recoveryText(key);
        expect(text).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/);
        expect(looksLikeRecoveryKey(text)).toBe(true);
        for (const typed of [
          text,
          text.toLowerCase(),
          text.replaceAll("-", " "),
          text.replaceAll("-", ""),
          text.replaceAll("0", "O").replaceAll("1", "l"),
        ])
          expect(recoveryBytes(typed)).toEqual(key);
      }),
    );
  });

  it("tells the group in which a character is wrong", () => {
    const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    fc.assert(
      fc.property(bytes, fc.nat(39), fc.integer({ min: 1, max: 31 }), (key, place, step) => {
        const plain = [...recoveryText(key).replaceAll("-", "")];
        plain[place] = letters[(letters.indexOf(plain[place] ?? "") + step) % 32] ?? "";
        expect(() => recoveryBytes(plain.join(""))).toThrow(`Group ${Math.floor(place / 5) + 1} of the recovery key`);
      }),
    );
  });

  it("tells two characters or two groups that changed places", () => {
    fc.assert(
      fc.property(bytes, fc.nat(38), (key, place) => {
        const plain = [...recoveryText(key).replaceAll("-", "")];
        const [one = "", other = ""] = [plain[place], plain[place + 1]];
        fc.pre(one !== other && place % 5 !== 4);
        plain.splice(place, 2, other, one);
        expect(() => recoveryBytes(plain.join(""))).toThrow(/Group \d of the recovery key/);
      }),
    );
    const groups = recoveryText(new Uint8Array(20).fill(77)).split("-");
    expect(() => recoveryBytes([groups[1], groups[0], ...groups.slice(2)].join("-"))).toThrow(/Group 1 /);
  });

  it("says how many characters it lacks", () => {
    expect(() => recoveryBytes("ABCDE-FGHJK")).toThrow("this one has 10 characters");
  });
});

describe("the keys of a workspace", () => {
  it("all follow from its data key and from nothing else", () => {
    const [one, same, other] = [
      vaultOf(Buffer.alloc(32, 1)),
      vaultOf(Buffer.alloc(32, 1)),
      vaultOf(Buffer.alloc(32, 2)),
    ];
    expect(one.id).toBe(same.id);
    expect(one.fileKey).toEqual(same.fileKey);
    expect(one.nameOf("a")).toBe(same.nameOf("a"));
    expect(one.id).not.toBe(other.id);
    expect(one.nameOf("a")).not.toBe(other.nameOf("a"));
    expect(
      new Set([one.databaseKey, one.fileKey, one.dataKey].map((key) => Buffer.from(key).toString("hex"))).size,
    ).toBe(3);
    expect(() => vaultOf(Buffer.alloc(31))).toThrow(RangeError);
  });
});

describe("how good a passphrase is", () => {
  it.each([
    ["1234567", "too short"],
    ["12345678", "weak"],
    ["password1", "weak"],
    ["aaaaaaaaaaaaaaaaaaaa", "weak"],
    ["abcdefghijklmnop", "weak"],
    ["Backhaul2026", "weak"],
    ["vans1977", "weak"],
    ["purple vans 77", "fair"],
    ["truckyard", "weak"],
    ["truck yard dog", "fair"],
    ["four vans at dawn and a dog", "strong"],
  ])("%s is %s", (passphrase, strength) => {
    expect(passphraseStrength(passphrase)).toBe(strength);
  });

  it("never calls short ones anything else", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: MIN_PASSPHRASE - 1, unit: "grapheme-ascii" }), (text) => {
        expect(passphraseStrength(text)).toBe("too short");
      }),
    );
  });
});
