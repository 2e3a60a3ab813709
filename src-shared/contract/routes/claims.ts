/** Claims, their packets and what they brought. */
import { eventIterator } from "@orpc/contract";
import { z } from "zod";
import * as c from "../claims.ts";
import * as s from "../schemas.ts";
import { base, nothing } from "./base.ts";

const ids = z.array(z.string()).min(1).max(5000);
const one = z.strictObject({ number: z.int().positive() });

export const claims = {
  /** Claims that match, with what they come to. */
  list: base
    .input(
      z.strictObject({
        filter: c.claimFilter,
        sort: c.claimSort,
        descending: z.boolean(),
        offset: z.int().nonnegative(),
        limit: z.int().min(1).max(1000),
      }),
    )
    .output(c.claimList),
  get: base.input(one).output(c.claimDetail),
  outcomes: base.input(nothing).output(c.claimOutcomes),
  /**
   * Command: puts confirmed, claimable findings into claims: the draft of their counterparty and invoice (or period), created where
   * there is none, or the draft that is named.
   */
  join: base.input(z.strictObject({ ids, number: z.int().positive().optional() })).output(c.joined),
  /** Command: takes findings out of a draft. They stay confirmed. A draft without findings is removed. */
  leave: base.input(z.strictObject({ number: z.int().positive(), ids })).output(nothing),
  /** Command: takes a claim one step on. */
  step: base.input(c.claimStep).output(c.claimDetail),
  /** Command: takes the last step, payment or write-off of a claim back. */
  undo: base.input(one).output(c.claimDetail),
  /** Command: records a payment or credit; one that covers what was approved makes the claim paid. */
  pay: base.input(c.newPayment).output(c.claimDetail),
  /** Command: removes a payment that was recorded by mistake. */
  unpay: base.input(z.strictObject({ number: z.int().positive(), payment: z.int() })).output(c.claimDetail),
  /** Command: closes a claim; what is outstanding is written off, which needs a reason. */
  close: base
    .input(z.strictObject({ number: z.int().positive(), on: s.isoDate, reason: z.string().trim().max(500) }))
    .output(c.claimDetail),
  /** Command: says who looks after a claim; null: nobody in particular. */
  assign: base
    .input(z.strictObject({ number: z.int().positive(), to: z.string().max(60).nullable() }))
    .output(c.claimDetail),
  /** Command: the deadlines that came within 7, 3 or 1 days and were not warned of yet; each is told once. */
  warnings: base.input(nothing).output(z.array(c.deadlineWarning)),
  /** Comments and attachments of a finding or a claim. */
  notes: base.input(z.strictObject({ about: c.about })).output(c.notes),
  /** Command: adds a comment. */
  comment: base.input(z.strictObject({ about: c.about, text: z.string().trim().min(1).max(4000) })).output(c.notes),
  /** Command: takes a comment back; the audit trail keeps that it was there. */
  uncomment: base.input(z.strictObject({ about: c.about, id: z.int() })).output(c.notes),
  /** Command: attaches granted files; they go to the archive. */
  attach: base.input(z.strictObject({ about: c.about, files: z.array(s.fileToken).min(1).max(50) })).output(c.notes),
  /** Command: takes an attachment away. */
  detach: base.input(z.strictObject({ about: c.about, id: z.int() })).output(c.notes),
  /** Command: writes an attachment to a granted file. */
  saveAttachment: base
    .input(z.strictObject({ id: z.int(), to: s.fileToken }))
    .output(z.strictObject({ file: z.string() })),
  /** Command: writes the audit packet of a claim, or of the findings that match, into the workspace's packets folder or to a granted file. */
  packet: base
    .input(
      z.strictObject({
        filter: s.findingFilter,
        ids: z.array(z.string()).max(5000).optional(),
        claimNumber: z.int().positive().optional(),
        format: c.packetFormat.optional(),
        kind: c.claimKind.optional(),
        to: s.fileToken.optional(),
      }),
    )
    .output(eventIterator(s.events(s.packetResult))),
  /** Command: says whether a packet's files and figures match the workspace. Nothing is changed. */
  verifyPacket: base.input(z.strictObject({ file: s.fileToken })).output(c.packetVerification),
};
