/** How much of a mapping is right before anybody looks at it. */
import { describe, expect, it } from "vitest";
import { suggestionFor } from "#main/documents/mapping/suggest.ts";
import { HEADERS, type Header } from "./mapping-headers.ts";
import { tableOf } from "./mapping-support.ts";
import { UNSEEN } from "./mapping-unseen.ts";

const MONEY =
  /^(?:amount|total|tax|gross|regularPay|overtimePay|bonus|debit|credit|monthlyRent|rental|rate|payRate|wage)$/;

/** What is suggested for a header, column by column, beside what is right. */
function judged(header: Header) {
  const { kind, layout, columns } = header;
  const suggestion = suggestionFor("export.csv", tableOf(header), { kind, layout }, []);
  const found = new Map(Object.entries(suggestion?.profile.columns ?? {}).map(([field, title]) => [title, field]));
  return columns.map(({ title, fields, optional }) => {
    const got = found.get(title) ?? null;
    return {
      what: `${kind}: ${title} as ${got}`,
      got,
      right: got === null ? optional || fields.length === 0 : fields.includes(got),
      guessed: got !== null && suggestion?.guessed.includes(got) === true,
    };
  });
}

const shareOf = (flags: readonly boolean[]) => flags.filter(Boolean).length / flags.length;
const rights = (headers: readonly Header[]) => headers.flatMap(judged).map(({ right }) => right);

describe("columns of programs nobody has seen", () => {
  it("are more than 95 in 100 suggested right where they use the words of the trade, over 80 headers", () => {
    expect(HEADERS.length).toBeGreaterThanOrEqual(80);
    expect(shareOf(rights(HEADERS))).toBeGreaterThan(0.95);
  });

  it("are more than 7 in 10 suggested right where nobody looked at their words before", () => {
    expect(shareOf(rights(UNSEEN))).toBeGreaterThan(0.7);
  });

  it("are never taken for another one's money without saying that it is a guess", () => {
    const wrong = [...HEADERS, ...UNSEEN]
      .flatMap(judged)
      .filter(({ got, right, guessed }) => !right && got !== null && MONEY.test(got) && !guessed);
    expect(wrong.map(({ what }) => what)).toEqual([]);
  });

  it("tell the kind of document in more than 9 of 10 tables", () => {
    const kinds = [...HEADERS, ...UNSEEN].map(
      (header) => suggestionFor("export.csv", tableOf(header), {}, [])?.candidates[0]?.kind === header.kind,
    );
    expect(shareOf(kinds)).toBeGreaterThan(0.9);
  });

  it("never go to two fields at once", () => {
    for (const header of [...HEADERS, ...UNSEEN]) {
      const titles = Object.values(suggestionFor("export.csv", tableOf(header), {}, [])?.profile.columns ?? {});
      expect(new Set(titles).size).toBe(titles.length);
    }
  });
});
