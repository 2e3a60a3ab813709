/** Adding up, and proof that it was done right: the cover must equal the sum of its parts, whichever way they are cut. */
import { DIRECTIONS } from "#shared/catalogue.ts";
import type { Cents } from "#shared/money.ts";
import { PacketTotalsError } from "./errors.ts";
import { isSettled } from "./order.ts";
import type { CountedFinding, DirectionTally, PacketEntry, PacketModel, Tally } from "./packet.ts";

/** Adds up findings. The caller chooses what may be added together. */
export function tally(findings: readonly CountedFinding[]): Tally {
  let cents = 0;
  let unpriced = 0;
  for (const finding of findings) {
    if (finding.amountCents === null) unpriced += 1;
    else cents += finding.amountCents;
  }
  return { cents, count: findings.length, unpriced };
}

/** One tally for every direction of which something is not asked for. */
export function otherTallies(findings: readonly CountedFinding[]): DirectionTally[] {
  return DIRECTIONS.flatMap((direction) => {
    const own = findings.filter((finding) => !finding.asked && finding.direction === direction);
    return own.length > 0 ? [{ direction, ...tally(own) }] : [];
  });
}

function add<T>(items: readonly T[], cents: (item: T) => Cents): Cents {
  return items.reduce((sum, item) => sum + cents(item), 0);
}

/** Throws unless every way of adding the packet's parts gives its cover, no finding is lost, and no dollar stands in it twice. */
export function assertTotals(model: PacketModel): void {
  const { cover, sections, summary, invoices } = model;
  const entries = sections.flatMap((section) => section.entries);
  const counted = entries.map((entry) => entry.finding).filter((finding) => !finding.settled);
  const asked = counted.filter((finding) => finding.asked);
  const rest = counted.filter((finding) => !finding.asked);
  const ways: readonly [string, Cents][] = [
    ["findings", add(asked, (finding) => finding.amountCents ?? 0)],
    ["sections", add(sections, (section) => section.claimable.cents)],
    ["checks", add(summary, (row) => (row.asked ? row.cents : 0))],
    ["invoices", add(invoices, (invoice) => invoice.cents)],
    ["confirmed and open findings", cover.confirmed.cents + cover.open.cents],
  ];
  if (!Number.isSafeInteger(cover.claimable.cents))
    throw new PacketTotalsError("the total claimable is no whole number of cents");
  for (const [name, cents] of ways) {
    if (cents !== cover.claimable.cents)
      throw new PacketTotalsError(`the ${name} add up to ${cents} cents, the cover says ${cover.claimable.cents}`);
  }
  for (const direction of DIRECTIONS) {
    const of = (tallies: readonly DirectionTally[]) =>
      add(
        tallies.filter((each) => each.direction === direction),
        (each) => each.cents,
      );
    const covered = of(cover.others);
    const own = rest.filter((finding) => finding.direction === direction);
    const parts = [
      add(own, (finding) => finding.amountCents ?? 0),
      of(summary.filter((row) => !row.asked)),
      of(sections.flatMap((section) => section.others)),
    ];
    if (parts.some((cents) => cents !== covered))
      throw new PacketTotalsError(`the parts of "${direction}" do not add up to the cover`);
  }
  const listed = summary.reduce((sum, row) => sum + row.count, 0) + cover.settled;
  if (listed !== entries.length)
    throw new PacketTotalsError(`${entries.length} findings are shown, ${listed} are summed up`);
  assertOnce(entries);
}

/**
 * A finding that took another's place carries its money: the two must not both be summed. One that was cleared since it was claimed, or that
 * states no amount any more, was claimed beside it when the money was still its own.
 */
function assertOnce(entries: readonly PacketEntry[]): void {
  const priced = new Set<string>();
  const seen = new Set<string>();
  for (const { finding } of entries) {
    if (seen.has(finding.id)) throw new PacketTotalsError(`finding ${finding.id} is in it twice`);
    seen.add(finding.id);
    const { id, foundCents, status } = finding;
    if (!isSettled(status) && foundCents !== null && foundCents !== 0) priced.add(id);
  }
  for (const { finding } of entries) {
    if (finding.settled || !priced.has(finding.id)) continue;
    const twice = finding.takesPlaceOf.find((other) => other.id !== finding.id && priced.has(other.id));
    if (twice)
      throw new PacketTotalsError(
        `${finding.code} takes the place of ${twice.code} (${twice.label}), and both carry an amount`,
      );
  }
}
