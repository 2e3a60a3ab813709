/** A21: a line dated outside its invoice's period, or that names another station of ours. */
import { plainCents } from "#shared/money.ts";
import { formatDate, formatWeekday } from "#shared/week.ts";
import type { InvoiceFact, InvoiceLineFact } from "../../../documents/facts.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft, Side } from "../../finding.ts";
import { allProof, proof } from "../../proof.ts";
import { conclude, EXPORT_HAS_NO_DAYS, isExportOnly } from "./answers.ts";
import { claimOn } from "./invoice.ts";
import { lineSubjects } from "./lines.ts";
import { lineProof, PAID, paidSide } from "./proof.ts";

/** How far from its invoice a line is still found, in days. */
const AROUND = 35;

interface Values {
  readonly line: InvoiceLineFact;
  readonly head: InvoiceFact;
  /** Other stations of ours that the line names, or that have an invoice of the same number. */
  readonly stations: readonly string[];
}

/** Line date against the invoice's period; station codes in a line against the invoice's station. */
export const A21 = defineCheck({
  code: "A21",
  version: 1,
  cadence: "week",
  needs: ["invoice", "invoiceLine"],
  uses: ["station"],
  around: { invoiceLine: { before: AROUND, after: AROUND, strays: true } },
  parameters: {},
  evaluate({ scope, facts, company, around }) {
    if (isExportOnly(facts.invoiceLine)) return EXPORT_HAS_NO_DAYS;
    const others = [...new Set(facts.station.map(({ station }) => station))].filter((code) => code !== scope.station);
    const found = facts.invoice
      .filter(({ periodEnd }) => scope.from <= periodEnd && periodEnd <= scope.to)
      .flatMap((head): Values[] => {
        const namesakes = company.invoice
          .filter((other) => other.invoiceNumber === head.invoiceNumber && other.station !== head.station)
          .map(({ station }) => station);
        return around.invoiceLine
          .filter((line) => line.station === head.station && line.invoiceNumber === head.invoiceNumber)
          .map((line) => ({ line, head, stations: [...new Set([...named(line, others), ...namesakes])].sort() }));
      });
    const stray = found.filter(({ line, head, stations }) => isOutside(line, head) || stations.length > 0);
    const subjects = lineSubjects(
      found.map(({ line }) => line),
      identityOf,
    );
    const findings = stray.map(
      (values): FindingDraft<Values> => ({
        subject: subjects.get(values.line) ?? identityOf(values.line),
        subjectLabel: `${values.line.description.trim()} · ${values.line.date === null ? "no date" : formatWeekday(values.line.date)}`,
        direction: "watch",
        amountCents: null,
        estimated: false,
        values,
        sides: [paidSide([values.line], values.line.date, [0, PAID.amount]), headSide(values)],
        evidence: allProof(
          lineProof([values.line]),
          proof([values.head], ["Invoice Number", "Station", "Period Start", "Period End", "Invoice Date"]),
        ),
        notes: [
          "The line counts on the day and at the station it is printed with. Where that is a slip, what it pays stands as unpaid elsewhere.",
        ],
        explains: [],
        ...claimOn(values.head, [values.line]),
      }),
    );
    return conclude({ exists: found.length > 0, findings, missing: [] });
  },
  sentence: ({ line, head, stations }) => {
    const what = `${line.description.trim()} (${plainCents(line.amountCents)})`;
    const period = `${formatDate(head.periodStart)} to ${formatDate(head.periodEnd)}`;
    const outside =
      isOutside(line, head) && line.date !== null
        ? [`is dated ${formatDate(line.date)}, outside its period of ${period}`]
        : [];
    const elsewhere = stations.length > 0 ? [`belongs to ${stations.join(" and ")} by its words or number`] : [];
    return `A line of invoice ${head.invoiceNumber} for ${head.station}, ${what}, ${[...outside, ...elsewhere].join(" and ")}.`;
  },
  formula: ({ line }) => `the line: ${plainCents(line.amountCents)}`,
});

function isOutside(line: InvoiceLineFact, head: InvoiceFact): boolean {
  return line.date !== null && (line.date < head.periodStart || line.date > head.periodEnd);
}

/** Station codes of ours in the words of a line. */
function named(line: InvoiceLineFact, codes: readonly string[]): string[] {
  const words = new Set(`${line.description} ${line.serviceType}`.toUpperCase().split(/[^A-Z0-9]+/));
  return codes.filter((code) => words.has(code.toUpperCase()));
}

function headSide({ head }: Values): Side {
  return {
    title: "The invoice is for",
    columns: ["Invoice", "Station", "From", "To"],
    rows: [[head.invoiceNumber, head.station, formatDate(head.periodStart), formatDate(head.periodEnd)]],
    marked: [1, 2, 3],
  };
}

function identityOf(line: InvoiceLineFact): string {
  const text = (value: string) => value.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
  return [line.invoiceNumber, line.date ?? "week", text(line.section), text(line.description)].join("|");
}
