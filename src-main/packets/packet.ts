/** What goes into an audit packet and what its model holds. Types only. */
import type { CheckCode, Direction } from "#shared/catalogue.ts";
import type { FindingDetail, FindingStatus } from "#shared/contract/schemas.ts";
import type { Cents } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";
import type { DeadlineState } from "../claims/deadlines.ts";

/** One row of a source document as it stands, every cell of it. */
export interface SourceRow {
  readonly document: string;
  readonly sha256: string;
  readonly sheet: string | null;
  readonly row: number;
  readonly columns: readonly string[];
  readonly cells: readonly string[];
  /** Titles of the columns that decided. */
  readonly marked: readonly string[];
}

/** A finding with the rows that prove it. */
export type PacketFinding = FindingDetail & { readonly sourceRows: readonly SourceRow[] };

/** One entry of the audit trail, as it is printed. */
export interface AuditEntry {
  readonly at: string;
  readonly actor: string;
  readonly command: string;
  readonly subject: string;
  readonly hash: string;
}

export interface PacketInput {
  readonly packetNumber: string;
  readonly dspCode: string;
  /** The company as the owner calls it. */
  readonly workspace: string;
  readonly preparedBy: string;
  readonly preparedAt: IsoDate;
  readonly findings: readonly PacketFinding[];
  /**
   * Which findings to take, open and confirmed when left out. Dismissed and cleared ones that are asked for are listed and labelled,
   * but never part of a total.
   */
  readonly statuses?: readonly FindingStatus[];
  /** Hash of the audit trail's newest entry. */
  readonly auditHead: string | null;
  readonly auditExcerpt: readonly AuditEntry[];
  readonly appVersion: string;
}

/** Money and number of some findings. `unpriced` of them state no amount. */
export interface Tally {
  readonly cents: Cents;
  readonly count: number;
  readonly unpriced: number;
}

/** A tally of one direction; claimable directions are added together elsewhere, the others never. */
export interface DirectionTally extends Tally {
  readonly direction: Direction;
}

export interface PacketDeadline {
  readonly date: IsoDate;
  /** Whole days from the day the packet was prepared. */
  readonly daysLeft: number;
  readonly state: DeadlineState;
}

export interface PacketCover {
  readonly stations: readonly string[];
  readonly periods: readonly string[];
  readonly counterparties: readonly string[];
  readonly invoiceNumbers: readonly string[];
  /** Everything that can be claimed from somebody, open and confirmed. */
  readonly claimable: Tally;
  readonly confirmed: Tally;
  readonly open: Tally;
  /** The part of the claimable money whose rate had to be estimated. */
  readonly estimated: Tally;
  /** One entry a direction that cannot be claimed. Never added to `claimable`, nor to each other. */
  readonly others: readonly DirectionTally[];
  /** Dismissed and cleared findings that were asked for. */
  readonly settled: number;
  /** The earliest deadline of the claimable findings. */
  readonly deadline: PacketDeadline | null;
}

/** A check's line in the summary; a check that reports in two directions has two lines. */
export interface SummaryRow extends DirectionTally {
  readonly code: CheckCode;
  readonly title: string;
}

/** What is claimed on one invoice. */
export interface InvoiceTotal extends Tally {
  readonly counterparty: string | null;
  /** Null for claimable findings that name no invoice. */
  readonly invoiceNumber: string | null;
  readonly deadline: PacketDeadline | null;
}

export interface EvidenceRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Evidence rows that stand in the same table of the same file. */
export interface EvidenceTable {
  readonly document: string;
  readonly sha256: string;
  readonly sheet: string | null;
  readonly columns: readonly string[];
  /** Whether the column decided, for each column. */
  readonly marked: readonly boolean[];
  readonly rows: readonly EvidenceRow[];
}

/** A finding in its place in the packet. */
export interface PacketEntry {
  /** 1 to n through the whole packet. */
  readonly number: number;
  readonly finding: PacketFinding;
  /** Dismissed or cleared: shown, never summed. */
  readonly settled: boolean;
  readonly evidence: readonly EvidenceTable[];
}

export interface PacketSection {
  /** Null for what is nobody else's: payroll leaks and watches. */
  readonly counterparty: string | null;
  readonly claimable: Tally;
  readonly others: readonly DirectionTally[];
  readonly entries: readonly PacketEntry[];
}

/** A source file and the rows this packet uses from it. */
export interface SourceFile {
  readonly document: string;
  readonly sha256: string;
  readonly rows: number;
  readonly sheets: readonly { readonly sheet: string | null; readonly rows: readonly number[] }[];
}

/** Everything the packet says, in the order it says it. */
export interface PacketModel {
  readonly packetNumber: string;
  readonly dspCode: string;
  readonly workspace: string;
  readonly preparedBy: string;
  readonly preparedAt: IsoDate;
  readonly appVersion: string;
  readonly cover: PacketCover;
  /** Claimable directions first. */
  readonly summary: readonly SummaryRow[];
  readonly invoices: readonly InvoiceTotal[];
  readonly sections: readonly PacketSection[];
  readonly files: readonly SourceFile[];
  readonly audit: { readonly head: string | null; readonly entries: readonly AuditEntry[] };
}

/** There is nothing to make a packet of. */
export class EmptyPacketError extends Error {
  readonly code = "packet-empty";

  constructor() {
    super("A packet needs at least one finding. Confirm a finding, or widen the filter, and make the packet again.");
    this.name = "EmptyPacketError";
  }
}

/** The parts of a packet do not add up to its cover, or a dollar would be counted twice. Nothing is written. */
export class PacketTotalsError extends Error {
  readonly code = "packet-totals";

  constructor(what: string) {
    super(`The packet was not made: ${what}.`);
    this.name = "PacketTotalsError";
  }
}
