/** A whole invented company with a payroll register that pays what was earned: silent; and with one fault, exactly that fault. */
import { describe, expect, it } from "vitest";
import type { PersonFact, PunchFact } from "#main/documents/facts.ts";
import { parseWageRules, ruleBook, usualPolicy, workRecord } from "#main/wages/index.ts";
import { divideHalfUp, plainCents } from "#shared/money.ts";
import shipped from "../../../resources/wage-rules.json" with { type: "json" };
import { generateCompany } from "../../support/sample/company.ts";
import { factsOf, reconcile, type TestDocument } from "../../support/workbench.ts";

const REGISTER = ["F09", "F10", "F11", "F16", "F19", "F20"];
const book = ruleBook(parseWageRules(shipped));

/** What the register says of one person's week: hours in hundredths, the rate in cents. */
interface Line {
  id: string;
  name: string;
  regular: number;
  overtime: number;
  doubleTime: number;
  rate: number;
  bonus: number;
  station: string;
}

/** A company without leaks and what its people earned in its first week, as another program would reckon it. */
function company(seed: number): { documents: TestDocument[]; lines: Line[] } {
  const { files } = generateCompany({
    seed,
    stations: 2,
    weeks: 1,
    routesPerDay: [6, 9],
    firstSunday: "2026-08-02",
    leaks: false,
  });
  const documents = files.map(({ path, bytes }) => ({ name: path.slice(path.lastIndexOf("/") + 1), content: bytes }));
  const { facts } = factsOf(documents);
  const stations = new Map(facts.station.map((station) => [station.station, station]));
  const lines = facts.person.flatMap((person): Line[] => {
    const zone = stations.get(person.station)?.timeZone ?? "UTC";
    const own = facts.punch.filter(({ employeeId }) => employeeId === person.employeeId);
    const week = workRecord(
      own.map((punch, at) => segment(punch, at, person, zone)),
      usualPolicy(zone),
      book,
    ).weeks[0];
    if (!week?.minutes || person.payRate === null) return [];
    const { worked, overtime, doubleTime } = week.minutes;
    const hours = (minutes: number) => divideHalfUp(minutes * 100, 60);
    return [
      {
        id: person.employeeId,
        name: person.name,
        regular: hours(worked) - hours(overtime) - hours(doubleTime),
        overtime: hours(overtime),
        doubleTime: hours(doubleTime),
        rate: person.payRate / 100,
        bonus: 0,
        station: person.station,
      },
    ];
  });
  return { documents, lines };
}

function segment(punch: PunchFact, at: number, person: PersonFact, zone: string) {
  return {
    id: String(at),
    date: punch.date,
    in: punch.in,
    out: punch.out,
    zone,
    state: punch.state,
    rate: person.payRate,
  };
}

function register(lines: readonly Line[]): TestDocument {
  const pay = (hours: number, cents: number, percent: number) => divideHalfUp(hours * cents * percent, 10_000);
  const rows = lines.map(({ id, name, regular, overtime, doubleTime, rate, bonus }) => {
    const amounts = [pay(regular, rate, 100), pay(overtime, rate, 150), pay(doubleTime, rate, 200)];
    const gross = amounts.reduce((sum, each) => sum + each, bonus);
    const [regularPay = 0, overtimePay = 0, doublePay = 0] = amounts;
    const cells = [regular, regularPay, overtime, overtimePay, doubleTime, doublePay, rate, bonus, gross];
    return `${id},${name},2026-08-02,2026-08-08,${cells.map(plainCents).join(",")}\n`;
  });
  const head =
    "Employee ID,Name,Period Start,Period End,Regular Hours,Regular Pay,OT Hours,OT Pay,DT Hours,DT Pay,Rate,Bonus,Gross\n";
  return { name: "payroll-register.csv", content: head + rows.join("") };
}

/** Findings of all checks on the company with a register. */
function found(documents: readonly TestDocument[], lines: readonly Line[]) {
  return reconcile([...documents, register(lines)]).flatMap((result) => result.findings);
}

/** The lines with one of them changed: the first that `fits`. */
function changed(lines: readonly Line[], fits: (line: Line) => boolean, change: (line: Line) => Line): Line[] {
  const at = lines.findIndex(fits);
  if (at < 0) throw new Error("nobody fits");
  return lines.map((line, index) => (index === at ? change(line) : line));
}

describe("a register of a whole company", () => {
  const { documents, lines } = company(7);

  it("that pays what was earned gives no finding, and is compared", () => {
    const results = reconcile([...documents, register(lines)]);
    expect(results.flatMap((result) => result.findings)).toEqual([]);
    const outcomes = results.flatMap((result) => result.outcomes).filter(({ code }) => REGISTER.includes(code));
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(["agrees", "not-applicable"]));
    expect(lines.some(({ overtime }) => overtime > 0)).toBe(true);
  });

  it("of any other company gives none either", () => {
    for (const seed of [11, 23, 58]) {
      const other = company(seed);
      expect(found(other.documents, other.lines)).toEqual([]);
    }
  });

  it("with two hours too many for one person has that finding alone", () => {
    const spoiled = changed(
      lines,
      () => true,
      (line) => ({ ...line, regular: line.regular + 200 }),
    );
    expect(found(documents, spoiled).map(({ code, direction }) => `${code} ${direction}`)).toEqual(["F19 overpaid"]);
  });

  it("with overtime at the plain rate for one person has that finding alone", () => {
    const spoiled = changed(
      lines,
      ({ overtime }) => overtime > 0,
      (line) => ({ ...line, regular: line.regular + line.overtime, overtime: 0 }),
    );
    expect(found(documents, spoiled).map(({ code, direction }) => `${code} ${direction}`)).toEqual(["F09 exposure"]);
  });

  it("with another rate for one person has that finding alone", () => {
    const spoiled = changed(
      lines,
      () => true,
      (line) => ({ ...line, rate: line.rate - 50 }),
    );
    expect(found(documents, spoiled).map(({ code, direction }) => `${code} ${direction}`)).toEqual(["F20 exposure"]);
  });

  it("with a bonus that the overtime leaves out has that finding alone", () => {
    const spoiled = changed(
      lines,
      ({ overtime }) => overtime > 0,
      (line) => ({ ...line, bonus: 15_000 }),
    );
    expect(found(documents, spoiled).map(({ code, direction }) => `${code} ${direction}`)).toEqual(["F10 exposure"]);
  });

  it("that pays somebody who left has that finding alone", () => {
    const { facts } = factsOf(documents);
    const former = facts.person.find(
      ({ terminationDate }) => terminationDate !== null && terminationDate < "2026-08-02",
    );
    if (!former?.payRate) throw new Error("nobody left");
    const line = { id: former.employeeId, name: former.name, regular: 3_200, overtime: 0, doubleTime: 0, bonus: 0 };
    const spoiled = [...lines, { ...line, rate: former.payRate / 100, station: former.station }];
    const [only, ...more] = found(documents, spoiled);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ code: "F16", direction: "overpaid", amountCents: (32 * former.payRate) / 100 });
  });
});
