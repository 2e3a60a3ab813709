import { formatCents } from "#shared/money.ts";
import { hasValidCheckDigit, isNorthAmerican, isWellFormedVin, normaliseVin } from "#shared/vin.ts";
import type { LeaseTermFact } from "../../../documents/facts.ts";
import type { NearVan } from "../../../matching/vehicles.ts";
import { defineCheck } from "../../check.ts";
import { answerFromShares, type LeaseInput, type LeaseValues, READS, shareFormula } from "./lease-finding.ts";
import { vinNotes } from "./lease-sides.ts";
import { chargeText, periodText, vanText } from "./line-words.ts";

/** E06: a line for a van that is not in the lease schedule, with the fleet VIN it may have been meant for. */
export const E06 = defineCheck({
  code: "E06",
  version: 4,
  cadence: "month",
  needs: ["leaseLine", "leaseTerm"],
  ...READS,
  parameters: {},
  evaluate: (input) =>
    answerFromShares({
      code: "E06",
      input,
      tolerance: null,
      concerns: (line) => line.van.kind === "ours" || line.van.kind === "unknown",
      needsVan: true,
      finish: ({ line }) => {
        const near = nearestOf(line);
        const doubts = line.fact.vin.trim() === "" ? [] : vinNotes(normaliseVin(line.fact.vin));
        const unit = near?.sameUnit ? ["The line names that van's unit number too."] : [];
        const plate = near?.samePlate ? ["The line names that van's license plate too."] : [];
        return {
          notes: [searched(input.facts), ...doubts, ...unit, ...plate],
          terms: near === null ? [] : termsOf(near, input.facts.leaseTerm),
        };
      },
    }),
  sentence,
  formula: shareFormula,
});

/** Where the van was looked for. Without Amazon's vehicle list the lease schedule alone decides. */
function searched({ leaseTerm, vehicle }: LeaseInput["facts"]): string {
  const schedule = `None of the ${leaseTerm.length} rows of the lease schedule is for it`;
  return vehicle.length === 0
    ? `${schedule}. Amazon's vehicle list was not there to be searched too.`
    : `${schedule}, nor any of the ${vehicle.length} on Amazon's vehicle list.`;
}

function nearestOf({ van }: LeaseValues["line"]): NearVan | null {
  return van.kind === "unknown" ? van.nearest : null;
}

function termsOf(near: NearVan, terms: readonly LeaseTermFact[]): LeaseTermFact[] {
  return terms.filter((term) => normaliseVin(term.vin) === near.vin);
}

/** European VINs need not carry a check digit: only a North American one that fails it is suspicious (49 CFR 565.15). */
function failsCheckDigit(text: string): boolean {
  const vin = normaliseVin(text);
  return isWellFormedVin(vin) && isNorthAmerican(vin) && !hasValidCheckDigit(vin);
}

function sentence({ line, share }: LeaseValues): string {
  const near = nearestOf(line);
  const unit = near?.sameUnit ? `, the same unit ${near.unit}` : "";
  const hint = near === null ? "" : ` The nearest VIN of the fleet is ${near.vin}${unit}.`;
  return (
    `${line.fact.provider} billed ${formatCents(share.totalCents)} ${chargeText(line)} of ${periodText(line.days)} for ${vanText(line)}, ` +
    `which is not on the lease schedule.${failsCheckDigit(line.fact.vin) ? " Its check digit is wrong." : ""}${hint}`
  );
}
