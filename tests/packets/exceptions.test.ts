/** The daily exception report on paper: always one page, and nothing on it is silently left out. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fontsIn } from "#main/packets/fonts.ts";
import { exceptionsPdf } from "#main/packets/pdf/exceptions.ts";
import { type DayExceptions, EXCEPTION_KINDS } from "#shared/contract/schemas.ts";
import { pagesOf } from "./reading.ts";

const fonts = fontsIn(join(import.meta.dirname, "../../resources/fonts"));
const about = { company: "Harbor Line LLC", station: null, version: "test" };

function report(rows: number): DayExceptions {
  return {
    day: "2026-08-05",
    parts: EXCEPTION_KINDS.map((kind) => ({
      kind,
      rows: Array.from({ length: rows }, (_, index) => ({
        station: "DXA4",
        who: `Person ${index + 1}`,
        what: `Something of the sort ${kind} happened, and the sentence about it is long enough for two lines of the table.`,
        ask: "Ask them about it and correct the timecard before payroll closes.",
        amountCents: kind === "meals" ? 2_000 : null,
      })),
      unverified: rows > 0 ? ["DXB7: timecard of Wed, Aug 5 missing."] : [],
    })),
  };
}

describe("the page", () => {
  it("says what there is, with amounts and doubts", async () => {
    const { bytes, pages } = await exceptionsPdf(report(2), about, fonts);
    const [text = "", ...more] = pagesOf(bytes);
    expect([pages, more.length]).toEqual([1, 0]);
    expect(text).toContain("Wed, Aug 5, 2026");
    expect(text).toContain("Harbor Line LLC · all stations · 10 exceptions");
    expect(text).toContain("Missing punches · 2");
    expect(text).toContain("$20.00");
    expect(text).toContain("DXB7: timecard of Wed, Aug 5 missing.");
  });

  it("of a quiet day says so", async () => {
    const { bytes } = await exceptionsPdf(report(0), about, fonts);
    expect(pagesOf(bytes)[0]).toContain("No punch is missing; all hours have a route or training");
  });

  it("stays one page, and counts what did not fit", async () => {
    for (const rows of [5, 20, 300]) {
      const { bytes, pages } = await exceptionsPdf(report(rows), about, fonts);
      const [text = ""] = pagesOf(bytes);
      expect(pages).toBe(1);
      const shown = text.match(/Person \d+/g)?.length ?? 0;
      const left = [...text.matchAll(/And (\d+) more: see Backhaul/g)].reduce((sum, [, more]) => sum + Number(more), 0);
      expect(shown + left).toBe(rows * EXCEPTION_KINDS.length);
    }
  });

  it("has the same bytes for the same report", async () => {
    const [a, b] = [await exceptionsPdf(report(3), about, fonts), await exceptionsPdf(report(3), about, fonts)];
    expect(Buffer.from(a.bytes).equals(Buffer.from(b.bytes))).toBe(true);
  });
});
