import { type Cents, divideHalfUp, formatCents, plainCents } from "#shared/money.ts";
import { addDays, monthOf } from "#shared/week.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { isFullPeriod } from "./contract-rent.ts";
import { answerWith } from "./doubts.ts";
import { monthLines, READS } from "./lease-finding.ts";
import { lineProof, termProof } from "./lease-proof.ts";
import { billedSide } from "./lease-sides.ts";
import type { JudgedLine } from "./line-shares.ts";
import { chargeText, periodText, vanText } from "./line-words.ts";
import { isRecurring } from "./lines.ts";
import { ownFinding, TOLD, type Told } from "./own-finding.ts";

/** E20: a van's monthly charge that is far from the month before, and no contract, return or delivery says why. */
export const E20 = defineCheck({
  code: "E20",
  version: 1,
  cadence: "month",
  needs: ["leaseLine"],
  ...READS,
  parameters: {
    percent: { title: "Change in percent that is noticed", unit: "count", value: 15 },
    least: { title: "Change that is noticed at all", unit: "cents", value: 2000 },
  },
  evaluate: (input) => {
    const period = monthOf(addDays(input.scope.from, -1));
    const now = chargesOf(monthLines(input));
    const before = chargesOf(monthLines({ ...input, scope: { ...input.scope, period } }));
    const pairs = [...now].flatMap(([key, lines]) => {
      const earlier = before.get(key);
      return earlier && !isExplained(lines, earlier) ? [{ lines, earlier }] : [];
    });
    const findings = pairs.flatMap(({ lines, earlier }) => {
      const [was, is] = [sumOf(earlier), sumOf(lines)];
      const change = Math.abs(is - was);
      const { percent, least } = input.parameters;
      return change >= least && change * 100 > was * percent ? [draft(lines, earlier, was, is, input.parameters)] : [];
    });
    return answerWith(findings, [], pairs.length > 0);
  },
  ...TOLD,
});

/** Whole months of a van's recurring charge, by van, lessor and charge. */
function chargesOf(lines: readonly JudgedLine[]): Map<string, JudgedLine[]> {
  const whole = lines.filter(
    (line) => line.van.kind === "ours" && isRecurring(line) && line.rental === null && isFullPeriod(line.days),
  );
  return Map.groupBy(whole, ({ fact, vanKey, charge }) => JSON.stringify([vanKey, fact.provider, charge]));
}

/** Another contract, another rent, or a claim of another check on either month says why. */
function isExplained(lines: readonly JudgedLine[], earlier: readonly JudgedLine[]): boolean {
  if ([...lines, ...earlier].some(({ shares }) => shares.length > 0)) return true;
  const [now, before] = [lines[0]?.term, earlier[0]?.term];
  return now?.contract !== before?.contract || now?.onLease !== before?.onLease;
}

function sumOf(lines: readonly JudgedLine[]): Cents {
  return lines.reduce((sum, { fact }) => sum + fact.amountCents, 0);
}

function draft(
  lines: readonly JudgedLine[],
  earlier: readonly JudgedLine[],
  was: Cents,
  is: Cents,
  { percent, least }: { readonly percent: number; readonly least: number },
): FindingDraft<Told> {
  const [line] = lines;
  if (!line) throw new Error("a charge has a line");
  const change = is - was;
  const part = divideHalfUp(Math.abs(change) * 100, was);
  const more = change > 0 ? "more" : "less";
  return ownFinding({
    subject: `${line.subject}|jump`,
    label: `${line.fact.unit.trim() || line.fact.vin.trim()} · ${chargeText(line)} · ${periodText(line.days)}`,
    direction: "watch",
    amountCents: null,
    sentence:
      `${line.fact.provider} billed ${formatCents(is)} ${chargeText(line)} of ${vanText(line)} for ${periodText(line.days)}, ` +
      `${part} % ${more} than the month before, and no contract says why.`,
    formula: `${plainCents(is)} - ${plainCents(was)} = ${plainCents(change)}`,
    sides: [
      billedSide(lines.map(({ fact }) => fact)),
      billedSide(
        earlier.map(({ fact }) => fact),
        "The month before",
      ),
    ],
    evidence: [
      lineProof([...lines, ...earlier].map(({ fact }) => fact)),
      termProof(lines.flatMap(({ chain }) => chain)),
    ],
    notes: [
      `Noticed beyond ${percent} % and ${plainCents(least)}. Where the contract names the rent, E04 claims what is above it.`,
    ],
    provider: line.fact.provider,
    invoiceNumber: line.fact.invoiceNumber,
  });
}
