/** What goes into an audit packet and what its model holds. Types only. */
import type { CheckCode, Direction } from "#shared/catalogue.ts";
import type { FindingDetail, FindingStatus } from "#shared/contract/schemas.ts";
import type { Cents } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";
import type { DeadlineState } from "../claims/deadlines.ts";
import type { Template } from "./templates.ts";

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

/** A row that stays with the sender. */
export type KeptRow = Pick<SourceRow, "document" | "sha256" | "sheet" | "row">;

/** A finding with the rows that prove it. */
export type PacketFinding = FindingDetail & {
  readonly sourceRows: readonly SourceRow[];
  /** What it rests on and the receiver is not shown. */
  readonly keptRows?: readonly KeptRow[];
};

/** A finding as the packet counts it. */
export type CountedFinding = PacketFinding & {
  /** Whether its money is asked for. */
  readonly asked: boolean;
  /** Dismissed or cleared and not asked for: shown, never summed. */
  readonly settled: boolean;
  /** What the finding itself comes to where something else is claimed of it. */
  readonly foundCents: Cents | null;
};

/** The claim a packet is of. */
export interface PacketClaim {
  readonly number: number;
  /** As people call it: `C-0007`. */
  readonly label: string;
  readonly counterparty: string;
  readonly station: string | null;
  readonly invoiceNumber: string | null;
  readonly period: string | null;
  /** The counterparty's own number for it, "" where it has given none. */
  readonly reference: string;
  /** Null: the earliest of its findings counts. */
  readonly deadline: IsoDate | null;
  /** Null while it is a draft. From then on its deadline is met or missed, however late a packet is made of it. */
  readonly submittedOn: IsoDate | null;
  /**
   * What is claimed of each finding, by id: of a draft what it comes to now, afterwards what was submitted, whatever became of the finding.
   * 0: nothing.
   */
  readonly claimed: ReadonlyMap<string, Cents>;
}

/** Where the original of a source file is for whoever holds the packet. */
export type Delivery =
  /** In the PDF itself. */
  | "embedded"
  /** Beside the PDF in the ZIP they came in. */
  | "packed"
  /** In a ZIP of the same name: too large for the PDF. */
  | "accompanying"
  /** With the sender, who shows the rows that are needed. */
  | "kept"
  /** With the sender, who shows nothing of it. */
  | "withheld"
  /** Nowhere: it is missing from the archive or was changed. */
  | "missing";

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
  /** Who it is for. */
  readonly template: Template;
  /** The claim it is of; null for findings that somebody chose. */
  readonly claim?: PacketClaim | null;
  /** Where originals are, by SHA-256, with the names they have there; those that are left out are kept by the sender. */
  readonly originals?: ReadonlyMap<string, { readonly delivery: Delivery; readonly name: string | null }>;
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
  /** What the receiver is asked to do, in one or two sentences; null where nobody is asked for anything. */
  readonly ask: string | null;
  readonly stations: readonly string[];
  readonly periods: readonly string[];
  readonly counterparties: readonly string[];
  readonly invoiceNumbers: readonly string[];
  /** Everything that is asked for: of a claim, what it claims; else all that can be claimed from somebody, open and confirmed. */
  readonly claimable: Tally;
  readonly confirmed: Tally;
  readonly open: Tally;
  /** The part of the money asked for whose rate had to be estimated. */
  readonly estimated: Tally;
  /** One entry a direction that is not asked for. Never added to `claimable`, nor to each other. */
  readonly others: readonly DirectionTally[];
  /** Dismissed and cleared findings that were asked for. */
  readonly settled: number;
  /** The earliest deadline of the claimable findings. */
  readonly deadline: PacketDeadline | null;
}

/** A check's line in the summary; a check that reports in two directions has two lines. */
export interface SummaryRow extends DirectionTally {
  readonly asked: boolean;
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
  readonly finding: CountedFinding;
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
  readonly delivery: Delivery;
  /** Its name where it is delivered; null where it is not. */
  readonly attachedAs: string | null;
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
  readonly template: Template;
  readonly claim: PacketClaim | null;
  readonly cover: PacketCover;
  /** Claimable directions first. */
  readonly summary: readonly SummaryRow[];
  readonly invoices: readonly InvoiceTotal[];
  readonly sections: readonly PacketSection[];
  readonly files: readonly SourceFile[];
  readonly audit: { readonly head: string | null; readonly entries: readonly AuditEntry[] };
}
