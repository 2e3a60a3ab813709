/** The shapes that cross between the engine and whoever asks it. Strict in both directions: an unknown key is an error. */
import { z } from "zod";
import { CHECK_CODES, type CheckCode, DIRECTIONS, DOCUMENT_KINDS } from "../catalogue.ts";

export const checkCode = z.enum(CHECK_CODES as [CheckCode, ...CheckCode[]]);
export const direction = z.enum(DIRECTIONS);
export const documentKind = z.enum(DOCUMENT_KINDS);
/** A week's Sunday or a month. */
export const period = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/);
export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const cents = z.int();
const count = z.int().nonnegative();

/** A single-use permission to read one file or folder, handed out by the shell; a path never crosses. */
export const fileToken = z.string().min(16).max(64);

/** Progress of a long command, then its result. `done` of `total` units (files, periods, pages). */
export const progress = z.strictObject({
  type: z.literal("progress"),
  stage: z.string(),
  done: count,
  total: count,
  detail: z.string(),
});
export type Progress = z.infer<typeof progress>;

/** Turns a result shape into the events of a long command: progress, then one `done`. */
export function events<T extends z.ZodType>(result: T) {
  return z.discriminatedUnion("type", [progress, z.strictObject({ type: z.literal("done"), result })]);
}

export const findingStatus = z.enum(["open", "confirmed", "dismissed", "cleared"]);
export type FindingStatus = z.infer<typeof findingStatus>;

export const evidence = z.strictObject({
  document: z.string(),
  sha256: z.string(),
  sheet: z.string().nullable(),
  row: z.int().positive(),
  cells: z.record(z.string(), z.string()),
});

/** What a finding shows everywhere. */
const findingHead = {
  id: z.string(),
  code: checkCode,
  title: z.string(),
  station: z.string().nullable(),
  period,
  subject: z.string(),
  direction,
  amountCents: cents.nullable(),
  estimated: z.boolean(),
  status: findingStatus,
};

/** A finding as the command line prints it; documented in the README, an interface. */
export const finding = z.strictObject({
  ...findingHead,
  sentence: z.string(),
  formula: z.string(),
  evidence: z.array(evidence).min(1),
  explains: z.array(z.string()),
});
export type Finding = z.infer<typeof finding>;

/** A row of the review queue. */
export const findingRow = z.strictObject({
  ...findingHead,
  deadline: isoDate.nullable(),
  /** Whole days to the deadline, negative once it is past; null without one. */
  daysLeft: z.int().nullable(),
  reopened: z.boolean(),
  assignee: z.string().nullable(),
  /** The claim it is in. */
  claim: z.int().nullable(),
});
export type FindingRow = z.infer<typeof findingRow>;

export const side = z.strictObject({
  title: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  marked: z.array(count),
});

export const historyEntry = z.strictObject({
  at: z.string(),
  actor: z.string(),
  action: z.enum(["found", "confirmed", "dismissed", "reopened", "cleared", "changed", "undone", "assigned"]),
  /** Of an assignment, to whom; "" for nobody in particular. */
  reason: z.string(),
  amountCents: cents.nullable(),
});

/** Everything the review pane and the packet show of one finding. */
export const findingDetail = z.strictObject({
  ...finding.shape,
  deadline: isoDate.nullable(),
  daysLeft: z.int().nullable(),
  counterparty: z.string().nullable(),
  invoiceNumber: z.string().nullable(),
  sides: z.array(side).length(2),
  notes: z.array(z.string()),
  /** What this finding takes the place of, so that no dollar is counted twice. */
  takesPlaceOf: z.array(z.strictObject({ id: z.string(), code: checkCode, label: z.string() })),
  /** Evidence with the document it opens. */
  sources: z.array(
    z.strictObject({ documentId: z.int(), sha256: z.string(), sheet: z.string().nullable(), row: z.int() }),
  ),
  history: z.array(historyEntry),
  related: z.array(findingRow),
  assignee: z.string().nullable(),
  /** The claim it is in. */
  claim: z.nullable(z.strictObject({ number: z.int(), label: z.string(), status: z.string() })),
});
export type FindingDetail = z.infer<typeof findingDetail>;

/** What to list. Every part that is left out does not filter. */
export const findingFilter = z.strictObject({
  code: checkCode.optional(),
  family: z.enum(["A", "B", "C", "D", "E", "F", "G"]).optional(),
  /** "" for what belongs to the whole company; so below: "" asks for findings without one. */
  station: z.string().optional(),
  period: period.optional(),
  direction: z.array(direction).optional(),
  status: z.array(findingStatus).optional(),
  search: z.string().max(200).optional(),
  withAmount: z.boolean().optional(),
  counterparty: z.string().max(200).optional(),
  invoiceNumber: z.string().max(200).optional(),
  /** Who looks after them; "" for nobody. */
  assignee: z.string().max(60).optional(),
  /** In a claim (true) or in none (false). */
  claimed: z.boolean().optional(),
});
export type FindingFilter = z.infer<typeof findingFilter>;

export const outcome = z.enum(["agrees", "finding", "cannot-verify", "not-applicable"]);
/** One cell of the coverage interface: what a check could say of a station's period. */
export const coverageRow = z.strictObject({
  station: z.string().nullable(),
  period,
  code: checkCode,
  outcome,
  missing: z.array(documentKind),
  /** Why a document that is there did not suffice; "" where it is simply missing, or nothing is. */
  why: z.string(),
});

/** One cell of the board's grid: a kind of document on a day. */
export const dayPresence = z.enum(["present", "missing", "partial", "quiet"]);
export const coverageGridRow = z.strictObject({
  kind: documentKind,
  /** One entry a day of the week: `quiet` where nothing happened, so nothing is missing. */
  days: z.array(dayPresence).length(7),
  state: z.enum(["present", "missing", "partial"]),
  /** Codes that cannot be verified because of this kind. */
  prevents: z.array(checkCode),
  documents: z.array(z.string()),
});

/** A stretch of a page that holds one cell, in points from the top left corner of the page as it is shown. */
const placedCell = z.strictObject({
  text: z.string(),
  x: z.number(),
  y: z.number(),
  width: z.number().nonnegative(),
  height: z.number().nonnegative(),
});

/** A PDF with the place of one of its lines. */
export const pdfPage = z.strictObject({
  document: z.string(),
  sha256: z.string(),
  pages: z.int().positive(),
  /** The cells of the line; empty where the page has no such line. */
  line: z.array(placedCell),
  /** The bytes of the whole PDF. */
  file: z.instanceof(Blob),
});
export type PdfPage = z.infer<typeof pdfPage>;

/** A cell of a source sheet is text as it stands. */
export const sourceGrid = z.strictObject({
  document: z.string(),
  sha256: z.string(),
  sheet: z.string().nullable(),
  firstRow: z.int().positive(),
  rows: z.array(z.array(z.string())),
  totalRows: count,
});

export const problem = z.strictObject({
  file: z.string(),
  sheet: z.string().nullable(),
  row: z.int().nullable(),
  column: z.string().nullable(),
  text: z.string(),
  reason: z.string(),
});
export type Problem = z.infer<typeof problem>;

/** What becomes of a row: each row of a file is exactly one of these. */
export const ROW_STATES = ["new", "changed", "already", "superseded", "conflict", "error"] as const;
export const rowState = z.enum(ROW_STATES);
export type RowState = z.infer<typeof rowState>;

/**
 * `superseded`: a later file that is stored already speaks in its place; it is kept and does not count. `conflict`: another file of the
 * same time says otherwise, so neither is later. `error`: a cell could not be read.
 */
export const rowCounts = z.strictObject({
  new: count,
  changed: count,
  already: count,
  superseded: count,
  conflict: count,
  error: count,
});

/** How a table writes dates and numbers. */
export const dateOrder = z.enum(["month first", "day first"]);
export const numberStyle = z.enum(["1,234.56", "1.234,56"]);

/** A mapping of a table's columns to the fields of a kind: what a person said once, kept for every later file with the same header. */
export const mappingProfile = z.strictObject({
  name: z.string().trim().min(1).max(80),
  kind: documentKind,
  /** The layout whose fields these are; empty for a kind with one. */
  layout: z.string().max(80),
  /** Of the header: the SHA-256 of its normalised titles in order of the alphabet. */
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  /** Title as it stands of the column, or of the label above the table, by field. */
  columns: z.record(z.string().max(60), z.string().max(300)),
  /** What holds for every row, by field, written as in a cell. */
  constants: z.record(z.string().max(60), z.string().max(300)),
  dates: dateOrder,
  numbers: numberStyle,
  /** Money fields that the document writes with the opposite sign. */
  reversed: z.array(z.string().max(60)).max(40),
});
export type MappingProfile = z.infer<typeof mappingProfile>;

/** A table of a file that nobody could name: what a person maps. */
export const unknownTable = z.strictObject({
  sheet: z.string().nullable(),
  /** 1-based. */
  headerRow: z.int().positive(),
  titles: z.array(z.string()),
  /** The first rows below the header, in the order of the titles. */
  samples: z.array(z.array(z.string())),
  /** Texts above the header that may name the value beside them (`Bill No`): a mapping's column may be one of these titles too. */
  above: z.array(z.strictObject({ title: z.string(), value: z.string() })),
  rows: count,
  fingerprint: z.string(),
});

/** A kind the table could be, with how much speaks for it (0 to 100). */
export const mappingCandidate = z.strictObject({
  kind: documentKind,
  layout: z.string(),
  title: z.string(),
  score: count,
});

export const fieldShape = z.enum([
  "text",
  "date",
  "clock",
  "money",
  "number",
  "percent",
  "duration",
  "station",
  "state",
  "vin",
  "yes or no",
]);

/** A field of a kind, as the mapping step offers it. */
export const mappingField = z.strictObject({
  field: z.string(),
  label: z.string(),
  required: z.boolean(),
  shape: fieldShape,
  /** Whether it is said once above the table, so that a constant can stand for it. */
  above: z.boolean(),
});

/** A first draft of a mapping, from synonyms and from the data itself. */
export const mappingSuggestion = z.strictObject({
  table: unknownTable,
  candidates: z.array(mappingCandidate),
  fields: z.array(mappingField),
  profile: mappingProfile,
  /** Fields of the draft that are only guessed: by a part of a title, or by what the column holds. A person has to look at them. */
  guessed: z.array(z.string()),
  /** Dates of the table can be read in either order, so that the order must be confirmed. */
  datesAmbiguous: z.boolean(),
  numbersAmbiguous: z.boolean(),
});
export type MappingSuggestion = z.infer<typeof mappingSuggestion>;

/** One file of a plan: what it is and what importing it would do. */
export const plannedFile = z.strictObject({
  name: z.string(),
  sha256: z.string(),
  bytes: count,
  /** `ready` will be imported; `already` holds nothing new; `refused` stores nothing; `mapping` waits for a person to say what it is. */
  state: z.enum(["ready", "already", "refused", "mapping"]),
  kind: documentKind.nullable(),
  /** Whose layout it is; empty where the kind has one. */
  layout: z.string(),
  /** The mapping that was applied, null where none was needed. */
  profile: z.string().nullable(),
  /** One plain sentence for the person who dropped it. */
  message: z.string(),
  stations: z.array(z.string()),
  from: isoDate.nullable(),
  to: isoDate.nullable(),
  rows: rowCounts,
  problems: z.array(problem),
  /** A few rows as understood beside the cells as they stand. */
  sample: z.array(
    z.strictObject({
      row: z.int(),
      cells: z.record(z.string(), z.string()),
      understood: z.record(z.string(), z.string()),
    }),
  ),
  /** Stored documents it takes the place of, with what that changes. */
  supersedes: z.array(z.strictObject({ document: z.string(), added: count, removed: count, changed: count })),
  /** Of a file that waits to be mapped: its tables and what they could be. */
  mapping: z.nullable(z.strictObject({ tables: z.array(unknownTable), candidates: z.array(mappingCandidate) })),
});
export type PlannedFile = z.infer<typeof plannedFile>;

export const plan = z.strictObject({ planId: z.string(), hash: z.string(), files: z.array(plannedFile) });
export type Plan = z.infer<typeof plan>;

/** A mapping for one table of a planned file. */
export const mappingAnswer = z.strictObject({
  planId: z.string(),
  sha256: z.string(),
  sheet: z.string().nullable(),
  headerRow: z.int().positive(),
  profile: mappingProfile,
});
export type MappingAnswer = z.infer<typeof mappingAnswer>;

/** What a table is read as with a mapping. */
export const mappingTrial = z.strictObject({
  rows: count,
  problems: z.array(problem),
  sample: plannedFile.shape.sample,
  /** Why it cannot be applied yet, as sentences; empty where it can. */
  missing: z.array(z.string()),
});
export type MappingTrial = z.infer<typeof mappingTrial>;

/** One row of a planned file, with what becomes of it and why. */
export const planRow = z.strictObject({
  sheet: z.string().nullable(),
  row: z.int(),
  state: rowState,
  reason: z.string(),
  cells: z.record(z.string(), z.string()),
  understood: z.record(z.string(), z.string()),
  /** What is stored, where the row changes it. */
  before: z.record(z.string(), z.string()).nullable(),
});
export type PlanRow = z.infer<typeof planRow>;

/** One line of the difference between a document and the one it takes the place of. */
export const differenceLine = z.strictObject({
  change: z.enum(["added", "removed", "changed"]),
  /** What the line is about, in words: day, route, driver. */
  label: z.string(),
  before: z.record(z.string(), z.string()).nullable(),
  after: z.record(z.string(), z.string()).nullable(),
  /** Names of the values that differ. */
  fields: z.array(z.string()),
});
export type DifferenceLine = z.infer<typeof differenceLine>;

export const difference = z.strictObject({
  /** The documents it is compared with. */
  with: z.array(z.string()),
  added: count,
  removed: count,
  changed: count,
  /** The first lines, in order of day and label. */
  lines: z.array(differenceLine),
});
export type Difference = z.infer<typeof difference>;

export const importResult = z.strictObject({
  imported: z.array(z.strictObject({ name: z.string(), kind: documentKind, rows: count, sha256: z.string() })),
  already: z.array(z.string()),
  refused: z.array(z.strictObject({ name: z.string(), reason: z.string() })),
  /** Files that wait to be mapped; nothing of them was stored. */
  mapping: z.array(z.string()),
  problems: z.array(problem),
});
export type ImportResult = z.infer<typeof importResult>;

export const checkResult = z.strictObject({
  /** False when a check crashed: a blocking finding says which. */
  complete: z.boolean(),
  periodsChecked: count,
  checksRun: count,
  findingsOpen: count,
  findingsNew: count,
  findingsChanged: count,
  findingsCleared: count,
  crashes: z.array(z.strictObject({ code: checkCode, station: z.string().nullable(), period, message: z.string() })),
});
export type CheckResult = z.infer<typeof checkResult>;

export const historyDocument = z.strictObject({
  id: z.int(),
  name: z.string(),
  kind: documentKind,
  sha256: z.string(),
  stations: z.array(z.string()),
  from: isoDate.nullable(),
  to: isoDate.nullable(),
  rows: count,
  /** How many of them count; the others were superseded by a later file. */
  currentRows: count,
  layout: z.string(),
  profile: z.string().nullable(),
  problems: count,
  /** Files that were imported together have the same instant. */
  importedAt: z.string(),
});

export const moneyTile = z.strictObject({ cents, count });
export const board = z.strictObject({
  stations: z.array(z.strictObject({ station: z.string(), name: z.string(), state: z.string() })),
  weeks: z.array(isoDate),
  coverage: z.array(coverageGridRow),
  /** Claimable money of the whole workspace that is open or confirmed and not handed in yet, and what became of the rest. */
  tiles: z.strictObject({
    claimable: moneyTile,
    confirmed: moneyTile,
    /** Claims that were handed in and wait for an answer or for money: what is outstanding of them. */
    submitted: moneyTile,
    /** Received since January 1, with how many payments and credits. */
    recovered: moneyTile,
    payroll: moneyTile,
    exposure: moneyTile,
    cannotVerify: count,
  }),
  families: z.array(
    z.strictObject({
      family: z.enum(["A", "B", "C", "D", "E", "F", "G"]),
      title: z.string(),
      claimableCents: cents,
      otherCents: cents,
      count,
      checks: z.array(z.strictObject({ code: checkCode, title: z.string(), cents, count })),
    }),
  ),
  deadlines: z.array(
    z.strictObject({
      station: z.string().nullable(),
      invoiceNumber: z.string(),
      deadline: isoDate,
      daysLeft: z.int(),
      cents,
      count,
    }),
  ),
  /** Periods whose documents or checks changed since they were last checked: their silence says nothing. */
  unchecked: z.strictObject({ week: count, all: count }),
  outcomes: z.strictObject({ agrees: count, finding: count, cannotVerify: count, notApplicable: count }),
});
export type Board = z.infer<typeof board>;

/** A week of the trend: claimable money found in it, how much of that was handed in, and how much of that came back. */
export const trendWeek = z.strictObject({
  week: isoDate,
  foundCents: cents,
  claimedCents: cents,
  recoveredCents: cents,
  families: z.array(z.strictObject({ family: z.enum(["A", "B", "C", "D", "E", "F", "G"]), foundCents: cents })),
});
export const trend = z.strictObject({
  /** Oldest first, without gaps. */
  weeks: z.array(trendWeek),
  families: z.array(z.strictObject({ family: z.enum(["A", "B", "C", "D", "E", "F", "G"]), title: z.string() })),
});
export type Trend = z.infer<typeof trend>;

/** One invoice of a week on the control sheet; null where it cannot be said. `none`: nothing of the sort exists in the week. */
export const controlMoney = z.strictObject({
  paidCents: cents.nullable(),
  expectedCents: cents.nullable(),
  differenceCents: cents.nullable(),
  estimated: z.boolean(),
  state: z.enum(["verified", "in part", "not verified", "none"]),
  missing: z.array(documentKind),
});
/** A station's week on the owner's control sheet. Expected minus paid is the sum of the week's A (or B) findings that carry money. */
export const controlRow = z.strictObject({
  station: z.string(),
  week: isoDate,
  invoice: controlMoney,
  incentive: controlMoney,
  /** Completed routes and delivered packages of the work summary. */
  routes: count.nullable(),
  packages: count.nullable(),
  /** Minutes of the blocks of the routes Amazon pays, and minutes drivers clocked. */
  paidMinutes: count.nullable(),
  clockedMinutes: count.nullable(),
  /** Documents that are here but do not cover the week. */
  partial: z.array(documentKind),
  /** False where documents changed since the week was checked, or it never was: its differences are not up to date. */
  checked: z.boolean(),
});
export type ControlRow = z.infer<typeof controlRow>;

/** What one van earns and costs in a month, in cents. Null where nobody can say what Amazon pays for it. */
const vanRow = z.strictObject({
  vin: z.string(),
  unit: z.string(),
  station: z.string().nullable(),
  lessors: z.array(z.string()),
  amazonCents: cents.nullable(),
  /** Rent, fees and tax, less credits. */
  billedCents: cents,
  /** What the lease checks claim of it. */
  claimedCents: cents,
  netCents: cents,
  marginCents: cents.nullable(),
});
/** The van table of a month. */
export const vanMonth = z.strictObject({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  rows: z.array(vanRow),
  /** Billed on lines that name no van of ours. */
  withoutVanCents: cents,
  /** Of Amazon's fleet invoices what is for stations without a known van. */
  unsharedCents: cents,
});
export type VanMonth = z.infer<typeof vanMonth>;

export const packetResult = z.strictObject({
  /** File name inside the workspace's packets folder, or the path the command line asked for. */
  file: z.string(),
  findings: count,
  totalCents: cents,
  pages: count,
  sha256: z.string(),
  /** Of a PDF whose originals are too large for it: the ZIP in the packets folder that holds them. */
  zip: z.string().optional(),
});
export type PacketResult = z.infer<typeof packetResult>;

export const workspaceStatus = z.strictObject({
  /** Null until a workspace is open. */
  open: z.nullable(
    z.strictObject({
      name: z.string(),
      folder: z.string(),
      sample: z.boolean(),
      encrypted: z.boolean(),
      /** What speaks against the drive it is on, as a sentence; null when nothing does. */
      driveWarning: z.string().nullable(),
      documents: count,
      findingsOpen: count,
      stations: z.array(z.string()),
    }),
  ),
  /** Names of the workspaces in the app's folder, so that one that was closed can be opened again. */
  workspaces: z.array(z.string()),
  /** Name of the workspace that is encrypted and waits for its passphrase; null when none does. */
  locked: z.string().nullable(),
  today: isoDate,
});
export type WorkspaceStatus = z.infer<typeof workspaceStatus>;

/** What opens an encrypted workspace. */
export const secret = z.union([
  z.strictObject({ passphrase: z.string().min(1).max(1000) }),
  z.strictObject({ recoveryKey: z.string().min(1).max(200) }),
]);
/** A passphrase that is set. How long it has to be at least is said in a sentence. */
export const newPassphrase = z.string().min(1).max(1000);

/** A workspace that was encrypted. */
export const encrypted = z.strictObject({
  /** Told this once. */
  recoveryKey: z.string(),
  /** What lies in its folder and is not encrypted, in words. */
  left: z.array(z.string()),
});
export type Encrypted = z.infer<typeof encrypted>;

/** Whether the computer remembers the keys of the open workspace. */
export const remembering = z.strictObject({
  /** Why it cannot; null when it can. */
  problem: z.string().nullable(),
  remembered: z.boolean(),
});
export type Remembering = z.infer<typeof remembering>;

/** Why a backup was made. */
export const backupReason = z.enum(["day", "update", "undo", "restore", "asked"]);

/** A backup of a workspace, as it is listed. */
export const backup = z.strictObject({
  name: z.string(),
  /** Instant, ISO with Z; null for one whose description cannot be read. */
  madeAt: z.string().nullable(),
  reason: backupReason.nullable(),
  documents: count,
  findings: count,
  packets: count,
  /** Of the database and the files it refers to; files are shared between backups. */
  bytes: count,
  /** Files that were missing or changed when it was made, in words. */
  missing: z.array(z.string()),
  /** Why it cannot be used; null when nothing is known to speak against it. */
  problem: z.string().nullable(),
});
export type Backup = z.infer<typeof backup>;

export const backupList = z.strictObject({
  backups: z.array(backup),
  /** Why the backup that was due when the workspace was opened could not be made; null when all is well. */
  dueProblem: z.string().nullable(),
});
export type BackupList = z.infer<typeof backupList>;

const restoreChange = z.strictObject({ vanish: z.array(z.string()), comeBack: z.array(z.string()) });
/** What restoring a backup would change, by name. */
export const restorePreview = z.strictObject({
  backup,
  documents: restoreChange,
  findings: restoreChange,
  claims: restoreChange,
  /** Findings on which another decision would stand, and claims that would stand otherwise, in words. */
  decisions: z.array(z.string()),
  packets: restoreChange,
  /** Originals and packets that cannot be brought back, in words. */
  missing: z.array(z.string()),
});
export type RestorePreview = z.infer<typeof restorePreview>;

export const restored = z.strictObject({
  backup: z.string(),
  /** The backup that holds what was there before: restoring it undoes the restore. Null when that was damaged or nothing. */
  previous: z.string().nullable(),
  /** The file a damaged database was moved to. */
  setAside: z.string().nullable(),
  /** Originals and packets that could not be brought back, in words. */
  missing: z.array(z.string()),
});
export type Restored = z.infer<typeof restored>;

/** What was looked at in a workspace. A note is worth knowing and no fault. */
export const verification = z.strictObject({
  whole: z.boolean(),
  lines: z.array(z.strictObject({ state: z.enum(["good", "note", "problem"]), text: z.string() })),
});
export type Verification = z.infer<typeof verification>;

/** What a support bundle holds, for whoever reads it before it is sent. */
export const supportBundle = z.strictObject({
  /** Name of the ZIP without its folder; null where none was written. */
  file: z.string().nullable(),
  parts: z.array(z.strictObject({ name: z.string(), text: z.string() })),
});
export type SupportBundle = z.infer<typeof supportBundle>;

/** A name or payroll id of some document, and the roster's employee it means. */
export const personLinkInput = z.strictObject({
  kind: z.enum(["name", "payroll id"]),
  text: z.string().trim().min(1).max(200),
  employeeId: z.string().trim().min(1).max(80),
});
export type PersonLinkInput = z.infer<typeof personLinkInput>;

export const storedPersonLink = personLinkInput.extend({
  /** As the roster has it; null where nobody there has that id any more. */
  name: z.string().nullable(),
  linkedAt: z.string(),
});
export type StoredPersonLink = z.infer<typeof storedPersonLink>;

/** The parts of the daily exception report, in its order. */
export const EXCEPTION_KINDS = ["missing punches", "ghost hours", "meals", "overtime", "people"] as const;
export const exceptionKind = z.enum(EXCEPTION_KINDS);

/** What needs a look on one day. */
export const dayExceptions = z.strictObject({
  day: isoDate,
  parts: z.array(
    z.strictObject({
      kind: exceptionKind,
      rows: z.array(
        z.strictObject({
          station: z.string(),
          /** Whom it is about, as the owner reads it. */
          who: z.string(),
          what: z.string(),
          /** What to do. */
          ask: z.string(),
          amountCents: cents.nullable(),
        }),
      ),
      /** What could not be judged, as sentences. */
      unverified: z.array(z.string()),
    }),
  ),
});
export type DayExceptions = z.infer<typeof dayExceptions>;
