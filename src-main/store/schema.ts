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
  };
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
  profile: { name: string; fingerprint: string; kind: string; body: string; savedAt: string };
  packet: {
    number: Generated<number>;
    file: string;
    sha256: string;
    findings: number;
    totalCents: number;
    madeAt: string;
    actor: string;
  };
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
