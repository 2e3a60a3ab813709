/** Where a line that was read from a PDF stands on its page: what the window marks has to be what was read. */
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pdfPage } from "#main/documents/read/pdf-page.ts";
import { pdf, pdfDocument } from "./pdf-support.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "backhaul-pdf-page-"));
});
afterAll(() => rm(folder, { recursive: true }));

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function stored(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

/** Two lines set at places that are known, 100 and 140 points below the top of the first page, and one line on the second. */
const invoice = () =>
  pdf({
    content: [
      { text: "First line", absolutePosition: { x: 60, y: 100 }, fontSize: 10 },
      { text: "Second line", absolutePosition: { x: 60, y: 140 }, fontSize: 10 },
      { text: "3,800.00", absolutePosition: { x: 400, y: 140 }, fontSize: 10 },
      { text: "Next page", pageBreak: "before" },
    ],
  });

describe("the place of a line", () => {
  it("is that of its words on the page", async () => {
    const bytes = await invoice();
    const path = await stored("plain.pdf", bytes);
    const found = await pdfPage("plain.pdf", path, { sha256: sha256(bytes), page: 1, row: 2 });
    expect(found).toMatchObject({ document: "plain.pdf", pages: 2 });
    expect(found?.line.map(({ text }) => text)).toEqual(["Second line", "3,800.00"]);
    for (const [index, { x, y, width, height }] of (found?.line ?? []).entries()) {
      expect(x).toBeCloseTo(index === 0 ? 60 : 400, 0);
      expect(y).toBeGreaterThan(138);
      expect(y + height).toBeLessThan(156);
      expect(width).toBeGreaterThan(30);
      expect(width).toBeLessThan(60);
    }
  });

  it("is found on every page by the same number as the text was read under", async () => {
    const bytes = await invoice();
    const path = await stored("rows.pdf", bytes);
    const { tables } = await pdfDocument(bytes, "rows.pdf");
    for (const [page, table] of tables.entries())
      for (const [row, cells] of table.rows.entries()) {
        const found = await pdfPage("rows.pdf", path, { sha256: sha256(bytes), page: page + 1, row: row + 1 });
        expect(found?.line.map(({ text }) => text)).toEqual(cells);
      }
  });

  it("is empty where the page has no such line", async () => {
    const bytes = await invoice();
    const path = await stored("short.pdf", bytes);
    const found = await pdfPage("short.pdf", path, { sha256: sha256(bytes), page: 1, row: 3 });
    expect(found?.line).toEqual([]);
  });

  it("is turned back with a page that was printed on its side", async () => {
    const bytes = await invoice();
    // The page says to be shown turned by a quarter; its lines then run down the screen.
    const turned = Buffer.from(
      Buffer.from(bytes).toString("latin1").replaceAll("/Type /Page\n", "/Rotate 90 /Type /Page\n"),
      "latin1",
    );
    const path = await stored("turned.pdf", turned);
    const found = await pdfPage("turned.pdf", path, { sha256: sha256(turned), page: 1, row: 2 });
    expect(found?.line.map(({ text }) => text)).toEqual(["Second line", "3,800.00"]);
    for (const { width, height } of found?.line ?? []) expect(height).toBeGreaterThan(width);
    const [words, amount] = found?.line ?? [];
    expect(amount?.y).toBeGreaterThan((words?.y ?? 0) + 300);
    expect(amount?.x).toBeCloseTo(words?.x ?? 0, 0);
  });
});

describe("a PDF that can be shown", () => {
  it("comes whole, also out of a ZIP", async () => {
    const bytes = await invoice();
    const zip = zipSync({ "week.pdf": bytes, "notes.csv": new TextEncoder().encode("a,b\n1,2\n") });
    const path = await stored("week.zip", zip);
    const found = await pdfPage("week.zip", path, { sha256: sha256(bytes), page: 1, row: 1 });
    expect(found?.document).toBe("week.zip/week.pdf");
    expect(Buffer.from(found?.content ?? []).equals(bytes)).toBe(true);
  });

  it("is none where the document is something else, has no such page, or is damaged", async () => {
    const bytes = await invoice();
    const path = await stored("one.pdf", bytes);
    const which = { sha256: sha256(bytes), page: 1, row: 1 };
    expect(await pdfPage("one.pdf", path, { ...which, page: 3 })).toBeNull();
    expect(await pdfPage("one.pdf", path, { ...which, sha256: "0".repeat(64) })).toBeNull();
    const csv = new TextEncoder().encode("a,b\n1,2\n");
    expect(await pdfPage("a.csv", await stored("a.csv", csv), { ...which, sha256: sha256(csv) })).toBeNull();
    const broken = new TextEncoder().encode("%PDF-1.7 and nothing else");
    expect(await pdfPage("b.pdf", await stored("b.pdf", broken), { ...which, sha256: sha256(broken) })).toBeNull();
  });
});
