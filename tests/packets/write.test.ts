import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { packetModel } from "#main/packets/model.ts";
import { packetFileName, writePacket } from "#main/packets/write.ts";
import { FONTS, packetInput, sampleFindings } from "./support.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "packets-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const model = packetModel(packetInput(sampleFindings()));

test("the file is whole, named neutrally and answers to its hash", async () => {
  const file = join(folder, packetFileName(model.packetNumber));
  const written = await writePacket(model, file, { fonts: FONTS });
  const bytes = await readFile(file);
  expect(written).toEqual({
    file,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    pages: written.pages,
    bytes: bytes.length,
  });
  expect(await readdir(folder)).toEqual(["Backhaul packet 2026-0007.pdf"]);
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
});

test("a packet that cannot be made leaves the old file and no debris", async () => {
  const file = join(folder, "packet.pdf");
  await writeFile(file, "old");
  const signal = AbortSignal.abort(new Error("cancelled"));
  await expect(writePacket(model, file, { fonts: FONTS, signal })).rejects.toThrow("cancelled");
  await expect(writePacket(model, join(folder, "no", "such.pdf"), { fonts: FONTS })).rejects.toThrow("ENOENT");
  // A folder in the way: the move fails after everything was written.
  await expect(writePacket(model, folder, { fonts: FONTS })).rejects.toThrow();
  expect(await readFile(file, "utf8")).toBe("old");
  expect(await readdir(folder)).toEqual(["packet.pdf"]);
});

test.each([
  ["2026-0007", "Backhaul packet 2026-0007.pdf"],
  ["../..\\evil:7", "Backhaul packet evil-7.pdf"],
  ["A/B\u0000C", "Backhaul packet A-B-C.pdf"],
  ["Łódź  12.", "Backhaul packet Łódź 12.pdf"],
])("%j becomes %j", (number, name) => {
  expect(packetFileName(number)).toBe(name);
});
