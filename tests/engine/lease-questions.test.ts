/** What lessors' papers leave open: asked about, answered once, used for lines that are here already, and taken back. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, openBench } from "../support/engine.ts";

const [FIRST, SECOND] = ["1FTBW2CM9KKA00412", "1FTBW2CM9KKA00877"];
const FILES = [
  {
    path: "lease-schedule.csv",
    bytes:
      "VIN,Unit,Provider,Contract,Monthly Rent,On-Lease Date,Off-Lease Date,Proration,Mileage Allowance,Overage Rate,Tax Rate,Allowed Fees,Warranty End,Registered State,License Plate\n" +
      `${FIRST},7,Element,C-1,850.00,2025-01-01,,actual,2500,0.18,0,TOLL_FEE:5.00,2027-01-03,TN,1HX234A\n` +
      `${SECOND},07,Element,C-2,900.00,2025-01-01,,actual,2500,0.18,0,TOLL_FEE:5.00,2027-01-03,TN,2HX234A\n`,
  },
  {
    path: "VehiclesData.csv",
    bytes:
      "vin,vehicleName,licensePlateNumber,status,operationalStatus,vehicleProvider,ownershipType,ownershipStartDate,ownershipEndDate,registeredState\n" +
      `${FIRST},Van 7,1HX234A,ACTIVE,OPERATIONAL,ELEMENT,LEASE,2025-01-01,,TX\n` +
      `${SECOND},Van 8,2HX234A,ACTIVE,OPERATIONAL,LP,LEASE,2025-01-01,,TN\n`,
  },
  {
    path: "Element ELM-1 2026-07-31.csv",
    bytes:
      "Invoice Number,ELM-1\nInvoice Date,2026-07-31\nProvider,Element\nBilling Period Start,2026-07-01\nBilling Period End,2026-07-31\n" +
      "Unit,Charge Code,Description,Amount,Tax,Total\n" +
      "7,RENT,Monthly rental,900.00,0.00,900.00\n7,X9,Connected vehicle program 07/2026,19.00,0.00,19.00\nTotal Due,,,,,919.00\n",
  },
];
const NAME = { provider: "Element", unit: "7", plate: "" } as const;

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
  await bench.importPaths(await bench.put(FILES));
  await bench.check();
});
afterEach(() => bench.close());

const questions = () => bench.client.reference.leaseQuestions({});
const outcomeOf = async (code: string) =>
  (await bench.client.findings.coverage({ period: "2026-07" })).find((each) => each.code === code)?.outcome;
const open = async (code: "E04" | "E07") =>
  (await bench.client.findings.list({ code, status: ["open"] })).map(({ amountCents }) => amountCents);

describe("a unit of two vans", () => {
  it("is asked about, and until then nothing of its contract can be verified", async () => {
    const { vans, fleet } = await questions();
    expect(vans).toEqual([
      expect.objectContaining({ ...NAME, lines: 2, cents: 91_900, from: "2026-07-01", to: "2026-07-31" }),
    ]);
    expect(vans[0]?.candidates).toEqual([
      { vin: FIRST, unit: "7", plate: "1HX234A" },
      { vin: SECOND, unit: "07", plate: "2HX234A" },
    ]);
    expect(fleet).toHaveLength(2);
    expect(await outcomeOf("E04")).toBe("cannot-verify");
    expect(await open("E04")).toEqual([]);
  });

  it("goes by what somebody said, in lines that are here already, until that is taken back", async () => {
    await bench.client.reference.linkVan({ ...NAME, vin: FIRST.toLowerCase() });
    expect((await bench.check()).periodsChecked).toBe(1);
    expect(await open("E04")).toEqual([5_000]);
    expect((await bench.client.findings.list({ code: "E04" }))[0]?.sentence).toContain("unit 7");
    expect(await questions()).toMatchObject({ vans: [], links: [{ ...NAME, vin: FIRST }] });

    await bench.client.reference.linkVan({ ...NAME, unit: " 007", vin: SECOND });
    await bench.check();
    expect(await open("E04")).toEqual([]);
    expect(await outcomeOf("E04")).toBe("agrees");
    expect((await bench.client.findings.vans({ month: "2026-07" }))[0]?.rows.map(({ vin }) => vin)).toEqual([SECOND]);

    await bench.client.reference.unlinkVan(NAME);
    await bench.check();
    expect(await outcomeOf("E04")).toBe("cannot-verify");
    expect((await questions()).vans).toHaveLength(1);
  });

  it("is not said to be a van that no list has, and nothing is taken back that was not said", async () => {
    const stranger = { ...NAME, vin: "3C6LRVDG9NE100233" };
    await expect(bench.client.reference.linkVan(stranger)).rejects.toThrow(/has a van with the VIN 3C6LRVDG9NE100233/);
    await expect(bench.client.reference.linkVan({ ...NAME, unit: " ", vin: FIRST })).rejects.toThrow(/Name the unit/);
    await expect(bench.client.reference.unlinkVan(NAME)).rejects.toThrow(/Nobody said which van 7 is/);
  });
});

describe("words that nobody knows", () => {
  it("are asked about, and what was said holds for lines that are here already", async () => {
    await bench.client.reference.linkVan({ ...NAME, vin: SECOND });
    await bench.check();
    expect((await questions()).charges).toEqual([
      {
        provider: "Element",
        words: "Connected vehicle program 07/2026",
        lines: 1,
        cents: 1_900,
        from: "2026-07-01",
        to: "2026-07-31",
      },
    ]);
    expect(await open("E07")).toEqual([]);
    const [charge] = (await questions()).charges;
    const taught = { words: charge?.words ?? "", chargeCode: "MGMT_FEE", provider: "Element" } as const;
    expect(await bench.client.reference.teachCharge(taught)).toEqual({ changed: true });
    expect((await questions()).charges).toEqual([]);
    expect((await bench.check()).periodsChecked).toBe(1);
    expect(await open("E07")).toEqual([1_900]);
    const list = await bench.client.reference.list({ kind: "charge words", search: "", offset: 0, limit: 10 });
    expect(list.rows.map(({ cells }) => cells)).toEqual([["Connected vehicle program 07/2026", "MGMT_FEE", "Element"]]);

    await bench.client.documents.undo({ documentIds: [list.rows[0]?.source.documentId ?? 0] });
    await bench.check();
    expect(await open("E07")).toEqual([]);
    expect((await questions()).charges).toHaveLength(1);
  });
});

describe("the lease schedule beside Amazon's list", () => {
  it("shows where they disagree", async () => {
    expect((await questions()).conflicts.map(({ vin, of, schedule, list }) => [vin, of, schedule, list])).toEqual([
      [SECOND, "lessor", "Element", "LP"],
      [FIRST, "state", "TN", "TX"],
    ]);
  });
});
