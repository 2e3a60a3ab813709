/** A file nobody could name is mapped once; the next one with that header is read in silence. */
import { writeFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { follow } from "#main/cli/command.ts";
import type { MappingProfile, PlannedFile } from "#shared/contract/schemas.ts";
import { bytes, zip } from "../documents/support.ts";
import { type Bench, openBench } from "../support/engine.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(async () => bench.close());

const lines = (...all: string[]) => all.map((line) => `${line}\n`).join("");

/** Plans files and gives the plan with its first file. */
async function planned(files: Record<string, string>) {
  const paths = await bench.put(Object.entries(files).map(([path, bytes]) => ({ path, bytes })));
  const plan = await follow(await bench.client.documents.plan({ files: paths.map((path) => bench.files.offer(path)) }));
  return { plan, file: fileOf(plan.files, Object.keys(files)[0] ?? ""), paths };
}

function fileOf(files: readonly PlannedFile[], name: string): PlannedFile {
  const file = files.find((each) => each.name === name);
  if (!file) throw new Error(`the plan has no ${name}`);
  return file;
}

/** The draft for a planned file, and the answer it makes with what a person changes of it. */
async function drafted(planId: string, file: PlannedFile, change: Partial<MappingProfile> = {}) {
  const table = file.mapping?.tables[0];
  if (!table) throw new Error(`${file.name} is not asked about: ${file.message}`);
  const { sheet, headerRow } = table;
  const where = { planId, sha256: file.sha256, sheet, headerRow };
  const wish = change.kind === undefined ? {} : { kind: change.kind, layout: change.layout ?? "" };
  const suggestion = await bench.client.documents.suggestMapping({ ...where, ...wish });
  return { suggestion, answer: { ...where, profile: { ...suggestion.profile, ...change } } };
}

const commit = async (plan: { planId: string; hash: string }) =>
  follow(await bench.client.documents.commit({ planId: plan.planId, hash: plan.hash }));

const CLOCK = "Worker No,Surname,Given Name,Work Day,Punched In,Punched Out,Worked Hours";
const clockWeek = (day: string) =>
  lines(
    "Wharf Clock export",
    CLOCK,
    `40017,Ames,Lena,${day},08:10 AM,06:00 PM,9.83`,
    `40023,Bell,Tom,${day},,05:48 PM,8.50`,
  );

describe("an unknown timecard", () => {
  it("is asked about, mapped, imported; the next one needs no click", async () => {
    const { plan, file } = await planned({ "clock.csv": clockWeek("8/3/2026") });
    expect(file.state).toBe("mapping");
    expect(file.message).toContain("Worker No, Surname, Given Name");
    const { suggestion, answer } = await drafted(plan.planId, file, { name: "Wharf Clock", dates: "month first" });
    expect(suggestion.profile).toMatchObject({ kind: "timecard", layout: "ADP Workforce Now" });
    expect(suggestion.datesAmbiguous).toBe(true);
    const trial = await bench.client.documents.tryMapping(answer);
    expect(trial).toMatchObject({ rows: 2, problems: [], missing: [] });
    expect(trial.sample[0]?.understood).toMatchObject({ "Employee id": "40017", In: "2026-08-03 08:10" });
    const next = await bench.client.documents.applyMapping({ ...answer, save: true });
    expect(next.planId).not.toBe(plan.planId);
    expect(fileOf(next.files, "clock.csv")).toMatchObject({ state: "ready", kind: "timecard", profile: "Wharf Clock" });
    await expect(commit(plan)).rejects.toThrow("Preview the files again");
    expect((await commit(next)).imported).toMatchObject([{ name: "clock.csv", kind: "timecard", rows: 2 }]);

    const second = await planned({ "clock-2.csv": clockWeek("8/4/2026") });
    expect(second.file).toMatchObject({ state: "ready", kind: "timecard", profile: "Wharf Clock" });
    await commit(second.plan);
    expect((await bench.client.documents.history({})).map(({ profile }) => profile)).toEqual([
      "Wharf Clock",
      "Wharf Clock",
    ]);
  });

  it("that was dropped with others of its header is mapped for all of them", async () => {
    const { plan, file } = await planned({ "a.csv": clockWeek("8/3/2026"), "b.csv": clockWeek("8/4/2026") });
    const { answer } = await drafted(plan.planId, file);
    const next = await bench.client.documents.applyMapping({ ...answer, save: true });
    expect(next.files.map(({ state }) => state)).toEqual(["ready", "ready"]);
  });

  it("can be mapped otherwise as long as it is not imported", async () => {
    const { plan, file } = await planned({ "clock.csv": clockWeek("8/3/2026") });
    const { answer } = await drafted(plan.planId, file, { name: "Wharf Clock" });
    const next = await bench.client.documents.applyMapping({ ...answer, save: false });
    const again = { planId: next.planId, sha256: file.sha256, sheet: null };
    const { table, profile } = await bench.client.documents.suggestMapping(again);
    expect([table.headerRow, profile]).toEqual([answer.headerRow, answer.profile]);
    const other = { ...answer, planId: next.planId, profile: { ...profile, dates: "day first" as const } };
    const last = await bench.client.documents.applyMapping({ ...other, save: false });
    expect(fileOf(last.files, "clock.csv")).toMatchObject({ state: "ready", from: "2026-03-08" });
  });

  it("is mapped once only where the mapping is not kept", async () => {
    const { plan, file } = await planned({ "a.csv": clockWeek("8/3/2026"), "b.csv": clockWeek("8/4/2026") });
    const { answer } = await drafted(plan.planId, file);
    const next = await bench.client.documents.applyMapping({ ...answer, save: false });
    expect(next.files.map(({ state }) => state)).toEqual(["ready", "mapping"]);
    expect(await bench.client.reference.profiles({})).toEqual([]);
  });

  it("reads its dates as the person says, where they can be read both ways", async () => {
    for (const [dates, from] of [
      ["month first", "2026-08-03"],
      ["day first", "2026-03-08"],
    ] as const) {
      const { plan, file } = await planned({ "clock.csv": clockWeek("8/3/2026") });
      const { answer } = await drafted(plan.planId, file, { dates });
      const next = await bench.client.documents.applyMapping({ ...answer, save: false });
      expect(fileOf(next.files, "clock.csv").from).toBe(from);
    }
  });

  it("is asked about again where a later file's dates prove the mapping wrong", async () => {
    const first = await planned({ "clock.csv": clockWeek("8/3/2026") });
    const { answer } = await drafted(first.plan.planId, first.file, { name: "Wharf Clock", dates: "month first" });
    await bench.client.documents.applyMapping({ ...answer, save: true });
    const { file } = await planned({ "later.csv": clockWeek("13/8/2026") });
    expect(file.state).toBe("mapping");
    expect(file.message).toContain('dates have the month first, but "13/8/2026" in row 3 has not');
  });
});

describe("other unknown tables", () => {
  it("a register whose period stands in no cell: it is said once, and asked again of the next file", async () => {
    const register = (gross: string) =>
      lines("Badge No,Crew Member,Normal Hours,Hours Overtime,Total Wages", `B1,Lena Ames,40.00,2.50,${gross}`);
    const first = await planned({ "pay.csv": register("1,012.50") });
    const { answer } = await drafted(first.plan.planId, first.file, {
      kind: "payroll register",
      layout: "Payroll register",
      name: "Crew pay",
    });
    const without = await bench.client.documents.tryMapping(answer);
    expect(without.missing.join(" ")).toContain("pay period");
    const constants = { periodStart: "8/2/2026", periodEnd: "8/15/2026" };
    const profile = { ...answer.profile, constants };
    const next = await bench.client.documents.applyMapping({ ...answer, profile, save: true });
    expect(fileOf(next.files, "pay.csv")).toMatchObject({ state: "ready", kind: "payroll register" });
    await commit(next);
    const second = await planned({ "pay-2.csv": register("990.00") });
    expect(second.file.state).toBe("mapping");
    expect(second.file.message).toContain('"Period start", "Period end" held for another file');
    const again = await drafted(second.plan.planId, second.file);
    expect(again.suggestion.profile).toMatchObject({ name: "Crew pay", constants: {} });
  });

  it("a lease invoice with its head above the table under other labels", async () => {
    const invoice = (number: string, day: string) =>
      lines(
        `Bill No:,${number}`,
        `Bill Dt:,${day}`,
        "Supplier:,Harbor Leasing",
        "",
        "Chassis,Fleet No,Particulars,First Day,Last Day,Net Charge,Sales Tax",
        "1FTEW3LP3SKE46696,V-101,Monthly rent,8/1/2026,8/31/2026,900.00,80.00",
      );
    const first = await planned({ "harbor.csv": invoice("HL-1", "8/31/2026") });
    const { suggestion, answer } = await drafted(first.plan.planId, first.file, { name: "Harbor Leasing" });
    expect(suggestion.profile.kind).toBe("lease invoice");
    expect(suggestion.profile.columns).toMatchObject({
      invoiceNumber: "Bill No:",
      provider: "Supplier:",
      vin: "Chassis",
    });
    await commit(await bench.client.documents.applyMapping({ ...answer, save: true }));
    const second = await planned({ "harbor-2.csv": invoice("HL-2", "9/30/2026") });
    expect(second.file).toMatchObject({ state: "ready", profile: "Harbor Leasing" });
    expect(second.file.sample[0]?.understood).toMatchObject({ "Invoice number": "HL-2", Amount: "$900.00" });
  });

  it("a bank's download that writes money going out without a sign", async () => {
    const { plan, file } = await planned({
      "bank.csv": lines("Booked On,Purpose,Sum", "8/14/2026,Van rent,900.00", "8/15/2026,Refund,-25.10"),
    });
    const change = { kind: "bank statement", layout: "", reversed: ["amount"] } as const;
    const { answer } = await drafted(plan.planId, file, { ...change, reversed: ["amount"] });
    const profile = { ...answer.profile, columns: { date: "Booked On", description: "Purpose", amount: "Sum" } };
    const { sample } = await bench.client.documents.tryMapping({ ...answer, profile });
    expect(sample.map(({ understood }) => understood.Amount)).toEqual(["($900.00)", "$25.10"]);
  });

  it("a staff list of one station, which is said once and holds for the next file too", async () => {
    const staff = (name: string) => lines("Badge Number,Staff Name,St", `B1,${name},TN`);
    const first = await planned({ "staff.csv": staff("Lena Ames") });
    const { answer } = await drafted(first.plan.planId, first.file, { kind: "staff roster", layout: "" });
    expect((await bench.client.documents.tryMapping(answer)).missing).toEqual([
      'Say which column is "Station", or what it is for every row.',
    ]);
    await expect(bench.client.documents.applyMapping({ ...answer, save: true })).rejects.toThrow('"Station"');
    const profile = { ...answer.profile, constants: { station: "DXA4" } };
    await commit(await bench.client.documents.applyMapping({ ...answer, profile, save: true }));
    const second = await planned({ "staff-2.csv": staff("Lena A. Ames") });
    expect(second.file.state).toBe("ready");
    expect(second.file.sample[0]?.understood).toMatchObject({ Station: "DXA4" });
  });
});

describe("a ZIP", () => {
  it("has members mapped one by one, and is imported as it lies there", async () => {
    const members = { "a.csv": clockWeek("8/3/2026"), "b.csv": lines("Booked On,Purpose,Sum", "8/14/2026,Fuel,12.00") };
    const packed = zip(Object.fromEntries(Object.entries(members).map(([name, text]) => [name, bytes(text)])));
    const [path = ""] = await bench.put([{ path: "week.zip", bytes: packed }]);
    let plan = await follow(await bench.client.documents.plan({ files: [bench.files.offer(path)] }));
    for (const name of ["week.zip/a.csv", "week.zip/b.csv"]) {
      const { answer } = await drafted(plan.planId, fileOf(plan.files, name));
      plan = await bench.client.documents.applyMapping({ ...answer, save: false });
    }
    expect(plan.files.map(({ state, kind }) => [state, kind])).toEqual([
      ["ready", "timecard"],
      ["ready", "bank statement"],
    ]);
    expect((await commit(plan)).imported).toHaveLength(2);
  });
});

describe("what cannot be mapped", () => {
  it("a file that changed since it was previewed", async () => {
    const { plan, file, paths } = await planned({ "clock.csv": clockWeek("8/3/2026") });
    const { answer } = await drafted(plan.planId, file);
    await writeFile(paths[0] ?? "", clockWeek("8/5/2026"));
    for (const ask of [
      () => bench.client.documents.tryMapping(answer),
      () => bench.client.documents.applyMapping({ ...answer, save: true }),
    ]) {
      await expect(ask()).rejects.toThrow("clock.csv changed since it was previewed");
    }
    expect(await bench.client.reference.profiles({})).toEqual([]);
  });

  it("a file that is recognised, a plan that is gone, a row that is no header", async () => {
    const stations = lines("Station,Name,State,Time Zone", "DXA4,Memphis,TN,America/Chicago");
    const { plan, file } = await planned({ "clock.csv": clockWeek("8/3/2026"), "stations.csv": stations });
    const { answer } = await drafted(plan.planId, file);
    const { sha256 } = fileOf(plan.files, "stations.csv");
    await expect(bench.client.documents.tryMapping({ ...answer, sha256 })).rejects.toThrow("needs no mapping");
    const { planId } = plan;
    const wish = { planId, sha256: file.sha256, sheet: null, headerRow: 4 };
    await expect(bench.client.documents.suggestMapping(wish)).rejects.toThrow("titles stand in row 4");
    await bench.client.documents.discard({ planId });
    await expect(bench.client.documents.tryMapping(answer)).rejects.toThrow("Preview the files again");
  });
});

describe("saved mappings", () => {
  const saved = async () => {
    const { plan, file } = await planned({ "clock.csv": clockWeek("8/3/2026") });
    const { answer } = await drafted(plan.planId, file, { name: "Wharf Clock" });
    return { answer, next: await bench.client.documents.applyMapping({ ...answer, save: true }) };
  };

  it("are renamed and removed; what was read with them stays", async () => {
    const { answer, next } = await saved();
    await commit(next);
    const profile = { ...answer.profile, name: "Clock of the wharf" };
    await bench.client.reference.saveProfile({ profile, rename: "Wharf Clock" });
    expect((await bench.client.reference.profiles({})).map(({ name }) => name)).toEqual(["Clock of the wharf"]);
    await bench.client.reference.removeProfile({ name: "Clock of the wharf" });
    expect(await bench.client.reference.profiles({})).toEqual([]);
    await expect(bench.client.reference.removeProfile({ name: "Wharf Clock" })).rejects.toThrow("no mapping");
    expect(await bench.client.documents.history({})).toHaveLength(1);
    expect((await planned({ "clock-2.csv": clockWeek("8/4/2026") })).file.state).toBe("mapping");
  });

  it("survive that the import is taken back", async () => {
    await commit((await saved()).next);
    const documentIds = (await bench.client.documents.history({})).map(({ id }) => id);
    await bench.client.documents.undo({ documentIds });
    expect((await planned({ "clock.csv": clockWeek("8/3/2026") })).file).toMatchObject({
      state: "ready",
      profile: "Wharf Clock",
    });
  });

  it("are not saved with fields their kind does not have", async () => {
    const { answer } = await saved();
    const profile = { ...answer.profile, columns: { wings: "Badge" } };
    await expect(bench.client.reference.saveProfile({ profile })).rejects.toThrow("does not have: wings");
  });
});
