/** What the checks found: the queue, the board, the control sheet, and decisions. */
import { eventIterator } from "@orpc/contract";
import { z } from "zod";
import * as r from "../review.ts";
import * as s from "../schemas.ts";
import { base, nothing } from "./base.ts";

export const findings = {
  /** Command: checks every period that changed since it was last checked. */
  check: base.input(nothing).output(eventIterator(s.events(s.checkResult))),
  board: base.input(z.strictObject({ station: z.string().nullable(), week: s.isoDate.nullable() })).output(s.board),
  /** The last weeks up to one (null: the newest with documents): claimable money found, handed in, received, and by area. */
  trend: base
    .input(
      z.strictObject({ station: z.string().nullable(), week: s.isoDate.nullable(), weeks: z.int().min(1).max(104) }),
    )
    .output(s.trend),
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
        sort: r.queueSort,
        descending: z.boolean(),
        offset: z.int().nonnegative(),
        limit: z.int().min(1).max(5000),
      }),
    )
    .output(z.strictObject({ total: z.int(), totalCents: z.int(), rows: z.array(s.findingRow) })),
  /** The same findings gathered by what they share, the most money first. */
  groups: base.input(z.strictObject({ filter: s.findingFilter, by: r.groupBy })).output(z.array(r.findingGroup)),
  /** Views that were kept, by name. */
  views: base.input(nothing).output(z.array(r.savedView)),
  /** Command: keeps a view under its name, in place of one of that name. */
  saveView: base
    .input(z.strictObject({ view: r.savedView, rename: z.string().optional() }))
    .output(z.array(r.savedView)),
  /** Command: forgets a view. */
  removeView: base.input(z.strictObject({ name: z.string() })).output(z.array(r.savedView)),
  /** Command: says who looks after findings; null: nobody in particular. */
  assign: base
    .input(z.strictObject({ ids: z.array(z.string()).min(1).max(5000), to: z.string().max(60).nullable() }))
    .output(z.strictObject({ changed: z.array(z.string()) })),
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
    .output(
      z.strictObject({
        changed: z.array(z.string()),
        /** Drafts that confirmed findings joined. */
        claims: z.array(z.strictObject({ number: z.int(), label: z.string(), added: z.int().nonnegative() })),
        /** Findings that were left as they are, or in no claim, each with a sentence that says why. */
        left: z.array(z.strictObject({ id: z.string(), why: z.string() })),
      }),
    ),
};
