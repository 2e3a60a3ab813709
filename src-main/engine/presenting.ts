/** Stored findings in the shapes of the contract. */
import {
  CATALOGUE,
  type CheckCode,
  DIRECTION_LABELS,
  type Direction,
  FAMILIES,
  type Family,
} from "#shared/catalogue.ts";
import type { FindingGroup, GroupBy } from "#shared/contract/review.ts";
import type { Finding, FindingDetail, FindingFilter, FindingRow, FindingStatus } from "#shared/contract/schemas.ts";
import { formatPeriod, type IsoDate } from "#shared/week.ts";
import { daysLeft } from "../claims/deadlines.ts";
import { claimOfFindings } from "../store/claims.ts";
import { documentIds } from "../store/documents.ts";
import { findingById, relatedFindings, type StoredFinding } from "../store/findings.ts";
import { assignmentsOf } from "../store/findings-assigning.ts";
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
export function asRow(
  finding: Head & Pick<StoredFinding, "deadline" | "reopened" | "assignee"> & { readonly claim: number | null },
  today: IsoDate,
): FindingRow {
  const { deadline, reopened, assignee, claim } = finding;
  const left = deadline === null ? null : daysLeft(deadline, today);
  return { ...headOf(finding), deadline, daysLeft: left, reopened, assignee, claim };
}

/** A group of the queue, with the filter that matches exactly its findings within what was asked. */
export function asGroup(
  { key, count, open, claimableCents }: Omit<FindingGroup, "label" | "filter">,
  asked: FindingFilter,
  by: GroupBy,
): FindingGroup {
  const { label, narrow } = GROUPS[by];
  return { key, label: label(key), count, open, claimableCents, filter: { ...asked, ...narrow(key) } };
}

interface Grouping {
  readonly label: (key: string) => string;
  readonly narrow: (key: string) => FindingFilter;
}

/** How groups are called and asked for. The keys come from our own columns. */
const GROUPS: Record<GroupBy, Grouping> = {
  code: {
    label: (key) => `${key} ${CATALOGUE[key as CheckCode].title}`,
    narrow: (key) => ({ code: key as CheckCode }),
  },
  family: { label: (key) => FAMILIES[key as Family], narrow: (key) => ({ family: key as Family }) },
  station: { label: (key) => key || "Whole company", narrow: (station) => ({ station }) },
  period: { label: (key) => formatPeriod(key), narrow: (period) => ({ period }) },
  direction: {
    label: (key) => DIRECTION_LABELS[key as Direction],
    narrow: (key) => ({ direction: [key as Direction] }),
  },
  status: {
    label: (key) => STATUS_LABELS[key as FindingStatus],
    narrow: (key) => ({ status: [key as FindingStatus] }),
  },
  counterparty: { label: (key) => key || "Nobody in particular", narrow: (counterparty) => ({ counterparty }) },
  invoice: { label: (key) => key || "No invoice", narrow: (invoiceNumber) => ({ invoiceNumber }) },
  assignee: { label: (key) => key || "Nobody yet", narrow: (assignee) => ({ assignee }) },
};

const STATUS_LABELS: Record<FindingStatus, string> = {
  open: "Open",
  confirmed: "Confirmed",
  dismissed: "Dismissed",
  cleared: "Cleared",
};

/** Everything the review pane shows of a finding. Throws NOT_FOUND. */
export async function findingDetail(db: ReadHandle, id: string, today: IsoDate): Promise<FindingDetail> {
  const found = await findingById(db, id);
  if (!found) throw notFound("This finding is not here any more.");
  const { finding, events } = found;
  const related = await relatedFindings(db, finding);
  const claims = await claimOfFindings(db, [id, ...related.map((other) => other.id)]);
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
    history: await historyOf(db, id, events),
    related: related.map((other) => asRow({ ...other, claim: claims.get(other.id)?.number ?? null }, today)),
    assignee: finding.assignee,
    claim: claims.get(id) ?? null,
  };
}

/** What happened to a finding, oldest first: what checks and decisions made of it, and whom it was given to. */
async function historyOf(
  db: ReadHandle,
  id: string,
  events: NonNullable<Awaited<ReturnType<typeof findingById>>>["events"],
): Promise<FindingDetail["history"]> {
  const decided = events.map(({ at, actor, action, reason, amountCents }) => ({
    at,
    actor,
    action: action as FindingDetail["history"][number]["action"],
    reason,
    amountCents,
  }));
  const given = (await assignmentsOf(db, id)).map(({ at, actor, assignee }) => ({
    at,
    actor,
    action: "assigned" as const,
    reason: assignee ?? "",
    amountCents: null,
  }));
  return [...decided, ...given].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
