/**
 * The one contract between the engine and the window, the command line and the writer thread. Queries answer from a read-only
 * connection; commands are marked so, run one at a time and may report progress as an event stream that can be cancelled.
 */
import { eventIterator, oc } from "@orpc/contract";
import { z } from "zod";
import { DSP_CODE, STATION_CODE } from "../codes.ts";
import * as s from "./schemas.ts";

/** Errors a caller can act on. `message` is a plain sentence for the person in front of the screen. */
const base = oc.errors({
  NO_WORKSPACE: { message: "No workspace is open.", status: 409 },
  NOT_FOUND: { message: "That is not here any more.", status: 404 },
  STALE_PLAN: { message: "The workspace changed since this preview was made. Preview the files again.", status: 409 },
  REFUSED: { message: "This cannot be done.", status: 422 },
});

const nothing = z.strictObject({});

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
  reference: {
    /** The saved mappings, by name. */
    profiles: base.input(nothing).output(z.array(s.mappingProfile)),
    /** Command: saves a mapping under its name, in place of one of that name. `rename` is the name it had. */
    saveProfile: base
      .input(z.strictObject({ profile: s.mappingProfile, rename: z.string().optional() }))
      .output(nothing),
    /** Command: forgets a saved mapping. Documents read with it stay. */
    removeProfile: base.input(z.strictObject({ name: z.string() })).output(nothing),
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
