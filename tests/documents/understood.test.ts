/** What the preview says was understood is what the cells say, in the same units. */
import { expect, it } from "vitest";
import { understood } from "#main/documents/understood.ts";

it("shows money, rates, quantities, hours and days as people write them", () => {
  expect(
    understood({
      amountCents: 31_000,
      rate: 3_100_000,
      quantity: 3_700,
      hours: 377,
      blockMinutes: 555,
      minutes: 22,
      periodStart: "2026-08-02",
      in: "2026-08-03T09:08",
      taxRate: 82_500,
      delivered: 10_436,
      excluded: false,
      rateItem: null,
      monthlyRentCents: -500,
      serviceType: "Standard Parcel",
    }),
  ).toEqual({
    Amount: "$310.00",
    Rate: "310.00",
    Quantity: "0.37",
    Hours: "3.77",
    Block: "9 h 15 min",
    Minutes: "22 min",
    "Period start": "Aug 2, 2026",
    In: "2026-08-03 09:08",
    "Tax rate": "8.25%",
    Delivered: "10,436",
    Excluded: "no",
    "Rate item": "",
    "Monthly rent": "($5.00)",
    "Service type": "Standard Parcel",
  });
});
