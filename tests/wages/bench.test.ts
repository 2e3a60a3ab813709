import { expect, test } from "vitest";
import { benchWages, invented } from "../support/wages-bench.ts";
import { book } from "./support.ts";

test("the bench's people earn what their rows say", () => {
  const { personDays, workedMinutes, totalCents, premiums } = benchWages(book, 3, 2);
  const lengths = invented(3, 2)
    .flat()
    .map(({ in: from, out: to }) => (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 60_000);
  const days = lengths.flatMap((first, row) => (row % 2 === 0 ? [first + (lengths[row + 1] ?? Number.NaN)] : []));
  const minutes = days.reduce((sum, each) => sum + each, 0);
  expect([personDays, workedMinutes]).toEqual([30, minutes]);
  expect(totalCents).toBeGreaterThan((minutes / 60) * 2000);
  // The first meal is always there, the second one of a day of more than ten hours never.
  expect(premiums).toBe(days.filter((each) => each > 600).length);
});
