/** A16: the per-piece fee and branding count the same packages differently. */
import { extend, formatQuantity, type Quantity } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";
import { defineCheck, type Scope } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { conclude } from "./answers.ts";
import { byDay, type DayGroup } from "./by-day.ts";
import { claimOn, headFor, linesFor } from "./invoice.ts";
import { namedLines } from "./names.ts";
import { PACKAGE_TOLERANCE } from "./packages.ts";
import { countNote, type Price, priceOf } from "./prices.ts";
import { lineProof, PAID, paidSide } from "./proof.ts";
import { over, plainRow, rateCard, steadyRow } from "./rates.ts";
import { priceDays } from "./shortage.ts";
import { dayText, onDay, times } from "./wording.ts";

const ITEMS = ["package", "branding package"] as const;
const NAMES = { package: "the per-piece fee", "branding package": "branding" } as const;
type Item = (typeof ITEMS)[number];

interface Values {
  readonly scope: Scope;
  readonly date: IsoDate | null;
  readonly fewer: Item;
  readonly paid: Readonly<Record<Item, Quantity>>;
  readonly price: Price;
  readonly amountCents: number | null;
}

/**
 * Where no package report tells which count is right, the fee with the fewer packages is short by Amazon's own other count. Where there is
 * one, A14 and A15 claim what is short of it, and what is left of the disagreement is only worth a look.
 */
export const A16 = defineCheck({
  code: "A16",
  version: 1,
  cadence: "week",
  needs: ["invoiceLine", "invoice"],
  uses: ["packageCount", "rate", "alias"],
  parameters: { tolerance: PACKAGE_TOLERANCE },
  evaluate({ scope, facts, parameters, coverage }) {
    const card = rateCard(facts.rate);
    const invoice = namedLines(facts.invoiceLine, facts.alias);
    const lines = { package: linesFor(invoice, "package"), "branding package": linesFor(invoice, "branding package") };
    if (ITEMS.some((item) => lines[item].length === 0)) return { outcome: "not-applicable" };
    const weekly = ITEMS.some((item) => lines[item].some((line) => line.date === null));
    // Both fees are grouped together, so that a line without a day makes both of them weekly.
    const compared = byDay<never>(
      [],
      ITEMS.flatMap((item) =>
        lines[item].map((line) => ({ key: item, line: weekly ? { ...line, date: null } : line })),
      ),
      (item) =>
        steadyRow({ from: scope.from, to: scope.to }, (day) => plainRow(card, itemOfKey(item), day))?.fact.rate ?? null,
    );
    const unread = compared.unclear.length > 0 || compared.inMoney.length > 0;
    const dates = [...new Set(compared.groups.map((group) => group.date))];
    const findings = dates.flatMap((date): FindingDraft<Values>[] => {
      const groupOf = (item: Item) => compared.groups.find((group) => group.date === date && group.key === item);
      const groups = ITEMS.map(groupOf).filter((group): group is DayGroup<never> => group !== undefined);
      if (unread && (weekly || groups.length < ITEMS.length)) return [];
      const paid = {
        package: groupOf("package")?.invoiced ?? 0,
        "branding package": groupOf("branding package")?.invoiced ?? 0,
      };
      const difference = Math.abs(paid.package - paid["branding package"]);
      if (difference <= parameters.tolerance * 10_000) return [];
      const fewer: Item = paid.package < paid["branding package"] ? "package" : "branding package";
      const known = isKnown(date, coverage);
      const delivered = facts.packageCount
        .filter((count) => count.kind === "delivered" && (date === null || count.date === date))
        .reduce((sum, count) => sum + count.count * 10_000, 0);
      // Up to what was delivered A14 and A15 explain it.
      if (known && Math.max(paid.package, paid["branding package"]) <= delivered) return [];
      const row = over(priceDays(date, scope), (day) => plainRow(card, fewer, day));
      const price = priceOf(row, lines[fewer]);
      const amountCents = known || price.rate === null ? null : extend(price.rate, difference);
      const all = groups.flatMap((group) => group.lines);
      const head = headFor(facts.invoice, all, date);
      return [
        {
          subject: `${date ?? "week"}|package counts`,
          subjectLabel: `${dayText(date, scope)} · Package counts`,
          direction: known ? "watch" : "owed",
          amountCents,
          estimated: false,
          values: { scope, date, fewer, paid, price, amountCents },
          sides: [
            { ...paidSide(groupOf("package")?.lines ?? [], date, [PAID.quantity]), title: "Paid by the piece" },
            {
              ...paidSide(groupOf("branding package")?.lines ?? [], date, [PAID.quantity]),
              title: "Paid for branding",
            },
          ],
          evidence: allProof(lineProof(all), price.evidence),
          notes: [
            price.note,
            ...countNote(all),
            known
              ? "The package report of the work summary has fewer packages: what is short of it stands under A14 and A15."
              : "No package report covers this day. Amazon's own higher count was used.",
            `Tolerance: ${parameters.tolerance} packages.`,
          ],
          explains: [],
          ...claimOn(head, all),
        },
      ];
    });
    const why = "The count of a package line cannot be read from its amount.";
    return conclude({
      exists: true,
      findings,
      missing: unread ? ["variable invoice"] : [],
      why: unread ? why : undefined,
    });
  },
  sentence: ({ scope, date, paid }) =>
    `Amazon paid the per-piece fee for ${formatQuantity(paid.package)} packages ${onDay(date, scope)} and branding for ${formatQuantity(paid["branding package"])} of the same.`,
  formula: ({ fewer, paid, price, amountCents }) => {
    const more = fewer === "package" ? "branding package" : "package";
    const difference = `${formatQuantity(paid[more])} for ${NAMES[more]} - ${formatQuantity(paid[fewer])} for ${NAMES[fewer]}`;
    return amountCents === null ? difference : times(difference, price.rate, amountCents);
  },
});

function itemOfKey(key: string): Item {
  return key === "package" ? "package" : "branding package";
}

/** Whether the package report speaks for a day; for a week as a whole it must speak for all of it. */
function isKnown(
  date: IsoDate | null,
  coverage: { presence(kind: "delivered packages"): string; covers(kind: "delivered packages", day: IsoDate): boolean },
): boolean {
  return date === null
    ? coverage.presence("delivered packages") === "present"
    : coverage.covers("delivered packages", date);
}
