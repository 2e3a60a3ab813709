/** Charges that do not recur, each by the rule of its kind. Pure. */
import { plainCents } from "#shared/money.ts";
import { feeCap, isContractFee } from "../allowed-fees.ts";
import type { WrongPart } from "../judge.ts";
import type { LeaseLine } from "../lines.ts";
import { judgeDamage } from "./damage.ts";
import { judgeMileage } from "./mileage.ts";
import { judgeRegistration } from "./registrations.ts";
import { judgeRepair } from "./repairs.ts";
import { isToll, judgeToll } from "./tolls.ts";

/** What a one-off charge is compared with. */
export interface Surroundings {
  /** Repairs, registrations and mileage of the year before and of the month in billing order, by van. */
  readonly earlier: ReadonlyMap<string | null, readonly LeaseLine[]>;
  /** The month's billed lines in billing order, by van. */
  readonly billed: ReadonlyMap<string | null, readonly LeaseLine[]>;
  /** Plates of the fleet, as they are compared. */
  readonly plates: ReadonlySet<string>;
}

/** The wrong parts of a line that recurs with no contract. Together never more than its amount. */
export function judgeOneOff(line: LeaseLine, around: Surroundings): WrongPart[] {
  if (line.fact.amountCents <= 0 || line.van.kind !== "ours") return [];
  const earlier = around.earlier.get(line.vanKey) ?? [];
  switch (line.charge) {
    case "MILEAGE_OVER":
      return judgeMileage(line, earlier);
    case "MAINT":
    case "TIRE":
      return judgeRepair(line, earlier);
    case "DAMAGE":
    case "TURN_IN":
      return judgeDamage(line);
    case "REGISTRATION":
      return judgeRegistration(line, earlier);
    default:
      if (isToll(line)) return judgeToll(line, around.billed.get(line.vanKey) ?? [], around.plates);
      return isContractFee(line) ? judgeFee(line) : [];
  }
}

function judgeFee(line: LeaseLine): WrongPart[] {
  const cap = feeCap(line);
  const above = cap === null ? 0 : line.fact.amountCents - cap.cents;
  if (cap === null || above <= 0) return [];
  const text = `billed ${plainCents(line.fact.amountCents)} - ${cap.text}`;
  return [{ code: "E07", below: false, cents: above, text, why: cap.why }];
}
