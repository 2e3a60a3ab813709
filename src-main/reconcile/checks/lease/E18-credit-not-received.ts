import { type Cents, formatCents, plainCents } from "#shared/money.ts";
import { addDays, daysBetween, formatDate } from "#shared/week.ts";
import type { LeaseLineFact } from "../../../documents/facts.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft, Side } from "../../finding.ts";
import { answerWith, type Doubt } from "./doubts.ts";
import { monthLines, READS } from "./lease-finding.ts";
import { lineProof } from "./lease-proof.ts";
import { billedSide, labelOf } from "./lease-sides.ts";
import { vanText } from "./line-words.ts";
import { plain } from "./lines.ts";
import { ownFinding, TOLD, type Told } from "./own-finding.ts";
import { promisesOf } from "./promises.ts";
import { stillOwed } from "./still-owed.ts";

/** How long after a month a promised credit is looked for, in days. */
const AFTER = 100;

/** E18: a credit that a line promises, and that no later invoice of the lessor gives. */
export const E18 = defineCheck({
  code: "E18",
  version: 1,
  cadence: "month",
  needs: ["leaseLine"],
  uses: READS.uses,
  around: { leaseLine: { before: READS.around.leaseLine.before, after: AFTER } },
  parameters: { wait: { title: "Days a promised credit may take", unit: "count", value: 45 } },
  evaluate: (input) => {
    const { scope, facts, around, parameters } = input;
    const later = around.leaseLine;
    // The partition is that of every other check: lines up to the month's end.
    const history = later.filter((line) => line.serviceFrom <= scope.to);
    const month = monthLines({ scope, facts, around: { leaseLine: history } });
    const promised = promisesOf(facts.leaseLine, scope.period, facts.leaseTerm, facts.vehicle);
    const doubts: Doubt[] = [];
    const findings = promised.flatMap(({ line, cents: stated }) => {
      const credits = creditsFor(line.fact, later);
      const judged = month.find(({ subject }) => subject === line.subject);
      const open = judged === undefined ? Number.MAX_SAFE_INTEGER : stillOwed(judged);
      const given = credits.reduce((sum, each) => sum - each.amountCents - each.taxCents, 0);
      const cents = stated === null ? null : Math.min(stated, open) - given;
      if ((cents === null && credits.length > 0) || (cents !== null && cents <= 0)) return [];
      const { issuedOn, provider } = line.fact;
      const due = addDays(issuedOn, parameters.wait);
      const next = later.some(
        (each) => plain(each.provider) === plain(provider) && each.issuedOn > issuedOn && each.issuedOn >= due,
      );
      if (!next) {
        doubts.push({
          missing: "lease invoice",
          why: `a credit ${provider} promised on ${formatDate(issuedOn)} may stand on an invoice after ${formatDate(due)}`,
        });
        return [];
      }
      return [draft(line.fact, labelOf(line), vanText(line), line.subject, cents, credits, later)];
    });
    return answerWith(findings, doubts, promised.length > 0);
  },
  ...TOLD,
});

/** Credits the lessor gave since for the van or with the invoice's number: those that came after the promise or name its invoice. */
function creditsFor(promise: LeaseLineFact, later: readonly LeaseLineFact[]): LeaseLineFact[] {
  const van = (line: LeaseLineFact) => plain(line.vin) || plain(line.unit);
  return later.filter((line) => {
    if (line.amountCents >= 0 || plain(line.provider) !== plain(promise.provider)) return false;
    const named = plain(line.referenceInvoice) !== "" && plain(line.referenceInvoice) === plain(promise.invoiceNumber);
    return (
      named || (line.issuedOn > promise.issuedOn && van(line) === van(promise) && plain(line.referenceInvoice) === "")
    );
  });
}

function draft(
  fact: LeaseLineFact,
  label: string,
  van: string,
  subject: string,
  cents: Cents | null,
  credits: readonly LeaseLineFact[],
  later: readonly LeaseLineFact[],
): FindingDraft<Told> {
  const after = later.filter((line) => plain(line.provider) === plain(fact.provider) && line.issuedOn > fact.issuedOn);
  const invoices = [...new Map(after.map((line) => [line.invoiceNumber, line])).values()];
  const given = credits.reduce((sum, line) => sum - line.amountCents - line.taxCents, 0);
  const right: Side = {
    title: "Invoices since",
    columns: ["Invoice", "Issued", "Credit for it"],
    rows: invoices.map((line) => [
      line.invoiceNumber,
      formatDate(line.issuedOn),
      plainCents(
        credits
          .filter((each) => each.invoiceNumber === line.invoiceNumber)
          .reduce((sum, each) => sum - each.amountCents, 0),
      ),
    ]),
    marked: [2],
  };
  const amount = cents === null ? "an amount it does not state" : formatCents(cents);
  const last =
    invoices
      .map(({ issuedOn }) => issuedOn)
      .sort()
      .at(-1) ?? fact.issuedOn;
  return ownFinding({
    subject: `${subject}|promise`,
    label,
    direction: cents === null ? "watch" : "overcharged",
    amountCents: cents,
    sentence:
      `${fact.provider} promised a credit for ${van} on invoice ${fact.invoiceNumber} ("${fact.description.trim()}"), ` +
      `and ${daysBetween(fact.issuedOn, last)} days of later invoices do not give it: ${amount} is open.`,
    formula:
      cents === null
        ? "the promise states no amount"
        : `promised ${plainCents(cents + given)}${given > 0 ? ` - credited ${plainCents(given)}` : ""} = ${plainCents(cents)}`,
    sides: [billedSide([fact], "The promise"), right],
    evidence: [lineProof([fact, ...credits, ...invoices.slice(0, 3)])],
    notes: ["What other checks claim of the same line is left out."],
    provider: fact.provider,
    invoiceNumber: fact.invoiceNumber,
  });
}
