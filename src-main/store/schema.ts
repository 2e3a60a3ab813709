/** The tables as Kysely sees them. Booleans are 0 or 1, structured values JSON text. */
import type { ColumnType, Generated, Kysely, Transaction } from "kysely";
import type { FactType, FactValues } from "../documents/facts.ts";

/** What every row of facts begins with. */
export interface FactColumns {
  id: Generated<number>;
  sheetId: number;
  row: number;
  cells: string;
  scope: string;
  key: string;
  current: number;
  day: string | null;
}

type Stored<V> = V extends boolean ? number : V;
/** A table of facts: the source columns and the fact's own. */
export type FactTable<T extends FactType> = FactColumns & { [K in keyof FactValues<T>]: Stored<FactValues<T>[K]> };

export interface Schema extends FactTables {
  meta: { key: string; value: string };
  document: {
    id: Generated<number>;
    name: string;
    sha256: string;
    bytes: number;
    container: string | null;
    asOf: string;
    importedAt: string;
    fromDay: string | null;
    toDay: string | null;
    stations: string;
    rows: number;
  };
  documentSheet: {
    id: Generated<number>;
    documentId: number;
    sheet: string | null;
    kind: string;
    columns: string;
    layout: string;
    profile: string | null;
  };
  coveredDay: {
    documentId: number;
    kind: string;
    station: string | null;
    day: string;
    state: "covered" | "unreadable";
  };
  documentProblem: {
    documentId: number;
    sheet: string | null;
    row: number | null;
    column: string | null;
    text: string;
    reason: string;
  };
  scopeState: {
    station: string;
    period: string;
    fingerprint: string | null;
    holdsUntil: ColumnType<string | null, string | null | undefined, string | null>;
  };
  outcome: { station: string; period: string; code: string; outcome: string; missing: string; why: string };
  finding: {
    id: string;
    code: string;
    station: string | null;
    period: string;
    subject: string;
    subjectLabel: string;
    direction: string;
    amountCents: number | null;
    estimated: number;
    status: string;
    reopened: number;
    sentence: string;
    formula: string;
    sides: string;
    notes: string;
    explains: string;
    evidence: string;
    deadline: string | null;
    counterparty: string | null;
    invoiceNumber: string | null;
    /** Who looks after it, by the name in `appUser`; no part of what a check found. */
    assignee: ColumnType<string | null, string | null | undefined, string | null>;
    /** Its number in the search, given when it is stored. */
    number: ColumnType<number, never, never>;
  };
  findingSearch: { rowid: number; findingSearch: string };
  findingEvent: {
    id: Generated<number>;
    findingId: string;
    at: string;
    actor: string;
    action: string;
    reason: string;
    amountCents: number | null;
    statusBefore: string | null;
  };
  parameter: { code: string; name: string; effectiveFrom: string; value: number };
  personLink: { kind: string; key: string; text: string; employeeId: string; linkedAt: string };
  vanLink: { key: string; provider: string; unit: string; plate: string; vin: string; linkedAt: string };
  profile: { name: string; fingerprint: string; kind: string; body: string; savedAt: string };
  packet: {
    number: Generated<number>;
    file: string;
    sha256: string;
    findings: number;
    totalCents: number;
    madeAt: string;
    actor: string;
    claimNumber: ColumnType<number | null, number | null | undefined, number | null>;
    format: ColumnType<string, string | undefined, string>;
  };
  appUser: {
    name: string;
    role: string;
    pinSalt: string | null;
    pinHash: string | null;
    addedAt: string;
    removedAt: string | null;
    wrongPins: Generated<number>;
    wrongPinAt: string | null;
  };
  assignment: { id: Generated<number>; findingId: string; at: string; actor: string; assignee: string | null };
  claim: {
    number: Generated<number>;
    kind: string;
    counterparty: string;
    station: string | null;
    invoiceNumber: string | null;
    period: string | null;
    status: string;
    reference: string;
    deadline: string | null;
    submittedOn: string | null;
    closedOn: string | null;
    writtenOffCents: number;
    assignee: string | null;
    createdAt: string;
    createdBy: string;
  };
  claimItem: {
    findingId: string;
    claimNumber: number;
    /** What was claimed when it was submitted; null while it is a draft, which follows the finding. */
    claimedCents: number | null;
    approvedCents: number | null;
    reason: string;
    addedAt: string;
  };
  claimPayment: {
    id: Generated<number>;
    claimNumber: number;
    kind: string;
    receivedOn: string;
    cents: number;
    note: string;
    sourceSha256: string | null;
    sourceSheet: string | null;
    sourceRow: number | null;
    at: string;
    actor: string;
  };
  claimEvent: {
    id: Generated<number>;
    claimNumber: number;
    at: string;
    actor: string;
    action: string;
    onDay: string | null;
    note: string;
    statusBefore: string | null;
    statusAfter: string | null;
    cents: number | null;
    before: string;
  };
  comment: {
    id: Generated<number>;
    findingId: string | null;
    claimNumber: number | null;
    at: string;
    actor: string;
    text: string;
    removedAt: string | null;
  };
  attachment: {
    id: Generated<number>;
    findingId: string | null;
    claimNumber: number | null;
    name: string;
    sha256: string;
    bytes: number;
    at: string;
    actor: string;
    removedAt: string | null;
  };
  savedView: { name: string; body: string; savedAt: string; actor: string };
  deadlineWarning: { subject: string; deadline: string; days: number; at: string };
  audit: {
    seq: ColumnType<number, number, never>;
    at: string;
    actor: string;
    command: string;
    subject: string;
    before: string;
    after: string;
    previousHash: string;
    hash: string;
  };
}

export type FactTables = { [T in FactType]: FactTable<T> };

/** A handle that can only read. It is a consistent snapshot for as long as the callback runs. */
export type ReadHandle = Pick<Kysely<Schema>, "selectFrom" | "executeQuery" | "getExecutor" | "fn">;
/** The transaction of one command. It is also a read handle, so that queries can be shared. */
export type WriteHandle = Transaction<Schema>;
