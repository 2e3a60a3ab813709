/** What a document changes of those it takes the place of, line by line: before the import and ever after. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Bench, openBench } from "../support/engine.ts";
import {
  at,
  commit,
  fileOf,
  importEach,
  importTogether,
  invoice,
  preview,
  roster,
  summary,
  type TimedFile,
  timecard,
} from "../support/imports.ts";

let bench: Bench;
let number = 0;
beforeAll(async () => {
  bench = await openBench();
});
beforeEach(async () => {
  number += 1;
  await bench.engine.session.open(`${bench.root}/workspace ${number}`);
});
afterAll(async () => bench.close());

async function differences(file: TimedFile) {
  const plan = await preview(bench, [file]);
  const { sha256 } = fileOf(plan, file.path);
  const planned = await bench.client.documents.planDifference({ planId: plan.planId, sha256, limit: 5000 });
  await commit(bench, plan);
  return { planned, stored: await differenceOf(file.path) };
}

async function differenceOf(name: string) {
  const document = (await bench.client.documents.history({})).find((each) => each.name === name);
  return bench.client.documents.difference({ documentId: document?.id ?? 0, limit: 5000 });
}

const week = {
  path: "week.csv",
  text: summary("3 Standard Parcel 4", "3 Nursery 1", "4 Standard Parcel 5", "5 Standard Parcel 6"),
  at: at(0),
};

describe("a corrected week", () => {
  it("names the lines that came, went and say something else, in order of day and label, and the same once it is stored", async () => {
    await importTogether(bench, [week]);
    const text = summary("3 Standard Parcel 4", "4 Standard Parcel 7", "5 Standard Parcel 6", "5 Ride Along 1");
    const { planned, stored } = await differences({ path: "corrected.csv", text, at: at(1) });
    expect(stored).toEqual(planned);
    expect(planned).toMatchObject({ with: ["week.csv"], added: 1, removed: 1, changed: 1 });
    expect(planned.lines.map(({ change, label, fields }) => ({ change, label, fields }))).toEqual([
      { change: "removed", label: "Aug 3, 2026, DXA4, Nursery, 10 h", fields: [] },
      { change: "changed", label: "Aug 4, 2026, DXA4, Standard Parcel, 10 h", fields: ["Completed"] },
      { change: "added", label: "Aug 5, 2026, DXA4, Ride Along, 10 h", fields: [] },
    ]);
    const [removed, changed, added] = planned.lines;
    expect(removed).toMatchObject({ before: { Completed: "1" }, after: null });
    expect(changed).toMatchObject({ before: { Completed: "5" }, after: { Completed: "7" } });
    expect(added).toMatchObject({ before: null, after: { Completed: "1" } });
  });

  it("of one day leaves the other days alone", async () => {
    await importTogether(bench, [week]);
    const { planned } = await differences({ path: "monday.csv", text: summary("3 Standard Parcel 4"), at: at(1) });
    expect(planned).toMatchObject({ with: ["week.csv"], added: 0, removed: 1, changed: 0 });
    const history = await bench.client.documents.history({});
    expect(history.map(({ name, rows, currentRows }) => ({ name, rows, currentRows }))).toEqual([
      { name: "monday.csv", rows: 1, currentRows: 1 },
      { name: "week.csv", rows: 4, currentRows: 2 },
    ]);
  });

  it("keeps its difference when it is superseded itself, and does not care which was imported first", async () => {
    const second = { path: "second.csv", text: summary("3 Standard Parcel 5", "3 Nursery 1"), at: at(1) };
    const third = { path: "third.csv", text: summary("3 Standard Parcel 6", "3 Nursery 1"), at: at(2) };
    await importEach(bench, [week, second]);
    const alone = await differenceOf("second.csv");
    await importTogether(bench, [third]);
    expect(await differenceOf("second.csv")).toEqual(alone);
    const third_ = await differenceOf("third.csv");
    expect(third_).toMatchObject({ with: ["second.csv"], changed: 1 });
    await bench.engine.session.open(`${bench.root}/workspace ${number} again`);
    await importEach(bench, [third, week, second]);
    expect(await differenceOf("second.csv")).toEqual(alone);
    expect(await differenceOf("third.csv")).toEqual(third_);
  });
});

describe("what takes nobody's place", () => {
  it("has no difference: a first file, other days of a week, another invoice", async () => {
    const first = await differences(week);
    expect(first.planned).toEqual({ with: [], added: 0, removed: 0, changed: 0, lines: [] });
    const otherDay = await differences({ path: "thursday.csv", text: summary("6 Standard Parcel 3"), at: at(1) });
    expect(otherDay.planned.with).toEqual([]);
    await importTogether(bench, [{ path: "one.csv", text: invoice("INV-1", "3 Standard Parcel 4"), at: at(0) }]);
    const other = await differences({ path: "two.csv", text: invoice("INV-2", "3 Standard Parcel 4"), at: at(1) });
    expect(other).toEqual({ planned: first.planned, stored: first.planned });
  });

  it("is not known is said, not guessed", async () => {
    await expect(bench.client.documents.difference({ documentId: 99, limit: 10 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("lines are named as the office names them", () => {
  it("an invoice's by day, section and description, with its head", async () => {
    await importTogether(bench, [{ path: "v1.csv", text: invoice("INV-1", "3 Standard Parcel 4"), at: at(0) }]);
    const { planned } = await differences({
      path: "v2.csv",
      text: invoice("INV-1", "3 Standard Parcel 5"),
      at: at(1),
    });
    expect(planned.lines).toMatchObject([
      {
        change: "changed",
        label: "Aug 3, 2026, INV-1, routes, Standard Parcel - Block of 10 Hours",
        before: { Quantity: "4", Amount: "$1,200.00" },
        after: { Quantity: "5", Amount: "$1,500.00" },
        fields: ["Quantity", "Amount"],
      },
      { change: "changed", label: "INV-1, DXA4", fields: ["Total"] },
    ]);
  });

  it("a punch's by day and driver; a corrected punch goes and comes", async () => {
    await importTogether(bench, [{ path: "v1.csv", text: timecard("3 000101 09:00 AM 05:30 PM"), at: at(0) }]);
    const { planned } = await differences({
      path: "v2.csv",
      text: timecard("3 000101 09:00 AM 05:45 PM"),
      at: at(1),
    });
    expect(planned.lines.map(({ change, label }) => `${change}: ${label}`)).toEqual([
      "removed: Aug 3, 2026, Sam000101, Rivers, 000101, 2026-08-03 09:00, 2026-08-03 17:30, Regular",
      "added: Aug 3, 2026, Sam000101, Rivers, 000101, 2026-08-03 09:00, 2026-08-03 17:45, Regular",
    ]);
  });

  it("a person's by name, and the list is cut where it was asked to be", async () => {
    await importTogether(bench, [{ path: "v1.csv", text: roster("000101 20.00", "000102 21.00"), at: at(0) }]);
    const plan = await preview(bench, [
      { path: "v2.csv", text: roster("000101 20.50", "000102 21.50", "000103 19.00"), at: at(1) },
    ]);
    const { sha256 } = fileOf(plan, "v2.csv");
    const difference = await bench.client.documents.planDifference({ planId: plan.planId, sha256, limit: 1 });
    expect(difference).toMatchObject({ with: ["v1.csv"], added: 0, removed: 0, changed: 2 });
    expect(difference.lines).toMatchObject([{ label: "Sam000101 Rivers, 000101", fields: ["Pay rate"] }]);
  });
});
