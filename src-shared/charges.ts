/** What lessors charge for. */

/** Charge codes of section 5 of the documents page. */
export const CHARGE_CODES = [
  "RENT",
  "PRORATE",
  "MGMT_FEE",
  "MILEAGE_OVER",
  "MAINT",
  "TIRE",
  "DAMAGE",
  "TURN_IN",
  "TOLL",
  "TOLL_FEE",
  "VIOLATION",
  "FINE_ADMIN",
  "REGISTRATION",
  "TAX",
  "LATE_FEE",
  "FUEL",
  "EV_CHARGE",
  "INSURANCE",
  "CREDIT",
  "OTHER",
] as const;
export type ChargeCode = (typeof CHARGE_CODES)[number];

/** What each code charges for, as an owner reads it. */
export const CHARGE_TITLES: Readonly<Record<ChargeCode, string>> = {
  RENT: "Rent",
  PRORATE: "Rent for a part of a month",
  MGMT_FEE: "Management fee",
  MILEAGE_OVER: "Excess mileage",
  MAINT: "Maintenance or repair",
  TIRE: "Tires",
  DAMAGE: "Damage",
  TURN_IN: "Turn-in charge",
  TOLL: "Toll",
  TOLL_FEE: "Fee for a toll",
  VIOLATION: "Fine or violation",
  FINE_ADMIN: "Fee for a fine",
  REGISTRATION: "Registration",
  TAX: "Tax",
  LATE_FEE: "Late fee",
  FUEL: "Fuel",
  EV_CHARGE: "EV charging",
  INSURANCE: "Insurance",
  CREDIT: "Credit",
  OTHER: "Something else",
};
