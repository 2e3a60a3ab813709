/** A lease line as the owner reads it: its days, its charge, its van. Pure. */
import { formatDate, formatDay } from "#shared/week.ts";
import type { Days } from "./contract-rent.ts";
import type { LeaseLine } from "./lines.ts";

/** `Aug 1 – 31, 2026`, `Aug 15 – Sep 14, 2026`. */
export function periodText({ from, to }: Days): string {
  if (from === to) return formatDate(from);
  if (from.slice(0, 4) !== to.slice(0, 4)) return `${formatDate(from)} – ${formatDate(to)}`;
  const end = from.slice(0, 7) === to.slice(0, 7) ? String(Number(to.slice(8))) : formatDay(to);
  return `${formatDay(from)} – ${end}, ${to.slice(0, 4)}`;
}

const CHARGE_NAMES: Record<string, string> = {
  RENT: "rent",
  MGMT_FEE: "management fee",
  INSURANCE: "insurance",
  MILEAGE_OVER: "excess mileage",
  MAINT: "maintenance",
  TURN_IN: "turn-in charge",
  TOLL_FEE: "toll fee",
  FINE_ADMIN: "administration fee of a fine",
  EV_CHARGE: "EV charging",
  OTHER: "other charge",
};

/** A charge as the owner reads it. */
export function chargeText(line: LeaseLine): string {
  return CHARGE_NAMES[line.charge] ?? line.charge.toLowerCase().replaceAll("_", " ");
}

/** `van 1FT… (unit 1042)`, as the line prints it. */
export function vanText(line: LeaseLine): string {
  const { vin, unit } = line.fact;
  const printed = vin.trim() !== "" ? vin.trim() : line.van.kind === "ours" ? line.van.vin : "";
  if (printed === "") return unit.trim() === "" ? "a van it does not name" : `unit ${unit.trim()}`;
  return unit.trim() === "" ? `van ${printed}` : `van ${printed} (unit ${unit.trim()})`;
}
