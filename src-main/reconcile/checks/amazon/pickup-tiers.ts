/** Pickups have several prices at a station: what can be said of a line or a shortage that does not tell which (A17). Pure. */
import { extend, formatRate, plainCents } from "#shared/money.ts";
import type { Scope } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import type { claimOn } from "./invoice.ts";
import { lineSubjects, lineTitle } from "./lines.ts";
import type { NamedLine } from "./names.ts";
import { type Price, priceOf } from "./prices.ts";
import { cardProof, lineProof, PAID, paidSide } from "./proof.ts";
import { type CardRow, describeRow, lowest, over, type RateCard, rowForLine, rowsOn } from "./rates.ts";

/** A line paid below every price agreed for pickups. */
export interface BelowEveryTier {
  readonly below: { readonly line: NamedLine; readonly row: CardRow; readonly amountCents: number };
  readonly scope: Scope;
}
/** The lowest tier; an estimate where there are several, since the work summary does not say which pickups were which. */
export function tierPrice(row: CardRow | null, lines: readonly NamedLine[], oneTier: boolean): Price {
  const price = priceOf(row, lines);
  if (row === null || oneTier) return price;
  return { ...price, estimated: true, note: `Estimate: of several pickup prices the lowest was used. ${price.note}` };
}

/** Lines paid below each price of the card, where A04 cannot tell which of them was agreed for the line. */
export function belowEveryTier(
  card: RateCard,
  lines: readonly NamedLine[],
  scope: Scope,
  tolerance: number,
): BelowEveryTier[] {
  return lines.flatMap((line): BelowEveryTier[] => {
    if (line.rate === null || line.quantity === null || line.amountCents < 0) return [];
    if (rowForLine(card, line) !== null) return [];
    const days = { from: line.date ?? line.periodStart, to: line.date ?? line.periodEnd };
    const row = over(days, (day) => lowest(rowsOn(card, "pickup", day)));
    if (row === null || row.fact.rate <= line.rate) return [];
    const amountCents = extend(row.fact.rate - line.rate, line.quantity);
    return amountCents <= tolerance ? [] : [{ below: { line, row, amountCents }, scope }];
  });
}

/** The finding of a line below every tier, to the lowest of them. */
export function tierFinding(
  values: BelowEveryTier,
  lines: readonly NamedLine[],
  claim: ReturnType<typeof claimOn>,
  tolerance: number,
): FindingDraft<BelowEveryTier> {
  const { line, row, amountCents } = values.below;
  const subjects = lineSubjects(
    lines,
    (each) => `${each.date ?? "week"}|pickup rate|${each.description.trim().toLowerCase()}`,
  );
  return {
    subject: subjects.get(line) ?? "",
    subjectLabel: lineTitle(line, values.scope),
    direction: "owed",
    amountCents,
    estimated: true,
    values,
    sides: [
      paidSide([line], line.date, [PAID.rate]),
      {
        title: "The rate card says",
        columns: ["Item", "Service type", "Rate"],
        rows: [[row.fact.item, row.fact.serviceType, formatRate(row.fact.rate)]],
        marked: [2],
      },
    ],
    evidence: allProof(lineProof([line]), cardProof([row])),
    notes: [
      `Estimate: of several pickup prices the lowest was used. ${describeRow(row)}`,
      `Tolerance: ${plainCents(tolerance)} a line.`,
    ],
    explains: [],
    ...claim,
  };
}
