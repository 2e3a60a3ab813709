/** Money that was recorded is not proposed once more because another document says it too. */
import { expect, it } from "vitest";
import type { MoneyRow } from "#main/claims/money-rows.ts";
import { notSaidYet } from "#main/claims/said-already.ts";

const row = (from: MoneyRow["from"], day: string, cents: number): MoneyRow => ({
  ...{ from, key: `${from} ${day} ${cents}`, day, cents, party: "Amazon", station: null },
  ...{ number: "", names: "", vins: [], text: "" },
});
const BANK = row("bank line", "2026-09-11", 30_000);

it.each([
  ["seven days after the payment", "2026-09-04", 30_000, []],
  ["eight days after it", "2026-09-03", 30_000, [BANK]],
  ["seven days before it", "2026-09-18", 30_000, []],
  ["eight days before it", "2026-09-19", 30_000, [BANK]],
  ["of another amount", "2026-09-11", 29_999, [BANK]],
])("a line of the bank %s", (_name, receivedOn, cents, left) => {
  expect(notSaidYet([BANK], { lost: [], unbanked: [{ receivedOn, cents }] })).toEqual(left);
});

it("one payment is one line of the bank, the nearest", () => {
  const later = row("bank line", "2026-09-07", 30_000);
  const nearest = row("bank line", "2026-09-05", 30_000);
  const payment = { receivedOn: "2026-09-04", cents: 30_000 };
  expect(notSaidYet([later, nearest], { lost: [], unbanked: [payment] })).toEqual([later]);
  expect(notSaidYet([later, nearest], { lost: [], unbanked: [payment, payment] })).toEqual([]);
});

it("a payment whose document is gone is found again by its day and amount, in whatever document", () => {
  const again = row("payment", "2026-09-04", 30_000);
  const others = [row("payment", "2026-09-04", 29_999), row("payment", "2026-09-05", 30_000)];
  expect(notSaidYet([again, ...others], { lost: [{ receivedOn: "2026-09-04", cents: 30_000 }], unbanked: [] })).toEqual(
    others,
  );
});
