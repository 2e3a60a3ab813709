/** A finding on a sum that a lessor's invoice prints. Pure. */
import { type Cents, formatCents, plainCents } from "#shared/money.ts";
import type { LeaseLineFact } from "../../../documents/facts.ts";
import { sumsOf } from "../../../documents/interpret/lease-line-sums.ts";
import { evidence, type FindingDraft, type Side } from "../../finding.ts";
import type { WrongSum } from "./invoice-sums.ts";
import { lineProof } from "./lease-proof.ts";
import { ownFinding, type Told } from "./own-finding.ts";
import { plain } from "./plain.ts";

/** The finding. Where the invoice's own total does not ask for it, it is shown without an amount. */
export function wrongSum(wrong: WrongSum, tolerance: Cents): FindingDraft<Told> {
  const { head, lines, cents, isAsked, credited } = wrong;
  const name = head.section === "" ? "total" : head.section;
  const amount = Math.abs(cents);
  return ownFinding({
    subject: [head.provider, head.invoiceNumber, head.issuedOn, "sum", name].map(plain).join("|"),
    label: `Invoice ${head.invoiceNumber} · ${name}`,
    direction: isAsked ? (cents > 0 ? "overcharged" : "exposure") : "watch",
    amountCents: isAsked ? amount : null,
    sentence: sentenceOf(wrong, name),
    formula: formulaOf(wrong),
    sides: [printedSide(wrong), linesSide(lines)],
    evidence: [[evidence(head.source, [])], lineProof([...lines, ...(credited?.lines ?? [])])],
    notes: [
      "A line whose own amount or total is wrong is counted here as it stands; what is wrong with it is a finding on the line.",
      `Differences up to ${plainCents(tolerance)} of an invoice or a section agree.`,
      ...(isAsked ? [] : ["The invoice's own total does not ask for this difference, so nothing is claimed."]),
    ],
    provider: head.provider,
    invoiceNumber: head.invoiceNumber,
  });
}

function sentenceOf(
  { head, of, printed, beforeTax, difference, cents, isAsked, credited }: WrongSum,
  name: string,
): string {
  const what = head.section === "" ? "asks for" : `prints ${formatCents(printed)} as “${name}”`;
  const asked = head.section === "" ? `${what} ${formatCents(printed)}${beforeTax ? " before tax" : ""}` : what;
  const sum = beforeTax
    ? formatCents(of.amount)
    : `${formatCents(of.amount)} and their tax to ${formatCents(of.tax)}${of.total === of.amount + of.tax ? "" : ` (${formatCents(of.total)} as the lines print it)`}`;
  const way = difference > 0 ? "too much" : "less than its lines";
  const rest = cents + (credited?.cents ?? 0) === difference ? "" : " beyond what its sections have too much";
  const back = credited === undefined ? "" : `, without ${formatCents(credited.cents)} credited since`;
  const end = isAsked
    ? `: ${formatCents(Math.abs(cents))} ${way}${rest}${back}.`
    : "; its total does not ask for the difference.";
  return `Invoice ${head.invoiceNumber} of ${head.provider} ${asked}, but its lines come to ${sum}${end}`;
}

/** `total 1,100.00 - (lines 1,000.00 + tax 82.50) = 17.50`. */
function formulaOf({ of, printed, beforeTax, difference, cents, credited }: WrongSum): string {
  const lines =
    of.total === of.amount + of.tax
      ? `(lines ${plainCents(of.amount)} + tax ${plainCents(of.tax)})`
      : `lines with tax ${plainCents(of.total)}`;
  const sum = beforeTax ? `lines ${plainCents(of.amount)}` : lines;
  const total = `${beforeTax ? "subtotal" : "total"} ${plainCents(printed)}`;
  const back = credited?.cents ?? 0;
  const elsewhere = difference - cents - back;
  const sections = elsewhere === 0 ? "" : ` - ${plainCents(elsewhere)} of its sections`;
  const rest = `${sections}${back === 0 ? "" : ` - credited ${plainCents(back)}`}`;
  return `${difference > 0 ? `${total} - ${sum}` : `${sum} - ${total}`}${rest} = ${plainCents(Math.abs(cents))}`;
}

function printedSide({ head }: WrongSum): Side {
  const shown = (cents: Cents | null) => (cents === null ? "not printed" : plainCents(cents));
  return {
    title: "The invoice prints",
    columns: ["Invoice", "Sum", "Before tax", "Tax", "Total"],
    rows: [
      [
        head.invoiceNumber,
        head.section === "" ? "Invoice" : head.section,
        shown(head.subtotalCents),
        shown(head.taxCents),
        shown(head.totalCents),
      ],
    ],
    marked: [4],
  };
}

function linesSide(lines: readonly LeaseLineFact[]): Side {
  const rows = [...Map.groupBy(lines, ({ chargeCode }) => chargeCode)].map(([code, own]) => {
    const { amount, tax, total } = sumsOf(own);
    return [code, String(own.length), plainCents(amount), plainCents(tax), plainCents(total)];
  });
  return { title: "Its lines come to", columns: ["Charge", "Lines", "Amount", "Tax", "Total"], rows, marked: [4] };
}
