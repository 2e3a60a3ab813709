/** All checks of the variable invoice together: whatever leaks, the claims are what is owed less what was paid, each dollar once. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amazonChecks } from "#main/reconcile/checks/amazon/index.ts";
import { isClaimable } from "#shared/catalogue.ts";
import {
  documentsOf,
  dueOf,
  exactLines,
  type Happenings,
  type Line,
  lineOf,
  PRICES,
  routeLine,
  SERVICES,
  setQuantity,
} from "../../support/amazon-week.ts";
import { reconcile } from "../../support/workbench.ts";

const days: fc.Arbitrary<Happenings> = fc.record({
  completed: fc.array(fc.nat(4), { minLength: SERVICES.length, maxLength: SERVICES.length }),
  excluded: fc.constant(0),
  sessions: fc.nat(3),
  cancels: fc.nat(2),
  delayMinutes: fc.nat(200),
  delivered: fc.integer({ min: 1, max: 3_000 }),
  pickups: fc.nat(60),
  coverages: fc.nat(2),
});

/** An invoice that leaks may be planted in. */
interface Ground {
  readonly day: Happenings;
  readonly lines: Line[];
  /** By how much the printed total is below the sum of the lines. */
  hidden: number;
}

/** Spoils the ground; false where it has no place for the leak. */
type Leak = (ground: Ground) => boolean;

const find = (lines: readonly Line[], words: string, least: number) =>
  lines.find((line) => line.description.includes(words) && line.hundredths >= least && line.amountCents > 0);

/** Takes units away from a line; `left` of them must remain. */
const shorten =
  (words: string, hundredths: number, left = 0): Leak =>
  ({ lines }) => {
    const line = find(lines, words, hundredths + left);
    if (!line || line.amountCents !== Math.round((line.cents * line.hundredths) / 100)) return false;
    setQuantity(line, line.hundredths - hundredths);
    if (line.hundredths === 0) lines.splice(lines.indexOf(line), 1);
    return true;
  };

/** Pays routes of one service as another. */
const swap =
  (from: number, to: number): Leak =>
  (ground) => {
    const [due, paid] = [SERVICES[from], SERVICES[to]];
    if (!due || !paid) return false;
    const words = (of: typeof due) => `${of.type} - Block of ${of.hours} `;
    const source = ground.lines.find((line) => line.description.startsWith(words(due)) && line.cents === due.cents);
    if (!source || source.amountCents !== (source.cents * source.hundredths) / 100) return false;
    setQuantity(source, source.hundredths - 100);
    if (source.hundredths === 0) ground.lines.splice(ground.lines.indexOf(source), 1);
    const target = ground.lines.find(
      (line) =>
        line.description.startsWith(words(paid)) &&
        line.cents === paid.cents &&
        line.amountCents === (line.cents * line.hundredths) / 100,
    );
    if (target) setQuantity(target, target.hundredths + 100);
    else ground.lines.push(routeLine(paid, 1));
    return true;
  };

const LEAKS: readonly (readonly [string, Leak])[] = [
  ...SERVICES.map(({ type, hours }): readonly [string, Leak] => [
    `A01 ${type} ${hours}`,
    shorten(`${type} - Block of ${hours} `, 100),
  ]),
  ["A03 10 h paid as 8 h", swap(0, 2)],
  ["A03 10 h paid as 9 h", swap(0, 1)],
  ["A03 9 h paid as 8 h", swap(1, 2)],
  ["A08 ride along paid as standard", swap(3, 0)],
  ["A08 on-road experience paid as standard", swap(4, 0)],
  ["A08 ride along paid as 8 h", swap(3, 2)],
  [
    "A04",
    ({ lines }) => {
      const line = find(lines, "Block of 10 Hours", 100);
      if (!line || line.amountCents !== (line.cents * line.hundredths) / 100) return false;
      line.cents -= 450;
      setQuantity(line, line.hundredths);
      return true;
    },
  ],
  [
    "A06",
    ({ lines }) => {
      const line = find(lines, "Training", 100);
      if (!line) return false;
      line.amountCents -= 1_250;
      return true;
    },
  ],
  [
    "A07",
    (ground) => {
      ground.hidden += 2_500;
      return true;
    },
  ],
  ["A09", shorten("Training", 100)],
  ["A11", shorten("AMZL Late Cancel", 100)],
  ["A13", shorten("Unplanned Delay", 50)],
  ["A14", shorten("Delivery Complete", 700)],
  // Branding is due only where it is billed at all.
  ["A15", shorten("Branding", 300, 100)],
  ["A17", shorten("Pickup Complete", 500)],
  [
    "A18",
    ({ day }) => {
      day.excluded += 1;
      return true;
    },
  ],
  ["A19", shorten("Quick Coverage", 100)],
  [
    "A20 and A25",
    ({ lines }) => {
      lines.push(lineOf("Other fees", "Damage claim TBA1", "", -8_000, 100));
      return true;
    },
  ],
];

/** Payments beyond what is owed. */
const GAINS: readonly Leak[] = [
  ...SERVICES.map(
    (service): Leak =>
      ({ lines }) =>
        lines.push(routeLine(service, 1)) > 0,
  ),
  // The same line twice, at the card's price.
  ({ lines }) => SERVICES.slice(0, 1).every((service) => lines.push(routeLine(service, 2), routeLine(service, 2)) > 0),
  ({ lines }) =>
    lines.push(lineOf("Training sessions", "Training - Block of 8 hours", "Training", PRICES.training, 100)) > 0,
  ({ lines }) => lines.push(lineOf("Packages", "Branding - Variable Per Shipment", "", PRICES.piece, 900)) > 0,
];

function claimsOf({ day, lines, hidden }: Ground): number {
  const total = lines.reduce((sum, line) => sum + line.amountCents, 0) - hidden;
  return reconcile(documentsOf(day, lines, total), amazonChecks)
    .flatMap((result) => {
      expect(result.crashes).toEqual([]);
      return result.findings;
    })
    .reduce((sum, each) => sum + (isClaimable(each.direction) ? (each.amountCents ?? Number.NaN) : 0), 0);
}

/** What work summary and card say is owed less what the invoice pays in all. */
function shortOf({ day, lines, hidden }: Ground): number {
  return dueOf(day) - lines.reduce((sum, line) => sum + line.amountCents, 0) + hidden;
}

const copied = (day: Happenings): Ground => ({ day: { ...day }, lines: exactLines(day), hidden: 0 });
const someLeaks = fc.array(fc.nat(LEAKS.length - 1), { minLength: 1, maxLength: 6 });

describe("the claims of a week", () => {
  test("are nothing where everything was paid", () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(claimsOf(copied(day))).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  test("rise with every leak by exactly its dollars, and are always what is owed less what was paid", () => {
    fc.assert(
      fc.property(days, someLeaks, (day, chosen) => {
        const ground = copied(day);
        for (const index of chosen) {
          const [before, owedBefore] = [claimsOf(ground), shortOf(ground)];
          const leak = LEAKS[index];
          if (!leak?.[1](ground)) continue;
          const lost = shortOf(ground) - owedBefore;
          expect(lost, leak[0]).toBeGreaterThan(0);
          expect(claimsOf(ground) - before, leak[0]).toBe(lost);
          expect(claimsOf(ground), leak[0]).toBe(shortOf(ground));
        }
      }),
      { numRuns: 12 },
    );
  });

  test("never rise where more was paid than is owed", () => {
    fc.assert(
      fc.property(days, someLeaks, fc.array(fc.nat(GAINS.length - 1), { maxLength: 4 }), (day, chosen, gains) => {
        const ground = copied(day);
        for (const index of chosen) LEAKS[index]?.[1](ground);
        const short = shortOf(ground);
        for (const index of gains) GAINS[index]?.(ground);
        expect(claimsOf(ground)).toBeLessThanOrEqual(short);
      }),
      { numRuns: 12 },
    );
  });
});
