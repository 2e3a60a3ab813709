/** A05: a block paid at another rate per hour than the other blocks of its service, where the rate card has no price for it. */
import { formatMinutes } from "#shared/hours.ts";
import { divideHalfUp, formatRate, type Rate } from "#shared/money.ts";
import { defineCheck } from "../../check.ts";
import type { Evidence, FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { conclude } from "./answers.ts";
import { claimOn, headFor, linesFor, serviceOf } from "./invoice.ts";
import { type NamedLine, namedLines } from "./names.ts";
import { cardProof, lineProof, PAID, paidSide } from "./proof.ts";
import { rateCard, rowForLine, rowsOn } from "./rates.ts";

/** A block of a service at a rate, paid or agreed. */
interface Block {
  readonly minutes: number;
  readonly rate: Rate;
  readonly evidence: readonly Evidence[];
}

interface Values {
  readonly name: string;
  readonly odd: Block;
  readonly others: readonly Block[];
}

/** Rate / hours of every priceless block against each other block of the same service. */
export const A05 = defineCheck({
  code: "A05",
  version: 1,
  cadence: "week",
  needs: ["invoiceLine", "invoice"],
  uses: ["rate", "alias"],
  parameters: {
    tolerance: { title: "Cents an hour by which the blocks of a service may differ", unit: "cents", value: 1 },
  },
  evaluate({ facts, parameters }) {
    const card = rateCard(facts.rate);
    const all = linesFor(namedLines(facts.invoiceLine, facts.alias), "route").filter((line) => line.amountCents > 0);
    const routes = all.filter((line) => rowForLine(card, line) === null);
    const unreadable = routes.filter((line) => line.rate === null || serviceOf(line).minutes === null);
    const findings: FindingDraft<Values>[] = [];
    const seen = new Set<string>();
    let compared = 0;
    for (const line of routes) {
      const { key, minutes } = serviceOf(line);
      if (line.rate === null || minutes === null || key === "") continue;
      const id = JSON.stringify([key, minutes, line.rate]);
      if (seen.has(id)) continue;
      seen.add(id);
      const odd = { minutes, rate: line.rate, evidence: lineProof([line]) };
      const agreed = rowsOn(card, "route", line.date ?? line.periodStart).flatMap((row): Block[] =>
        row.key === key && row.minutes !== null && row.minutes !== minutes
          ? [{ minutes: row.minutes, rate: row.fact.rate, evidence: cardProof([row]) }]
          : [],
      );
      const others = agreed.length > 0 ? agreed : otherBlocks(all, key, minutes);
      if (others.length === 0) continue;
      compared += 1;
      if (others.some((other) => sameByTheHour(odd, other, parameters.tolerance))) continue;
      const head = headFor(facts.invoice, [line], line.date);
      findings.push({
        subject: `${key}|${minutes}|${line.rate}`,
        subjectLabel: `${line.description.trim()} at ${formatRate(line.rate)}`,
        direction: "watch",
        amountCents: null,
        estimated: false,
        values: { name: line.serviceType.trim() || line.description.trim(), odd, others },
        sides: [
          paidSide([line], line.date, [PAID.rate]),
          {
            title: "Other blocks of the same service",
            columns: ["Block", "Rate", "Per hour"],
            rows: others.map((other) => [formatMinutes(other.minutes), formatRate(other.rate), perHour(other)]),
            marked: [2],
          },
        ],
        evidence: allProof(odd.evidence, ...others.map((other) => other.evidence)),
        notes: [
          "The rate card has no price for this block, so no amount is stated. Add the agreed price to the rate card.",
          `Tolerance: ${parameters.tolerance} cents an hour.`,
        ],
        explains: [],
        ...claimOn(head, [line]),
      });
    }
    const why = "The invoice prints no rate or block for a route that the rate card has no price for.";
    const missing = unreadable.length > 0 ? (["variable invoice"] as const) : [];
    return conclude({ exists: compared > 0, findings, missing, why: unreadable.length > 0 ? why : undefined });
  },
  sentence: ({ name, odd, others }) =>
    `Amazon paid ${name} of ${formatMinutes(odd.minutes)} at ${perHour(odd)} an hour; its other blocks come to ${[...new Set(others.map(perHour))].sort().join(" and ")}.`,
  formula: ({ odd, others }) => [odd, ...others].map(quotient).join("; "),
});

/** The same service in other block lengths on the same invoice. */
function otherBlocks(lines: readonly NamedLine[], key: string, minutes: number): Block[] {
  const blocks = new Map<string, Block>();
  for (const line of lines) {
    const service = serviceOf(line);
    if (service.key !== key || service.minutes === null || service.minutes === minutes || line.rate === null) continue;
    const id = `${service.minutes} ${line.rate}`;
    if (!blocks.has(id)) blocks.set(id, { minutes: service.minutes, rate: line.rate, evidence: lineProof([line]) });
  }
  return [...blocks.values()].sort((a, b) => a.minutes - b.minutes || a.rate - b.rate);
}

/** Compared without dividing: a cent an hour is 100 ten-thousandths of a dollar for 60 minutes. */
function sameByTheHour(a: Block, b: Block, cents: number): boolean {
  return Math.abs(a.rate * b.minutes - b.rate * a.minutes) * 60 <= cents * 100 * a.minutes * b.minutes;
}

function perHour({ rate, minutes }: Block): string {
  return formatRate(divideHalfUp(rate * 60, minutes * 100) * 100);
}

function quotient(block: Block): string {
  return `${formatRate(block.rate)} / ${formatMinutes(block.minutes)} = ${perHour(block)}`;
}
