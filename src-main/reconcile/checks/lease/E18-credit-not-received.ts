import { type Cents, formatCents, plainCents } from "#shared/money.ts";
import { addDays, daysBetween, formatDate } from "#shared/week.ts";
import type { LeaseLineFact } from "../../../documents/facts.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft, Side } from "../../finding.ts";
import { answerWith, type Doubt } from "./doubts.ts";
import { monthLines, READS } from "./lease-finding.ts";
import { lineProof } from "./lease-proof.ts";
import { billedSide, labelOf, toleranceNotes } from "./lease-sides.ts";
import type { JudgedLine } from "./line-shares.ts";
import { vanText } from "./line-words.ts";
import type { LeaseLine } from "./lines.ts";
import { ownFinding, TOLD, type Told } from "./own-finding.ts";
import { plain } from "./plain.ts";
import { promisesOf } from "./promises.ts";
import { billedOn } from "./still-owed.ts";

/** E18: a credit that a line promises, and that no later invoice of the lessor gives. */
export const E18 = defineCheck({
  code: "E18",
  version: 2,
  cadence: "month",
  needs: ["leaseLine"],
  ...READS,
  parameters: {
    wait: { title: "Days a promised credit may take", unit: "count", value: 45 },
    tolerance: { title: "Difference that still agrees", unit: "cents", value: 1 },
  },
  evaluate: (input) => {
    const { scope, facts, around, parameters } = input;
    const later = around.leaseLine;
    const month = monthLines(input);
    const promised = promisesOf(facts.leaseLine, scope.period, facts.leaseTerm, facts.vehicle);
    const doubts: Doubt[] = [];
    const findings = promised.flatMap(({ line, cents: stated }) => {
      const credits = creditsFor(line.fact, later);
      const given = credits.reduce((sum, each) => sum - each.amountCents - each.taxCents, 0);
      const claimed = claimedBeside(line, month);
      const judged = month.find(({ subject }) => subject === line.subject);
      const promise = stated === null || judged === undefined ? stated : Math.min(stated, billedOn(judged));
      const cents = promise === null ? null : promise - claimed - given;
      if ((cents === null && credits.length > 0) || (cents !== null && cents <= parameters.tolerance)) return [];
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
      return [draft(line, { cents, claimed, credits, later, tolerance: parameters.tolerance })];
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

/**
 * What other checks claim of the money that a promise is for: of its own line, or where the promise is a note without an amount, of the van's
 * lines on its invoice. What a credit gave back of a claim counts as claimed.
 */
function claimedBeside({ subject, vanKey, fact }: LeaseLine, month: readonly JudgedLine[]): Cents {
  const own = month.filter((line) => line.subject === subject);
  const noted = month.filter(
    (line) =>
      plain(line.fact.provider) === plain(fact.provider) &&
      plain(line.fact.invoiceNumber) === plain(fact.invoiceNumber) &&
      (vanKey === null || line.vanKey === vanKey),
  );
  const shares = (own.length > 0 ? own : noted).flatMap((line) => line.shares.filter(({ below }) => !below));
  return shares.reduce((sum, share) => sum + share.totalCents + share.creditCents, 0);
}

interface Open {
  readonly cents: Cents | null;
  readonly claimed: Cents;
  readonly credits: readonly LeaseLineFact[];
  readonly later: readonly LeaseLineFact[];
  readonly tolerance: Cents;
}

function draft(line: LeaseLine, { cents, claimed, credits, later, tolerance }: Open): FindingDraft<Told> {
  const { fact, subject } = line;
  const after = later.filter((each) => plain(each.provider) === plain(fact.provider) && each.issuedOn > fact.issuedOn);
  const invoices = [...new Map(after.map((each) => [each.invoiceNumber, each])).values()];
  const given = credits.reduce((sum, each) => sum - each.amountCents - each.taxCents, 0);
  const right: Side = {
    title: "Invoices since",
    columns: ["Invoice", "Issued", "Credit for it"],
    rows: invoices.map((each) => [
      each.invoiceNumber,
      formatDate(each.issuedOn),
      plainCents(
        credits
          .filter(({ invoiceNumber }) => invoiceNumber === each.invoiceNumber)
          .reduce((sum, { amountCents }) => sum - amountCents, 0),
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
    label: labelOf(line),
    direction: cents === null ? "watch" : "overcharged",
    amountCents: cents,
    sentence:
      `${fact.provider} promised a credit for ${vanText(line)} on invoice ${fact.invoiceNumber} ("${fact.description.trim()}"), ` +
      `and ${daysBetween(fact.issuedOn, last)} days of later invoices do not give it: ${amount} is open.`,
    formula:
      cents === null
        ? "the promise states no amount"
        : `promised ${plainCents(cents + claimed + given)}${claimed > 0 ? ` - claimed otherwise ${plainCents(claimed)}` : ""}${given > 0 ? ` - credited ${plainCents(given)}` : ""} = ${plainCents(cents)}`,
    sides: [billedSide([fact], "The promise"), right],
    evidence: [lineProof([fact, ...credits, ...invoices.slice(0, 3)])],
    notes: ["What other checks claim of the same money is left out.", ...toleranceNotes(tolerance)],
    provider: fact.provider,
    invoiceNumber: fact.invoiceNumber,
  });
}
