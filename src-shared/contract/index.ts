/**
 * The one contract between the engine and the window, the command line and the writer thread. Queries answer from a read-only
 * connection; commands are marked so, run one at a time and may report progress as an event stream that can be cancelled.
 */
import { eventIterator, oc } from "@orpc/contract";
import { z } from "zod";
import { DSP_CODE, STATION_CODE } from "../codes.ts";
import * as ledger from "./ledger.ts";
import * as reference from "./reference.ts";
import * as s from "./schemas.ts";

/** Errors a caller can act on. `message` is a plain sentence for the person in front of the screen. */
const base = oc.errors({
  NO_WORKSPACE: { message: "No workspace is open.", status: 409 },
  NOT_FOUND: { message: "That is not here any more.", status: 404 },
  STALE_PLAN: { message: "The workspace changed since this preview was made. Preview the files again.", status: 409 },
  REFUSED: { message: "This cannot be done.", status: 422 },
});

const nothing = z.strictObject({});
const workspaceName = z.string().min(1).max(80);
/** A backup by its name, of the open workspace or of one that cannot be opened. */
const whichBackup = z.strictObject({
  backup: z.string().regex(/^[A-Za-z0-9-]{1,80}$/),
  workspace: workspaceName.optional(),
});

export const contract = {
  workspace: {
    status: base.input(nothing).output(s.workspaceStatus),
    /** Command: opens (creating it when absent) the sample company's workspace, imports and checks it. */
    openSample: base.input(nothing).output(eventIterator(s.events(s.workspaceStatus))),
    /** Command: creates and opens a workspace named after the DSP code, with its first station. */
    create: base
      .input(
        z.strictObject({
          dspCode: z.string().trim().regex(DSP_CODE),
          station: z.string().trim().regex(STATION_CODE),
          stationName: z.string().trim().min(1).max(60),
          state: z.string().length(2),
          timeZone: z.string().min(3).max(60),
        }),
      )
      .output(s.workspaceStatus),
    /** Command: opens a workspace of the app's folder by its name. */
    open: base.input(z.strictObject({ name: z.string().min(1).max(80) })).output(s.workspaceStatus),
    /** Command: closes the open workspace, back to the first-start screen. */
    close: base.input(nothing).output(s.workspaceStatus),
    /** Command: backs the open workspace up, into its own folder or, with all it refers to, into a granted one. */
    backUp: base.input(z.strictObject({ to: s.fileToken.optional() })).output(s.backup),
    /** Command: the backups of the open workspace, or of the named one when that cannot be opened; newest first. */
    backups: base.input(z.strictObject({ workspace: workspaceName.optional() })).output(s.backupList),
    /** Command: what restoring a backup would change. Nothing is. */
    previewRestore: base.input(whichBackup).output(s.restorePreview),
    /** Command: puts a backup in the place of the present state, which becomes a backup itself, and opens the workspace. */
    restore: base.input(whichBackup).output(s.restored),
    /** Command: looks whether the open workspace is whole: database, audit trail, evidence, originals, packets. */
    verify: base.input(nothing).output(eventIterator(s.events(s.verification))),
  },
  documents: {
    /** Command: reads the files and says what importing them would do. Nothing is stored. */
    plan: base
      .input(z.strictObject({ files: z.array(s.fileToken).min(1).max(1000) }))
      .output(eventIterator(s.events(s.plan))),
    /** Command: commits a plan exactly as it was shown. */
    commit: base
      .input(z.strictObject({ planId: z.string(), hash: z.string() }))
      .output(eventIterator(s.events(s.importResult))),
    /** Command: forgets a plan that will not be committed. Answers once a commit that is under way has ended. */
    discard: base.input(z.strictObject({ planId: z.string() })).output(nothing),
    /** Command: the rows of a planned file with what becomes of each and why, in the file's order. */
    planRows: base
      .input(
        z.strictObject({
          planId: z.string(),
          sha256: z.string(),
          states: z.array(s.rowState).optional(),
          offset: z.int().nonnegative(),
          limit: z.int().min(1).max(1000),
        }),
      )
      .output(z.strictObject({ total: z.int(), rows: z.array(s.planRow) })),
    /** Command: what a planned file changes of what is stored, line by line. */
    planDifference: base
      .input(z.strictObject({ planId: z.string(), sha256: z.string(), limit: z.int().min(1).max(5000) }))
      .output(s.difference),
    /** What a stored document changed of those it took the place of, line by line. */
    difference: base
      .input(z.strictObject({ documentId: z.int(), limit: z.int().min(1).max(5000) }))
      .output(s.difference),
    /** Command: a first draft of a mapping for a file that waits for one; `kind` and `layout` ask for the fields of that kind. */
    suggestMapping: base
      .input(
        z.strictObject({
          planId: z.string(),
          sha256: z.string(),
          sheet: z.string().nullable(),
          headerRow: z.int().positive().optional(),
          kind: s.documentKind.optional(),
          layout: z.string().optional(),
        }),
      )
      .output(s.mappingSuggestion),
    /** Command: what the file would be read as with a mapping. Nothing is stored and the plan stays as it is. */
    tryMapping: base.input(s.mappingAnswer).output(s.mappingTrial),
    /** Command: reads the file with a mapping and makes the plan anew; `save` keeps the mapping for later files. */
    applyMapping: base.input(z.strictObject({ ...s.mappingAnswer.shape, save: z.boolean() })).output(s.plan),
    history: base.input(nothing).output(z.array(s.historyDocument)),
    /** Rows of a stored document as they stand, around a row. */
    source: base
      .input(
        z.strictObject({
          documentId: z.int(),
          sheet: z.string().nullable(),
          row: z.int().positive(),
          around: z.int().min(0).max(200),
        }),
      )
      .output(s.sourceGrid),
    /** Command: takes back some imports as one, exactly. */
    undo: base.input(z.strictObject({ documentIds: z.array(z.int()).min(1).max(1000) })).output(nothing),
  },
  findings: {
    /** Command: checks every period that changed since it was last checked. */
    check: base.input(nothing).output(eventIterator(s.events(s.checkResult))),
    board: base.input(z.strictObject({ station: z.string().nullable(), week: s.isoDate.nullable() })).output(s.board),
    coverage: base
      .input(z.strictObject({ station: z.string().optional(), period: s.period.optional() }))
      .output(z.array(s.coverageRow)),
    /** The owner's control sheet: `weeks` weeks up to `week` (null: the newest), newest first, of one station or of all. */
    control: base
      .input(
        z.strictObject({
          station: z.string().nullable(),
          week: s.isoDate.nullable(),
          weeks: z.int().min(1).max(520),
        }),
      )
      .output(z.array(s.controlRow)),
    /** Command: the same as a workbook, in the workspace's packets folder or in a granted file. */
    exportControl: base
      .input(
        z.strictObject({
          station: z.string().nullable(),
          week: s.isoDate.nullable(),
          weeks: z.int().min(1).max(520),
          to: s.fileToken.optional(),
        }),
      )
      .output(z.strictObject({ file: z.string(), lines: z.int() })),
    /** The van table of a month, or (null) of every month a lessor billed, newest first. */
    vans: base
      .input(
        z.strictObject({
          month: z
            .string()
            .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
            .nullable(),
        }),
      )
      .output(z.array(s.vanMonth)),
    /** What needs a look today: the day's missing punches, meals, overtime building up, hours without work, unmatched people. */
    exceptions: base.input(z.strictObject({ day: s.isoDate, station: z.string().nullable() })).output(s.dayExceptions),
    /** Command: the same as a page of PDF, written to a granted file. */
    exceptionsPage: base
      .input(z.strictObject({ day: s.isoDate, station: z.string().nullable(), to: s.fileToken }))
      .output(z.strictObject({ file: z.string(), pages: z.int(), exceptions: z.int() })),
    /** The whole queue in order, light rows; the window virtualises them. */
    queue: base
      .input(
        z.strictObject({
          filter: s.findingFilter,
          sort: z.enum(["amount", "deadline", "period", "code", "station", "status"]),
          descending: z.boolean(),
          offset: z.int().nonnegative(),
          limit: z.int().min(1).max(5000),
        }),
      )
      .output(z.strictObject({ total: z.int(), totalCents: z.int(), rows: z.array(s.findingRow) })),
    list: base.input(s.findingFilter).output(z.array(s.finding)),
    get: base.input(z.strictObject({ id: z.string() })).output(s.findingDetail),
    /** Command: confirms, dismisses (a reason is required) or takes the last decision back. */
    decide: base
      .input(
        z.strictObject({
          ids: z.array(z.string()).min(1).max(5000),
          decision: z.enum(["confirm", "dismiss", "undo"]),
          reason: z.string().trim().max(500),
        }),
      )
      .output(z.strictObject({ changed: z.array(z.string()) })),
  },
  claims: {
    /** Command: writes the audit packet of the findings that match, into the workspace's packets folder or to a granted file. */
    packet: base
      .input(
        z.strictObject({
          filter: s.findingFilter,
          ids: z.array(z.string()).max(5000).optional(),
          to: s.fileToken.optional(),
        }),
      )
      .output(eventIterator(s.events(s.packetResult))),
  },
  ledger: {
    /** A stretch of a table of what is stored, as far as it counts, newest first. */
    rows: base.input(ledger.ledgerQuery).output(ledger.ledgerPage),
    /** Where a row of the ledger stands in its document. */
    source: base.input(ledger.ledgerRef).output(ledger.ledgerSource),
  },
  reference: {
    /** The saved mappings, by name. */
    profiles: base.input(nothing).output(z.array(s.mappingProfile)),
    /** Command: saves a mapping under its name, in place of one of that name. `rename` is the name it had. */
    saveProfile: base
      .input(z.strictObject({ profile: s.mappingProfile, rename: z.string().optional() }))
      .output(nothing),
    /** Command: forgets a saved mapping. Documents read with it stay. */
    removeProfile: base.input(z.strictObject({ name: z.string() })).output(nothing),
    /** Names and payroll ids that somebody said once whose they are. */
    links: base.input(nothing).output(z.array(s.storedPersonLink)),
    /** Command: says whose a name or a payroll id is, in place of what was said before. */
    linkPeople: base.input(s.personLinkInput).output(nothing),
    /** Command: takes such a link back. */
    unlinkPeople: base.input(s.personLinkInput.pick({ kind: true, text: true })).output(nothing),
    /** Names in open findings that the roster does not settle, and whom they may mean. */
    nameMatches: base.input(nothing).output(z.array(reference.nameMatch)),
    /** Every check this version runs, with its parameters. */
    checks: base.input(nothing).output(z.array(reference.checkSetup)),
    /** Command: gives a parameter another value from a day on. What it touches is checked again by the next check. */
    setParameter: base.input(reference.parameterValue).output(nothing),
    /** Command: takes such a value back. */
    removeParameter: base.input(reference.parameterDay).output(nothing),
    /** Our own lists: how much there is of each. */
    lists: base.input(nothing).output(z.array(reference.ownList)),
    /** A stretch of a list, as far as its entries count. */
    list: base.input(reference.listQuery).output(reference.listPage),
    /** Command: adds an entry to a list, in place of one for the same thing, as a small document of its own. */
    saveEntry: base.input(reference.listEntry).output(z.strictObject({ changed: z.boolean() })),
    /** Command: writes a list as a CSV, into the workspace's packets folder or to a granted file. */
    exportList: base
      .input(reference.listExport)
      .output(z.strictObject({ file: z.string(), rows: z.int().nonnegative() })),
    /** The service aliases, and the descriptions of invoices that wait for one. */
    aliases: base.input(nothing).output(reference.aliases),
    /** Command: says which service a description of an invoice means. */
    teachAlias: base.input(reference.alias).output(z.strictObject({ changed: z.boolean() })),
    /** The rules of law the payroll checks go by. */
    wageRules: base.input(nothing).output(reference.wageRules),
    catalogue: base.input(nothing).output(
      z.array(
        z.strictObject({
          code: s.checkCode,
          title: z.string(),
          family: z.string(),
          familyTitle: z.string(),
          direction: s.direction,
          /** Whether this version of the app runs it. */
          available: z.boolean(),
        }),
      ),
    ),
  },
};
export type Contract = typeof contract;
