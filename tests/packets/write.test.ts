import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { packetModel } from "#main/packets/model.ts";
import { makeFile, packetFileName, placeFile } from "#main/packets/write.ts";
import { pagesOf } from "./reading.ts";
import { drained, FONTS, packetInput, sampleFindings } from "./support.ts";

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
  const { bytes, sha256, pages } = await drained(makeFile(model, "pdf", [], { fonts: FONTS }));
  await placeFile(file, bytes);
  const written = await readFile(file);
  expect(sha256).toBe(createHash("sha256").update(written).digest("hex"));
  expect(pages).toBe(pagesOf(written).length);
  expect(await readdir(folder)).toEqual(["Backhaul packet 2026-0007.pdf"]);
  expect(written.subarray(0, 5).toString()).toBe("%PDF-");
});

test("a file that cannot be placed leaves the old one and no debris", async () => {
  const file = join(folder, "packet.pdf");
  await writeFile(file, "old");
  const bytes = new Uint8Array([1, 2, 3]);
  await expect(placeFile(join(folder, "no", "such.pdf"), bytes)).rejects.toThrow("ENOENT");
  // A folder in the way: the move fails after everything was written.
  await expect(placeFile(folder, bytes)).rejects.toThrow();
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
