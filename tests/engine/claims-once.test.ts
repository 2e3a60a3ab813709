/** A dollar is in one claim, and is received once: whatever is checked again, taken back, or said by a second file. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { follow } from "#main/cli/command.ts";
import { type Bench, openBench } from "../support/engine.ts";
import { at, importTogether, invoice, summary } from "../support/imports.ts";
import { allClaims, putFindings, recheck } from "./support/claims.ts";

let bench: Bench;
const clock = { today: "2026-08-18" };
beforeEach(async () => {
  clock.today = "2026-08-18";
  bench = await openBench(clock);
});
afterEach(async () => bench.close());

const put = async (path: string, text: string, minute = 0) => {
  await importTogether(bench, [{ path, text, at: at(minute) }]);
  await bench.check();
};
const found = () => bench.client.findings.list({ direction: ["owed", "overcharged"], withAmount: true });
const decide = (ids: readonly string[], decision: "confirm" | "undo" = "confirm") =>
  bench.client.findings.decide({ ids: [...ids], decision, reason: "" });
const submit = (number = 1) => bench.client.claims.step({ number, to: "submitted", on: clock.today });
const claim = (number = 1) => bench.client.claims.get({ number });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("a payment on an invoice that two claims are about", () => {
  const remitted = (...rows: string[]) => ["Payment Date,Payment Number,Invoice Number,Amount", ...rows, ""].join("\n");
  const ROW = "2026-09-04,PAY-2,INV-HARBOR-0000000614,300.00";
  const OTHER = "2026-09-18,PAY-4,INV-HARBOR-0000000700,10.00";
  const take = async (number: number) => {
    const { proposals } = await claim(number);
    const proposal = proposals[0]?.key ?? "none";
    return bench.client.claims.pay({
      ...{ number, kind: "paid", receivedOn: "2026-09-04", cents: 30_000, note: "", proposal },
    });
  };
  beforeEach(async () => {
    await put("week.csv", summary("3 Standard Parcel 4", "4 Standard Parcel 5"));
    await put("billed.csv", invoice("INV-HARBOR-0000000614", "3 Standard Parcel 3", "4 Standard Parcel 4"));
    for (const [index, { id }] of (await found()).entries()) {
      await decide([id]);
      await submit(index + 1);
    }
    clock.today = "2026-09-30";
    await put("remittances.csv", remitted(ROW), 1);
  });

  it("is for one of them, and for the other no more when a second file says it and the first is taken back", async () => {
    expect((await claim(2)).proposals).toHaveLength(1);
    await take(1);
    expect((await claim(2)).proposals).toEqual([]);
    const [document] = await bench.client.documents.history({});
    await bench.client.documents.undo({ documentIds: [document?.id ?? 0] });
    await put("again.csv", remitted(ROW, OTHER), 6);
    expect((await claim(1)).proposals).toEqual([]);
    expect((await claim(2)).proposals).toEqual([]);
  });

  it("does not come back to the first when the second took it from another file", async () => {
    const { payments } = await take(1);
    await bench.client.claims.unpay({ number: 1, payment: payments[0]?.id ?? 0 });
    await put("again.csv", remitted(ROW, OTHER), 6);
    await take(2);
    expect((await claim(2)).payments).toMatchObject([{ source: { document: "again.csv" } }]);
    await expect(bench.client.claims.undo({ number: 1 })).rejects.toMatchObject({
      message: expect.stringMatching(/recorded for claim C-0002/),
    });
  });

  it("is not seen once more in the bank", async () => {
    await take(1);
    await put("bank.csv", "Date,Description,Amount\n2026-09-05,AMAZON LOGISTICS PAYMENT,300.00\n", 2);
    expect((await claim(2)).proposals).toEqual([]);
  });
});

describe("money that a later check sees otherwise", () => {
  const amended = () =>
    invoice("INV-HARBOR-0000000614", "3 Standard Parcel 3").replace(
      /Total Due.*\n/,
      "Routes,2026-08-03,Standard Parcel - Block of 8 Hours,Standard Parcel,240.00,1,240.00\nTotal Due,,,,,,1140.00\n",
    );

  it("stays in the claim that was submitted, and is not claimed, nor counted, a second time", async () => {
    await put("week.csv", summary("3 Standard Parcel 4"));
    await put("billed.csv", invoice("INV-HARBOR-0000000614", "3 Standard Parcel 3"));
    await decide((await found()).map(({ id }) => id));
    await submit();
    await put("amended.csv", amended(), 3);
    const [shorter, ...others] = await found();
    expect([shorter?.code, shorter?.amountCents, others]).toEqual(["A03", 6_000, []]);
    const why =
      "Its money is part of claim C-0001, as A01 Mon, Aug 3 · Standard Parcel · 10 h. Settle it there, or take that claim back first.";
    const ids = [shorter?.id ?? ""];
    expect(await decide(ids)).toEqual({ changed: ids, claims: [], left: [{ id: ids[0], why }] });
    expect(await bench.client.claims.join({ ids })).toMatchObject({ claims: [], left: [{ why }] });
    const { tiles } = await bench.client.findings.board({ station: null, week: null });
    expect(tiles).toMatchObject({ claimable: { cents: 0 }, confirmed: { cents: 0 }, submitted: { cents: 30_000 } });
    const { weeks } = await bench.client.findings.trend({ station: null, week: null, weeks: 1 });
    expect(weeks).toMatchObject([{ foundCents: 30_000, claimedCents: 30_000 }]);
  });

  it("can be claimed as what it is now once the claim was rejected, or is a draft again", async () => {
    await put("week.csv", summary("3 Standard Parcel 4"));
    await put("billed.csv", invoice("INV-HARBOR-0000000614", "3 Standard Parcel 3"));
    await decide((await found()).map(({ id }) => id));
    await submit();
    await put("amended.csv", amended(), 3);
    const ids = (await found()).map(({ id }) => id);
    await decide(ids);
    await bench.client.claims.step({ number: 1, to: "rejected", on: clock.today });
    expect((await bench.client.claims.join({ ids })).claims).toMatchObject([{ number: 2 }]);
    await bench.client.claims.undo({ number: 1 });
    await expect(submit(2)).rejects.toMatchObject({
      message: expect.stringMatching(/^A03 .+ cannot be claimed\. Its money is part of claim C-0001/),
    });
    await bench.client.claims.undo({ number: 1 });
    expect(await submit(2)).toMatchObject({ status: "submitted", claimedCents: 6_000 });
  });
});

it("a finding that turned out to be another lessor's is shown to nobody else", async () => {
  const ids = await putFindings(bench, {
    id: "f1",
    cents: 100,
    code: "E01",
    counterparty: "Element",
    invoice: "ELM-1",
  });
  await bench.client.claims.join({ ids });
  await recheck(bench, "f1", { counterparty: "Kingbee" });
  const message = "E01 Subject f1 is with Kingbee now, and this claim is with Element. Take it out first.";
  await expect(submit(1)).rejects.toMatchObject({ code: "REFUSED", message });
  const asked = { filter: {}, claimNumber: 1, format: "csv" as const };
  await expect(bench.client.claims.packet(asked).then(follow)).rejects.toMatchObject({ code: "REFUSED", message });
  await bench.client.claims.leave({ number: 1, ids });
  expect((await bench.client.claims.join({ ids })).claims).toMatchObject([{ number: 2 }]);
  expect(await claim(2)).toMatchObject({ counterparty: "Kingbee" });
});

it("a finding that turned against us keeps what was claimed for it in the trend", async () => {
  await put("week.csv", summary("3 Standard Parcel 4"));
  const ids = await putFindings(
    bench,
    { id: "f1", cents: 30_000 },
    { id: "f2", cents: 5_000, direction: "overpaid", code: "F03", counterparty: null, invoice: null },
  );
  await bench.client.claims.join({ ids });
  await submit(1);
  await submit(2);
  await recheck(bench, "f1", { direction: "exposure", amountCents: -1_000 });
  await bench.client.claims.pay({ number: 2, kind: "paid", receivedOn: "2026-08-18", cents: 5_000, note: "" });
  const { weeks } = await bench.client.findings.trend({ station: null, week: "2026-08-02", weeks: 1 });
  expect(weeks).toMatchObject([{ claimedCents: 35_000, recoveredCents: 5_000, foundCents: 35_000 }]);
  expect(sum((await allClaims(bench)).rows.map(({ claimedCents }) => claimedCents))).toBe(35_000);
});
