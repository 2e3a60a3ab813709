/** Files embedded in PDFs that come back: read within limits, whoever saved the PDF. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type EmbeddedFile, embeddedFiles } from "#main/documents/read/embedded.ts";
import { Unreadable } from "#main/documents/read/unreadable.ts";
import { setPages } from "#main/packets/pdf/setting.ts";
import { drained, FONTS } from "./support.ts";

const LIMITS = { files: 50, bytes: 1_000_000 };
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** A PDF of ours with some files in it. */
async function pdfWith(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const attachments = Object.entries(files).map(([name, content]) => ({
    ...{ name, type: "text/csv", description: "A file", relationship: "Source" as const },
    bytes: new TextEncoder().encode(content),
  }));
  const setting = { parts: [["A page"]], footer: () => "", info: {}, made: new Date(0), fonts: FONTS, attachments };
  return (await drained(setPages(setting))).bytes;
}

function through(tool: string, args: (from: string, to: string) => string[], bytes: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "saved-"));
  try {
    const [from, to] = [join(folder, "from.pdf"), join(folder, "to.pdf")];
    writeFileSync(from, bytes);
    execFileSync(tool, args(from, to));
    return new Uint8Array(readFileSync(to));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const asRecord = (files: readonly EmbeddedFile[]) =>
  Object.fromEntries(files.map(({ name, bytes }) => [name, text(bytes)]));

describe("embedded files", () => {
  const files = { "week (1).csv": "a,b\n", "Łódź \\ Nguyễn.csv": "endobj 5 0 obj stream\n", "empty.json": "{}" };

  test("of our own PDF are what was put in, under their names", async () => {
    expect(asRecord(embeddedFiles(await pdfWith(files), LIMITS))).toEqual(files);
  });

  test("whatever they are called and hold", async () => {
    const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }).filter((each) => each.trim() !== "");
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(name, fc.string({ unit: "binary", minLength: 1 }), { noNullPrototype: true, maxKeys: 4 }),
        async (any) => {
          const own = Object.fromEntries(
            Object.entries(any).map(([key, value]) => [key, text(new TextEncoder().encode(value))]),
          );
          expect(asRecord(embeddedFiles(await pdfWith(own), LIMITS))).toEqual(own);
        },
      ),
      { numRuns: 25 },
    );
  });

  test("of a PDF that another program saved anew are still there, with or without their names", async () => {
    const saved = through("qpdf", (from, to) => ["--object-streams=generate", from, to], await pdfWith(files));
    expect(
      embeddedFiles(saved, LIMITS)
        .map(({ bytes }) => text(bytes))
        .sort(),
    ).toEqual(Object.values(files).sort());
  });

  test("of a locked PDF are refused", async () => {
    const locked = through("qpdf", (from, to) => ["--encrypt", "a", "b", "256", "--", from, to], await pdfWith(files));
    expect(() => embeddedFiles(locked, LIMITS)).toThrow(Unreadable);
  });

  test("that unpack to more than is allowed are never unpacked", () => {
    const bomb = deflateSync(Buffer.alloc(5_000_000));
    const object = (filter: string, stream: Uint8Array) =>
      Buffer.concat([
        Buffer.from(`%PDF-1.7\n5 0 obj\n<< /Type /EmbeddedFile ${filter} /Length ${stream.length} >>\nstream\n`),
        stream,
        Buffer.from("\nendstream\nendobj\n"),
      ]);
    expect(() => embeddedFiles(object("/Filter /FlateDecode", bomb), LIMITS)).toThrow(/unpacks to more than/);
    expect(() => embeddedFiles(object("/Filter [/FlateDecode /FlateDecode]", deflateSync(bomb)), LIMITS)).toThrow(
      Unreadable,
    );
    expect(() => embeddedFiles(object("/Filter /LZWDecode", bomb), LIMITS)).toThrow(Unreadable);
    expect(() => embeddedFiles(object("", Buffer.alloc(2_000_000)), LIMITS)).toThrow(Unreadable);
  });

  test("that are too many are refused", async () => {
    const many = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`${at}.csv`, "x"]));
    expect(embeddedFiles(await pdfWith(many), { ...LIMITS, files: 6 })).toHaveLength(6);
    const bytes = await pdfWith(many);
    expect(() => embeddedFiles(bytes, { ...LIMITS, files: 5 })).toThrow(Unreadable);
  });

  test("of damaged and invented PDFs are found or refused, never more", async () => {
    const own = await pdfWith(files);
    const refusedOrRead = (bytes: Uint8Array) => {
      try {
        embeddedFiles(bytes, LIMITS);
      } catch (error) {
        expect(error).toBeInstanceOf(Unreadable);
      }
    };
    fc.assert(
      fc.property(
        fc.nat({ max: own.length - 1 }),
        fc.nat({ max: 255 }),
        fc.nat({ max: own.length }),
        (at, value, length) => {
          const changed = Uint8Array.from(own.subarray(0, Math.max(at + 1, length)));
          changed[at] = value;
          refusedOrRead(changed);
        },
      ),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom("5 0 obj", "stream", "endobj", "<<", ">>", "/EF", "/Length 9", "\n", " obj", "\u0000"),
        ),
        (parts) => {
          refusedOrRead(new TextEncoder().encode(parts.join(" ")));
        },
      ),
    );
  });
});
