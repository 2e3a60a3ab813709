/**
 * The support bundle: plain text files that say which version runs where, how much a workspace holds and what went wrong in it. Put together
 * from the app's own words and numbers alone, so there is nothing in it to black out: no person, no van, no amount, no station, no file.
 */
import { CHECK_CODES, DOCUMENT_KINDS } from "#shared/catalogue.ts";
import { CLAIM_KINDS, CLAIM_STATES } from "#shared/contract/claims.ts";
import { findingStatus, outcome, type Verification } from "#shared/contract/schemas.ts";
import { formatParameter } from "#shared/parameters.ts";
import { FACT_TYPES } from "../documents/facts.ts";
import { CHECKS } from "../reconcile/catalogue.ts";
import type { SupportCounts, Tally } from "../store/support-counts.ts";
import type { Fault } from "./error-log.ts";
import { inGeneralWords } from "./support-words.ts";

/** What the computer and the app are. */
export interface Surroundings {
  readonly version: string;
  readonly node: string;
  /** Null on the command line. */
  readonly electron: string | null;
  readonly platform: string;
  readonly arch: string;
  readonly system: string;
  readonly processors: number;
  readonly memoryBytes: number;
  /** Instant, ISO with Z. */
  readonly madeAt: string;
}

/** What a bundle is made of. */
export interface SupportInput {
  readonly surroundings: Surroundings;
  readonly encrypted: boolean;
  readonly networkDrive: boolean;
  readonly databaseBytes: number | null;
  readonly backups: number;
  /** Null where the database cannot be read. */
  readonly counts: SupportCounts | null;
  /** Null where it could not be verified. */
  readonly verification: Verification | null;
  readonly faults: readonly Fault[];
}

/** A file of the bundle. */
export interface SupportFile {
  readonly name: string;
  readonly text: string;
}

const MEGABYTE = 1024 * 1024;
const FAULTS_SHOWN = 50;
/** Tables that hold no facts. Others are counted together. */
const TABLES = [
  "appUser",
  "assignment",
  "attachment",
  "audit",
  "claim",
  "claimEvent",
  "claimItem",
  "claimPayment",
  "comment",
  "coveredDay",
  "deadlineWarning",
  "document",
  "documentProblem",
  "documentSheet",
  "finding",
  "findingEvent",
  "meta",
  "outcome",
  "packet",
  "parameter",
  "personLink",
  "profile",
  "savedView",
  "scopeState",
  "vanLink",
];

/** The bundle's files, in the order they are read. */
export function supportFiles(input: SupportInput): SupportFile[] {
  return [
    { name: "READ-ME-FIRST.txt", text: ABOUT },
    { name: "versions.txt", text: versions(input) },
    { name: "counts.txt", text: input.counts ? counts(input.counts) : "The database could not be read.\n" },
    { name: "parameters.txt", text: parameters(input.counts?.parameters ?? []) },
    { name: "verify.txt", text: verify(input.verification) },
    { name: "faults.txt", text: faults(input.faults) },
  ];
}

const ABOUT = `This is a support bundle of Backhaul. Nothing was sent: read it, then send it to whoever helps you.

versions.txt    the versions of Backhaul and of this computer's system
counts.txt      how many rows, documents, findings and claims there are, by kind
parameters.txt  the checks' parameters that were changed, with their values
verify.txt      whether the workspace is whole, in general words
faults.txt      what went wrong in Backhaul lately: where in its code, not with which data

It holds no names of people, vans, stations, files or folders, no identification numbers and no amounts from your documents.
`;

function versions({ surroundings: s, encrypted, networkDrive, databaseBytes, backups, counts }: SupportInput): string {
  return lines([
    `Made ${s.madeAt}`,
    `Backhaul ${s.version}${s.electron === null ? " on the command line" : `, Electron ${s.electron}`}, Node ${s.node}`,
    `${s.platform} ${s.arch}, ${s.system}, ${s.processors} processors, ${Math.round(s.memoryBytes / MEGABYTE)} MB of memory`,
    counts ? `Schema ${counts.schema}, SQLite ${counts.sqlite}` : "Schema unknown",
    `Database ${databaseBytes === null ? "missing" : `${Math.ceil(databaseBytes / MEGABYTE)} MB`}, ${backups} backups`,
    encrypted ? "Encrypted" : "Not encrypted",
    networkDrive ? "On a network drive" : "On a drive of this computer",
  ]);
}

function counts(all: SupportCounts): string {
  return [
    section("Rows by table", all.rows, [[...TABLES, ...FACT_TYPES]]),
    section("Sheets of documents by kind", all.sheets, [DOCUMENT_KINDS]),
    section("Rows that could not be read, by kind", all.problems, [DOCUMENT_KINDS]),
    section("Findings by check and status", all.findings, [CHECK_CODES, findingStatus.options]),
    section("Outcomes by check", all.outcomes, [CHECK_CODES, outcome.options]),
    section("Claims by kind and state", all.claims, [CLAIM_KINDS, CLAIM_STATES]),
  ].join("\n");
}

/** A list of counts. A word that is none of the app's own is not said. */
function section(title: string, tallies: readonly Tally[], words: readonly (readonly string[])[]): string {
  const sums = new Map<string, number>();
  for (const { by, count } of tallies) {
    const said = words.map((own, index) => own.find((word) => word === by[index]) ?? "(other)").join(" ");
    sums.set(said, (sums.get(said) ?? 0) + count);
  }
  return lines([`${title}:`, ...(sums.size === 0 ? ["  none"] : [...sums].map(([said, n]) => `  ${said}: ${n}`))]);
}

function parameters(stored: SupportCounts["parameters"]): string {
  const known = CHECKS.flatMap(({ code, parameters: specs }) =>
    Object.entries(specs).flatMap(([name, { unit }]) =>
      stored
        .filter((one) => one.code === code && one.name === name && /^\d{4}-\d{2}-\d{2}$/.test(one.effectiveFrom))
        .map((one) => `${code} ${name} from ${one.effectiveFrom}: ${formatParameter(unit, one.value)}`),
    ),
  );
  const others = stored.length - known.length;
  return lines([
    ...(known.length === 0 ? ["No parameter was changed."] : known),
    ...(others === 0 ? [] : [`${others} that no check of this version has`]),
  ]);
}

function verify(verification: Verification | null): string {
  if (verification === null) return "The workspace could not be verified.\n";
  const { whole, lines: found } = verification;
  return lines([whole ? "The workspace is whole." : "The workspace is not whole.", ...inGeneralWords(found)]);
}

function faults(recorded: readonly Fault[]): string {
  if (recorded.length === 0) return "None were recorded.\n";
  return recorded
    .slice(-FAULTS_SHOWN)
    .map(({ at, version, part, name, code, frames }) =>
      lines([
        `${at} ${version} ${part}: ${code === null ? name : `${name} ${code}`}`,
        ...frames.map((one) => `  ${one}`),
      ]),
    )
    .join("");
}

function lines(all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}
