/** From files to stored documents: preview, mapping, commit, undo, and the source of a row. */
import { eventIterator } from "@orpc/contract";
import { z } from "zod";
import * as s from "../schemas.ts";
import { base, nothing } from "./base.ts";

export const documents = {
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
  difference: base.input(z.strictObject({ documentId: z.int(), limit: z.int().min(1).max(5000) })).output(s.difference),
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
  /**
   * A stored PDF and where one line of one of its pages stands, to be shown. Null where the document is no PDF, has no such page, or is
   * too large to be shown.
   */
  pdfPage: base
    .input(z.strictObject({ documentId: z.int(), page: z.int().positive(), row: z.int().positive() }))
    .output(s.pdfPage.nullable()),
  /** Command: takes back some imports as one, exactly. */
  undo: base.input(z.strictObject({ documentIds: z.array(z.int()).min(1).max(1000) })).output(nothing),
};
