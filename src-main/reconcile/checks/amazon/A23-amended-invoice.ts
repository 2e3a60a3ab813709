/** A23: an amended invoice pays another amount than the version we had. */
import { type Cents, extend, plainCents } from "#shared/money.ts";
import type { InvoiceFact, InvoiceLineFact } from "../../../documents/facts.ts";
import { defineCheck, type Scope } from "../../check.ts";
import type { FindingDraft, Side } from "../../finding.ts";
import { allProof, proof } from "../../proof.ts";
import { conclude } from "./answers.ts";
import { claimOn, itemOf } from "./invoice.ts";
import { lineSubjects } from "./lines.ts";
import { type NamedLine, namedLines } from "./names.ts";
import { lineProof } from "./proof.ts";
import { versionBefore } from "./versions.ts";
import { dayText } from "./wording.ts";

/** One line in both versions; null where a version does not have it. */
interface Change {
  readonly before: NamedLine | null;
  readonly after: NamedLine | null;
}

interface Values {
  readonly head: InvoiceFact;
  readonly before: Cents;
  readonly after: Cents;
  readonly lost: Cents;
}

/**
 * New version - stored version, line by line. What an amendment takes from routes, sessions, hours and packages is claimed where the work
 * summary shows that it was due (A01 to A19), what it deducts by A25; here only what it takes from other payments is.
 */
export const A23 = defineCheck({
  code: "A23",
  version: 1,
  cadence: "week",
  needs: ["invoice", "invoiceLine"],
  uses: ["alias"],
  superseded: ["invoice", "invoiceLine"],
  parameters: {
    tolerance: { title: "Money an amended invoice may differ without a finding", unit: "cents", value: 0 },
  },
  evaluate({ scope, facts, company, superseded, parameters }) {
    const findings: FindingDraft<Values>[] = [];
    let compared = 0;
    for (const head of facts.invoice) {
      const same = (other: InvoiceFact | InvoiceLineFact) =>
        other.station === head.station && other.invoiceNumber === head.invoiceNumber && other.form === head.form;
      const earlier = versionBefore(superseded.invoice.filter(same), [], ({ invoiceNumber }) => invoiceNumber);
      if (earlier === null) continue;
      compared += 1;
      const documents = new Set(earlier.map(({ source }) => source.document.sha256));
      const current = company.invoiceLine.filter(same);
      const stored = [...superseded.invoiceLine.filter(same), ...current].filter(({ source }) =>
        documents.has(source.document.sha256),
      );
      const changes = changesOf(namedLines(stored, facts.alias), namedLines(current, facts.alias));
      if (changes.every((change) => Math.abs(differenceOf(change)) <= parameters.tolerance)) continue;
      const [before, after] = [sum(stored), sum(current)];
      const lost = Math.max(0, Math.min(otherPayments(stored) - otherPayments(current), before - after));
      findings.push(finding({ head, before, after, lost }, earlier, changes, scope));
    }
    return conclude({ exists: compared > 0, findings, missing: [] });
  },
  sentence: ({ head, before, after, lost }) => {
    const changed = `Invoice ${head.invoiceNumber} was amended: its lines came to ${plainCents(before)} and now come to ${plainCents(after)}`;
    const claim = lost > 0 ? `; ${plainCents(lost)} of it was taken from payments that no other check looks at` : "";
    return `${changed}${claim}.`;
  },
  formula: ({ before, after, lost }) => {
    const difference = `${plainCents(after)} now - ${plainCents(before)} before = ${plainCents(after - before)}`;
    return lost > 0 ? `${difference}; from other payments ${plainCents(lost)}` : difference;
  },
});

const sum = (lines: readonly InvoiceLineFact[]) => lines.reduce((cents, line) => cents + line.amountCents, 0);

/** What is paid by lines that are compared with nothing else. What a line pays below its own rate and quantity is A06's. */
function otherPayments(lines: readonly InvoiceLineFact[]): Cents {
  return lines
    .filter((line) => line.amountCents > 0 && itemOf(line) === null)
    .reduce((cents, { rate, quantity, amountCents }) => {
      const product = rate === null || quantity === null ? amountCents : extend(rate, quantity);
      return cents + Math.max(amountCents, product);
    }, 0);
}

function differenceOf({ before, after }: Change): Cents {
  return (after?.amountCents ?? 0) - (before?.amountCents ?? 0);
}

/** The lines of both versions side by side, by what they say apart from their numbers. */
function changesOf(stored: readonly NamedLine[], current: readonly NamedLine[]): Change[] {
  const [before, after] = [stored, current].map((lines) => {
    const subjects = lineSubjects(lines, identityOf);
    return new Map(lines.map((line) => [subjects.get(line) ?? "", line]));
  });
  const keys = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].sort();
  return keys
    .map((key) => ({ before: before?.get(key) ?? null, after: after?.get(key) ?? null }))
    .filter((change) => differenceOf(change) !== 0);
}

function finding(
  values: Values,
  earlier: readonly InvoiceFact[],
  changes: readonly Change[],
  scope: Scope,
): FindingDraft<Values> {
  const { head, lost } = values;
  const versions = [head, ...earlier];
  return {
    subject: `${head.invoiceNumber}|${head.form}|amended`,
    subjectLabel: `Invoice ${head.invoiceNumber} · Amended`,
    direction: lost > 0 ? "owed" : "watch",
    amountCents: lost > 0 ? lost : null,
    estimated: false,
    values,
    sides: [
      side("Amazon pays now", changes, ({ after }) => after, scope),
      side("The version before", changes, ({ before }) => before, scope),
    ],
    evidence: allProof(
      proof(versions, ["Invoice Number", "Invoice Date", "Invoice Type"]),
      lineProof(changes.flatMap(({ before, after }) => [before, after].filter((line) => line !== null))),
    ),
    notes: [
      "Tolerance: 0.00 a line.",
      "What the amendment changed in routes, training, cancellations, delay and packages is held against the work summary by the checks of those, and what it deducted by A25; it is not counted here again.",
    ],
    explains: [],
    ...claimOn(head, []),
  };
}

function side(title: string, changes: readonly Change[], of: (change: Change) => NamedLine | null, scope: Scope): Side {
  const rows = changes.map((change) => {
    const line = of(change) ?? change.before ?? change.after;
    const amountCents = of(change)?.amountCents ?? null;
    return [
      dayText(line?.date ?? null, scope),
      line?.description.trim() ?? "",
      amountCents === null ? "no line" : plainCents(amountCents),
    ];
  });
  return { title, columns: ["Date", "Description", "Amount"], rows, marked: [2] };
}

function identityOf(line: NamedLine): string {
  const text = (value: string) => value.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
  return [line.date ?? "week", ...[line.section, line.description, line.serviceType, line.paymentType].map(text)].join(
    "|",
  );
}
