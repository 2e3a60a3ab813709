/** What the review of many findings needs beside the queue: groups, views that are kept, and who looks after what. */
import { z } from "zod";
import { findingFilter } from "./schemas.ts";

const count = z.int().nonnegative();

export const queueSort = z.enum(["amount", "deadline", "period", "code", "station", "status", "subject", "assignee"]);
export type QueueSort = z.infer<typeof queueSort>;

export const groupBy = z.enum([
  "code",
  "family",
  "station",
  "period",
  "direction",
  "status",
  "counterparty",
  "invoice",
  "assignee",
]);
export type GroupBy = z.infer<typeof groupBy>;

/** One group of the findings a filter matches. */
export const findingGroup = z.strictObject({
  /** The value they share as text; "" where it is absent. */
  key: z.string(),
  label: z.string(),
  count,
  open: count,
  claimableCents: z.int(),
  /** The filter that matches exactly this group within what was asked. */
  filter: findingFilter,
});
export type FindingGroup = z.infer<typeof findingGroup>;

/** A view of the queue under a name. */
export const savedView = z.strictObject({
  name: z.string().trim().min(1).max(60),
  filter: findingFilter,
  sort: queueSort,
  descending: z.boolean(),
  group: groupBy.nullable(),
});
export type SavedView = z.infer<typeof savedView>;
