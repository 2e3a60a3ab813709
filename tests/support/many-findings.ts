/** Findings by the hundred thousand, as years of a large company would leave them: for what the queue costs and for its properties. */

import type { Insertable } from "kysely";
import type { Schema, WriteHandle } from "#main/store/schema.ts";
import type { Store } from "#main/store/store.ts";
import { CATALOGUE, CHECK_CODES, type CheckCode } from "#shared/catalogue.ts";
import { formatCents } from "#shared/money.ts";
import { addDays, formatDate, monthOf, weekStart } from "#shared/week.ts";
import { createRandom, type Random } from "./sample/random.ts";

type Row = Insertable<Schema["finding"]>;

const STATIONS = ["DXA4", "DXB7", "DTN7", "DXA9", "DXC2", "DXD5"];
const FIRST_NAMES = ["Zoë", "Marisol", "Dwayne", "Nguyễn", "Łucja", "Tamika", "Óscar", "Priya", "Hollis", "Bao"];
const LAST_NAMES = ["Ångström", "Okafor", "Trần", "Wiśniewska", "Delgado", "O'Neal", "Whitfield", "Bui", "Marchetti"];
const LESSORS = ["Element Fleet", "Merchants Fleet", "Ridgeway Rentals"];
const ASSIGNEES = ["Dana", "Luis", null, null, null];
const SHA = "ab".repeat(32);
const FIRST_WEEK = "2023-09-03";
/** Rows of one insert. */
const CHUNK = 500;

/** Finding number `index` of a company that goes by a seed. */
function invented(random: Random, index: number): Row {
  const code = random.pick(CHECK_CODES);
  const { direction } = CATALOGUE[code];
  const week = weekStart(addDays(FIRST_WEEK, 7 * random.int(0, 155)));
  const lease = code.startsWith("E");
  const station = lease ? null : random.pick(STATIONS);
  const amountCents = direction === "watch" || random.chance(5) ? null : random.int(1, 90_000);
  const invoiceNumber = lease
    ? `LX-${random.int(1000, 1400)}`
    : random.chance(70)
      ? `INV-${station}-${week.replaceAll("-", "").slice(2)}`
      : null;
  const day = addDays(week, random.int(0, 6));
  const route = `CX${random.int(1, 320)}`;
  const driver = `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`;
  const subject = lease
    ? `1FTBR${index.toString(36).toUpperCase().padStart(12, "0")}`
    : `${route}, ${driver}, ${formatDate(day)}`;
  const amount = amountCents === null ? "an amount that cannot be stated" : formatCents(amountCents);
  const status = statusOf(random.int(0, 99));
  return {
    id: `f${index.toString(16).padStart(15, "0")}`,
    code,
    station,
    period: lease ? monthOf(week) : week,
    subject: `${subject} ${index}`,
    subjectLabel: subject,
    direction,
    amountCents,
    estimated: Number(random.chance(10)),
    status,
    reopened: Number(status === "open" && random.chance(5)),
    sentence: `${sentenceOf(code)} ${driver} drove ${route} on ${formatDate(day)}; the papers come to ${amount} for it.`,
    formula: `${random.int(1, 9)} routes × ${formatCents(random.int(20_000, 40_000))} = ${amount}`,
    sides: JSON.stringify([sideOf("What was paid", random), sideOf("What happened", random)]),
    notes: "[]",
    explains: "[]",
    evidence: JSON.stringify(
      Array.from({ length: random.int(1, 4) }, () => ({
        document: `${station ?? "Fleet"} week of ${week}.csv`,
        sha256: SHA,
        sheet: null,
        row: random.int(2, 900),
        cells: { "Route Code": route, "Driver Name": driver, Amount: amount, Date: day },
      })),
    ),
    deadline: invoiceNumber === null ? null : addDays(week, 21),
    counterparty: lease ? random.pick(LESSORS) : code.startsWith("F") ? null : "Amazon",
    invoiceNumber,
    assignee: random.pick(ASSIGNEES),
  };
}

function sentenceOf(code: CheckCode): string {
  return `${CATALOGUE[code].title} (${code}): what was paid and what happened do not agree.`;
}

function sideOf(title: string, random: Random) {
  const rows = Array.from({ length: 3 }, () => [
    `CX${random.int(1, 320)}`,
    "Standard Parcel",
    `${random.int(1, 12)} hr`,
    formatCents(random.int(100, 40_000)),
  ]);
  return { title, columns: ["Route", "Service", "Block", "Amount"], rows, marked: [0, 3] };
}

function statusOf(roll: number): string {
  return roll < 62 ? "open" : roll < 78 ? "confirmed" : roll < 92 ? "dismissed" : "cleared";
}

/** Writes so many findings into a store, with the history that goes with them. The same seed gives the same findings. */
export async function fillFindings(store: Store, count: number, seed = 7): Promise<void> {
  const random = createRandom(seed, "many findings");
  await store.write(async (db) => {
    for (let first = 0; first < count; first += CHUNK) {
      const rows = Array.from({ length: Math.min(CHUNK, count - first) }, (_, index) =>
        invented(random, first + index),
      );
      await db.insertInto("finding").values(rows).execute();
      await db.insertInto("findingEvent").values(rows.flatMap(eventsOf)).execute();
    }
  });
}

function eventsOf({ id, status, amountCents = null }: Row): Insertable<Schema["findingEvent"]>[] {
  const event = { findingId: id, at: "2026-08-01T09:00:00.000Z", actor: "tester", reason: "", amountCents };
  const found = { ...event, action: "found", statusBefore: null };
  return status === "open" ? [found] : [found, { ...event, action: status, reason: "As agreed", statusBefore: "open" }];
}

/** Puts some findings into a claim, without asking whether they belong together. */
export async function putIntoClaim(db: WriteHandle, ids: readonly string[]): Promise<void> {
  const at = "2026-08-02T09:00:00.000Z";
  const { number } = await db
    .insertInto("claim")
    .values({
      kind: "amazon",
      counterparty: "Amazon",
      station: null,
      invoiceNumber: null,
      period: null,
      status: "submitted",
      deadline: null,
      submittedOn: "2026-08-02",
      closedOn: null,
      reference: "",
      writtenOffCents: 0,
      assignee: null,
      createdAt: at,
      createdBy: "tester",
    })
    .returning("number")
    .executeTakeFirstOrThrow();
  const items = ids.map((findingId) => ({
    findingId,
    claimNumber: number,
    claimedCents: 100,
    approvedCents: null,
    reason: "",
    addedAt: at,
  }));
  for (let first = 0; first < items.length; first += CHUNK)
    await db
      .insertInto("claimItem")
      .values(items.slice(first, first + CHUNK))
      .execute();
}
