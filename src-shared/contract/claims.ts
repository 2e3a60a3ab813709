/** Claims as they cross: one counterparty, one invoice or period, from draft to closed. Money in cents, days as ISO dates. */
import { z } from "zod";
import { checkCode, direction, findingStatus, isoDate, period } from "./schemas.ts";

const cents = z.int();
const count = z.int().nonnegative();

/** The states of a claim, in the order a claim goes through them. */
export const CLAIM_STATES = [
  "draft",
  "submitted",
  "acknowledged",
  "approved",
  "partly approved",
  "rejected",
  "paid",
  "closed",
] as const;
export const claimState = z.enum(CLAIM_STATES);
export type ClaimState = z.infer<typeof claimState>;

/** Who is asked for the money; decides the wording of the packet. */
export const CLAIM_KINDS = ["amazon", "lessor", "payroll", "internal"] as const;
export const claimKind = z.enum(CLAIM_KINDS);
export type ClaimKind = z.infer<typeof claimKind>;

/** Ageing since the claim was submitted, in days. */
export const AGES = ["0-7", "8-14", "15-30", "31-60", "over 60"] as const;
export const age = z.enum(AGES);

export const claimRow = z.strictObject({
  number: z.int().positive(),
  /** As people call it: `C-0007`. */
  label: z.string(),
  kind: claimKind,
  counterparty: z.string(),
  station: z.string().nullable(),
  invoiceNumber: z.string().nullable(),
  /** The period its findings are of; null where they are of several. */
  period: period.nullable(),
  status: claimState,
  reference: z.string(),
  deadline: isoDate.nullable(),
  daysLeft: z.int().nullable(),
  submittedOn: isoDate.nullable(),
  /** Days since it was submitted, as long as it waits for an answer or money; else null. */
  ageDays: z.int().nullable(),
  age: age.nullable(),
  findings: count,
  /** Of a draft, what its findings come to now; afterwards what was submitted. */
  claimedCents: cents,
  /** Null until the counterparty has answered. */
  approvedCents: cents.nullable(),
  recoveredCents: cents,
  writtenOffCents: cents,
  /** Claimed, less recovered and written off; approved less recovered once answered. */
  outstandingCents: cents,
  assignee: z.string().nullable(),
  /** Payments and credits found in documents that seem to be for it. */
  proposals: count,
});
export type ClaimRow = z.infer<typeof claimRow>;

export const claimItem = z.strictObject({
  findingId: z.string(),
  code: checkCode,
  title: z.string(),
  subject: z.string(),
  station: z.string().nullable(),
  period,
  direction,
  status: findingStatus,
  sentence: z.string(),
  /** What the finding comes to now; null where it has no amount (any more). */
  nowCents: cents.nullable(),
  claimedCents: cents,
  approvedCents: cents.nullable(),
  /** Its share of what was received. The shares of a claim sum to what it recovered. */
  recoveredCents: cents,
  /** What the counterparty said of it. */
  reason: z.string(),
});
export type ClaimItem = z.infer<typeof claimItem>;

/** A row of a document that a payment or credit rests on. */
export const paymentSource = z.strictObject({
  document: z.string(),
  documentId: z.int().nullable(),
  sha256: z.string(),
  sheet: z.string().nullable(),
  row: z.int().positive(),
});

export const claimPayment = z.strictObject({
  id: z.int(),
  kind: z.enum(["paid", "credited"]),
  receivedOn: isoDate,
  cents: z.int().positive(),
  note: z.string(),
  source: paymentSource.nullable(),
  at: z.string(),
  actor: z.string(),
});

/** A payment or credit found in a document that was imported later and seems to be for the claim. Taken over only when a person says so. */
export const paymentProposal = z.strictObject({
  /** Stable name of the row it was found in: recording it a second time is refused. */
  key: z.string(),
  kind: z.enum(["paid", "credited"]),
  receivedOn: isoDate,
  cents: z.int().positive(),
  /** Why it seems to be for this claim, one sentence. */
  why: z.string(),
  source: paymentSource,
});
export type PaymentProposal = z.infer<typeof paymentProposal>;

export const claimEvent = z.strictObject({
  id: z.int(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  on: isoDate.nullable(),
  note: z.string(),
  statusBefore: claimState.nullable(),
  statusAfter: claimState.nullable(),
  cents: cents.nullable(),
});

/** What a comment or an attachment belongs to. */
export const about = z.union([z.strictObject({ finding: z.string() }), z.strictObject({ claim: z.int().positive() })]);
export type About = z.infer<typeof about>;

export const comment = z.strictObject({ id: z.int(), at: z.string(), actor: z.string(), text: z.string() });
export const attachment = z.strictObject({
  id: z.int(),
  at: z.string(),
  actor: z.string(),
  name: z.string(),
  sha256: z.string(),
  bytes: count,
});
/** What people added to a finding or a claim, oldest first. */
export const notes = z.strictObject({ comments: z.array(comment), attachments: z.array(attachment) });
export type Notes = z.infer<typeof notes>;

export const packetFormat = z.enum(["pdf", "zip", "xlsx", "csv"]);
export type PacketFormat = z.infer<typeof packetFormat>;

export const claimDetail = z.strictObject({
  ...claimRow.shape,
  items: z.array(claimItem),
  payments: z.array(claimPayment),
  proposals: z.array(paymentProposal),
  history: z.array(claimEvent),
  packets: z.array(
    z.strictObject({
      number: z.int(),
      file: z.string(),
      format: packetFormat,
      madeAt: z.string(),
      actor: z.string(),
      findings: count,
      totalCents: cents,
    }),
  ),
  /** What the claim can become next, in the order of the life cycle. */
  next: z.array(claimState),
  /** What its last step was, in words, when it can be taken back; null where it cannot. */
  undo: z.string().nullable(),
});
export type ClaimDetail = z.infer<typeof claimDetail>;

/** What to list. Every part that is left out does not filter. */
export const claimFilter = z.strictObject({
  status: z.array(claimState).optional(),
  kind: claimKind.optional(),
  counterparty: z.string().max(200).optional(),
  age: age.optional(),
  assignee: z.string().max(80).optional(),
  search: z.string().max(200).optional(),
});
export type ClaimFilter = z.infer<typeof claimFilter>;

export const claimSort = z.enum(["number", "deadline", "age", "claimed", "outstanding", "counterparty", "status"]);

const sum = z.strictObject({ count, cents });
export const claimList = z.strictObject({
  total: count,
  rows: z.array(claimRow),
  /** Of all claims the filter matches. */
  sums: z.strictObject({ claimedCents: cents, recoveredCents: cents, writtenOffCents: cents, outstandingCents: cents }),
  /** Of all claims, whatever the filter: how many are in each state and what they come to. */
  states: z.array(z.strictObject({ status: claimState, ...sum.shape })),
  ages: z.array(z.strictObject({ age, ...sum.shape })),
  counterparties: z.array(z.string()),
});
export type ClaimList = z.infer<typeof claimList>;

/** How claims came out. A rate is money approved per money claimed in hundredths of a percent, null where nothing was answered yet. */
const outcomeRow = z.strictObject({
  claims: count,
  claimedCents: cents,
  answeredCents: cents,
  approvedCents: cents,
  recoveredCents: cents,
  successRate: z.int().min(0).nullable(),
});
export const claimOutcomes = z.strictObject({
  /** Received since January 1 of the year of today, by the day it was received. */
  recoveredThisYearCents: cents,
  submittedCents: cents,
  byCounterparty: z.array(z.strictObject({ counterparty: z.string(), ...outcomeRow.shape })),
  byCheck: z.array(z.strictObject({ code: checkCode, title: z.string(), ...outcomeRow.shape })),
});
export type ClaimOutcomes = z.infer<typeof claimOutcomes>;

/** A step of a claim. Which steps are open, `claimDetail.next` says. */
export const claimStep = z.strictObject({
  number: z.int().positive(),
  to: claimState,
  /** The day it happened. */
  on: isoDate,
  /** The counterparty's case number. */
  reference: z.string().trim().max(120).optional(),
  note: z.string().trim().max(2000).optional(),
  /** Of an answer, what was granted for each finding; a finding that is left out was granted in full (approved) or not at all (rejected). */
  approved: z
    .array(z.strictObject({ findingId: z.string(), cents: z.int().nonnegative(), reason: z.string().trim().max(500) }))
    .max(5000)
    .optional(),
});
export type ClaimStep = z.infer<typeof claimStep>;

export const newPayment = z.strictObject({
  number: z.int().positive(),
  kind: z.enum(["paid", "credited"]),
  receivedOn: isoDate,
  cents: z.int().positive(),
  note: z.string().trim().max(500),
  /** The proposal that is taken over. */
  proposal: z.string().optional(),
});
export type NewPayment = z.infer<typeof newPayment>;

/** What became of findings that were to join claims. */
export const joined = z.strictObject({
  claims: z.array(z.strictObject({ number: z.int(), label: z.string(), created: z.boolean(), added: count })),
  /** Findings that could not join, with the reason. */
  left: z.array(z.strictObject({ id: z.string(), why: z.string() })),
});
export type Joined = z.infer<typeof joined>;

/** A deadline that is near and was not warned of yet at this distance. */
export const deadlineWarning = z.strictObject({
  subject: z.string(),
  /** One sentence for the notification. */
  text: z.string(),
  deadline: isoDate,
  days: z.union([z.literal(7), z.literal(3), z.literal(1)]),
  cents,
  /** The claim it is about; null where the findings are in none yet. */
  claim: z.int().nullable(),
});
export type DeadlineWarning = z.infer<typeof deadlineWarning>;

/** What verifying a packet found, line by line. */
export const packetVerification = z.strictObject({
  whole: z.boolean(),
  packet: z.string().nullable(),
  lines: z.array(z.strictObject({ state: z.enum(["good", "note", "problem"]), text: z.string() })),
});
