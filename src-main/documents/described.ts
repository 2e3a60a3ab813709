/** Planned files as the person who dropped them sees them. */
import type { PlannedFile, RowState } from "#shared/contract/schemas.ts";
import type { KnownDocument } from "../store/history.ts";
import { errorRows } from "./error-rows.ts";
import { cellsOf } from "./facts.ts";
import { type FactRow, unpacked } from "./packed.ts";
import type { PreparedDocument } from "./plan.ts";
import type { Outcome } from "./recognise/recognise.ts";
import type { UnderstoodDocument } from "./understand.ts";
import { understood } from "./understood.ts";

const SAMPLE_ROWS = 8;
const SHOWN_PROBLEMS = 200;

/** What names a file. */
interface Named {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** A document that will be stored, with what becomes of its rows. */
export function ready(document: PreparedDocument): PlannedFile {
  const rows = countsOf(document);
  return {
    ...empty(document, "ready", messageOf(document, rows)),
    kind: document.kind,
    stations: [...document.stations],
    from: document.from ?? document.covered[0]?.day ?? null,
    to: document.to ?? document.covered.at(-1)?.day ?? null,
    rows,
    problems: document.problems.slice(0, SHOWN_PROBLEMS),
    layout: document.sheets[0]?.layout ?? "",
    profile: document.sheets[0]?.profile ?? null,
    supersedes: document.states.replaced.map((each) => ({ ...each })),
    sample: sampleOf(document),
  };
}

/** A file that stores nothing, with the reason as a sentence. */
export function refused(file: Named, message: string): PlannedFile {
  return empty(file, "refused", message);
}

/** A file that waits for somebody to say what its columns are. */
export function toMap(
  file: Named,
  { message, tables, candidates }: Extract<Outcome, { mapping: unknown }>["mapping"],
): PlannedFile {
  return { ...empty(file, "mapping", message), mapping: { tables: [...tables], candidates: [...candidates] } };
}

/** A file that is stored already, with what it was read as. */
export function alreadyStored(file: UnderstoodDocument, stored: KnownDocument): PlannedFile {
  const { name, kind, stations, from, to } = stored;
  const described = empty(file, "already", `Already imported${name === file.name ? "" : ` as ${name}`}.`);
  const sheets = "sheets" in file.outcome ? file.outcome.sheets : [];
  const rows = {
    ...described.rows,
    already: sheets.reduce((sum, sheet) => sum + sheet.rows.count, 0),
    error: errorRows(sheets.map(({ problems }) => problems)).length,
  };
  return { ...described, kind, stations: [...stations], from, to, rows };
}

/** A file that was dropped twice: its rows are shown with the other. */
export function twin(file: Named, other: string): PlannedFile {
  return empty(file, "already", `The same file as ${other}.`);
}

/** How many rows become what. A row with several unreadable cells is one row in error. */
function countsOf({ states: { marks, verdicts }, errors }: PreparedDocument): PlannedFile["rows"] {
  const rows = { new: 0, changed: 0, already: 0, superseded: 0, conflict: 0, error: errors.length };
  for (const mark of marks) rows[verdicts[mark]?.state ?? "new"] += 1;
  return rows;
}

function messageOf(document: PreparedDocument, rows: PlannedFile["rows"]): string {
  const { replaced } = document.states;
  return [
    sentence(document, rows),
    ...(replaced.length > 0
      ? [`It is newer than ${named(replaced.map((each) => each.document))} and counts in place of it where both speak.`]
      : []),
    ...(rows.superseded > 0
      ? [`${named(othersBy(document, "superseded"))} is newer and counts where both speak.`]
      : []),
    ...(rows.conflict > 0
      ? [
          `${named(othersBy(document, "conflict"))} has the same file time and says otherwise: look at the rows in conflict.`,
        ]
      : []),
  ].join(" ");
}

function othersBy({ states }: PreparedDocument, state: RowState): string[] {
  return states.verdicts.flatMap((verdict) => (verdict.state === state && verdict.by !== null ? [verdict.by] : []));
}

function named(names: readonly string[]): string {
  const sorted = [...new Set(names)].sort();
  if (sorted.length <= 2) return sorted.join(" and ");
  return `${sorted[0]} and ${sorted.length - 1} others`;
}

const WORDS = {
  new: "new",
  changed: "changed",
  already: "already there",
  superseded: "superseded",
  conflict: "in conflict",
} as const;

function sentence(document: PreparedDocument, rows: PlannedFile["rows"]): string {
  const total = document.states.marks.length;
  const parts = Object.entries(WORDS).flatMap(([state, words]) => {
    const count = rows[state as keyof typeof WORDS];
    return count > 0 ? [`${count} ${words}`] : [];
  });
  const readable = `${total} ${total === 1 ? "row" : "rows"}: ${parts.join(", ")}.`;
  if (document.problems.length === 0) return total === 0 ? "No rows: nothing of the kind happened." : readable;
  // A problem without a row is about a whole sheet, and says itself which.
  const sheets = document.problems.filter(({ row }) => row === null).map(({ reason }) => reason);
  const cells = document.problems.length - sheets.length;
  const unread = cells === 1 ? "1 cell" : `${cells} cells`;
  const notRead = cells > 0 ? [`${unread} could not be read; the days they stand on cannot be verified.`] : [];
  return [...(total === 0 ? [] : [readable]), ...notRead, ...sheets].join(" ");
}

function sampleOf(document: PreparedDocument): PlannedFile["sample"] {
  const sample: PlannedFile["sample"] = [];
  for (const { rows, columns } of document.sheets) {
    for (const batch of unpacked(rows)) {
      for (const row of batch.slice(0, SAMPLE_ROWS - sample.length)) sample.push(asShown(columns, row));
      break;
    }
  }
  return sample;
}

/** A row's cells as they stand and as they were understood. */
export function asShown(columns: readonly string[], { draft }: FactRow): PlannedFile["sample"][number] {
  return { row: draft.row, cells: cellsOf({ columns, cells: draft.cells }), understood: understood(draft.values) };
}

function empty({ name, sha256, bytes }: Named, state: PlannedFile["state"], message: string): PlannedFile {
  return {
    name,
    sha256,
    bytes,
    state,
    kind: null,
    message,
    stations: [],
    from: null,
    to: null,
    rows: { new: 0, changed: 0, already: 0, superseded: 0, conflict: 0, error: 0 },
    problems: [],
    sample: [],
    layout: "",
    profile: null,
    supersedes: [],
    mapping: null,
  };
}
