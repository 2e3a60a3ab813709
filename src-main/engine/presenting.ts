/** Stored findings in the shapes of the contract. */
import { CATALOGUE } from "#shared/catalogue.ts";
import type { Finding, FindingDetail, FindingRow } from "#shared/contract/schemas.ts";
import type { IsoDate } from "#shared/week.ts";
import { daysLeft } from "../claims/deadlines.ts";
import { documentIds } from "../store/documents.ts";
import { findingById, relatedFindings, type StoredFinding } from "../store/findings.ts";
import type { ReadHandle } from "../store/schema.ts";
import { notFound } from "./errors.ts";

type Head = Pick<
  StoredFinding,
  "id" | "code" | "station" | "period" | "subjectLabel" | "direction" | "amountCents" | "estimated" | "status"
>;

/** What a finding shows everywhere. */
function headOf({ id, code, station, period, subjectLabel, direction, amountCents, estimated, status }: Head) {
  const { title } = CATALOGUE[code];
  return { id, code, title, station, period, subject: subjectLabel, direction, amountCents, estimated, status };
}

/** A finding as the command line prints it. */
export function asFinding(finding: StoredFinding): Finding {
  return {
    ...headOf(finding),
    sentence: finding.sentence,
    formula: finding.formula,
    evidence: finding.evidence.map((item) => ({ ...item })),
    explains: finding.explains.map((other) => other.id),
  };
}

/** A row of the queue. */
export function asRow(finding: Head & Pick<StoredFinding, "deadline" | "reopened">, today: IsoDate): FindingRow {
  const { deadline, reopened } = finding;
  return { ...headOf(finding), deadline, daysLeft: deadline === null ? null : daysLeft(deadline, today), reopened };
}

/** Everything the review pane shows of a finding. Throws NOT_FOUND. */
export async function findingDetail(db: ReadHandle, id: string, today: IsoDate): Promise<FindingDetail> {
  const found = await findingById(db, id);
  if (!found) throw notFound("This finding is not here any more.");
  const { finding, events } = found;
  const documents = await documentIds(db, [...new Set(finding.evidence.map((item) => item.sha256))]);
  return {
    ...asFinding(finding),
    deadline: finding.deadline,
    daysLeft: finding.deadline === null ? null : daysLeft(finding.deadline, today),
    counterparty: finding.counterparty,
    invoiceNumber: finding.invoiceNumber,
    sides: finding.sides.map(({ title, columns, rows, marked }) => ({
      title,
      columns: [...columns],
      rows: rows.map((row) => [...row]),
      marked: [...marked],
    })),
    notes: [...finding.notes],
    takesPlaceOf: finding.explains.map((other) => ({ ...other })),
    sources: finding.evidence.flatMap(({ sha256, sheet, row }) => {
      const documentId = documents.get(sha256);
      return documentId === undefined ? [] : [{ documentId, sha256, sheet, row }];
    }),
    history: events.map(({ at, actor, action, reason, amountCents }) => ({
      at,
      actor,
      action: action as FindingDetail["history"][number]["action"],
      reason,
      amountCents,
    })),
    related: (await relatedFindings(db, finding)).map((other) => asRow(other, today)),
  };
}
