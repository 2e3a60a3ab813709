import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PersonFact, PunchFact, Source } from "#main/documents/facts.ts";
import { displayName, employeeIds, mayBe, PeopleIndex, type PersonMatch } from "#main/matching/people.ts";

const source: Source = {
  document: { name: "staff-roster.csv", sha256: "0".repeat(64), kind: "staff roster" },
  sheet: null,
  row: 2,
  columns: [],
  cells: "[]",
};

function person(employeeId: string, name: string, rest: Partial<PersonFact> = {}): PersonFact {
  return {
    source,
    employeeId,
    transporterId: null,
    name,
    state: "TX",
    station: "DXA4",
    department: "Drivers",
    payRate: 200_000,
    hireDate: null,
    terminationDate: null,
    ...rest,
  };
}

function punch(employeeId: string, lastName: string, firstName: string, companyCode = "ABC"): PunchFact {
  return {
    source,
    companyCode,
    employeeId,
    lastName,
    firstName,
    department: "",
    state: "TX",
    date: "2026-08-03",
    in: null,
    out: null,
    outPunchType: "",
    hours: null,
    payCode: "",
    station: null,
    rate: null,
    deductedMinutes: null,
  };
}

function said(match: PersonMatch): string {
  if ("person" in match) return match.person.employeeId;
  return "ambiguous" in match ? "ambiguous" : "none";
}

function byName(roster: readonly string[], name: string): string {
  return said(new PeopleIndex(roster.map((each, index) => person(String(index + 1), each))).byName(name));
}

describe("one person under two spellings", () => {
  it.each([
    ["Maria Garcia Lopez", "GARCIA LOPEZ, MARIA J"],
    ["Maria Garcia Lopez", "maria  garcia-lopez"],
    ["María García López", "Maria J. Garcia Lopez"],
    ["GARCIA LOPEZ, MARIA", "Maria Garcia Lopez"],
    ["John Michael Smith", "Smith, John M"],
    ["John Michael Smith", "JOHN SMITH"],
    ["John Smith Jr.", "SMITH JR, JOHN"],
    ["John Smith Jr.", "Smith, Jr., John"],
    ["Seán O'Brien", "OBRIEN, SEAN"],
    ["Sørine Łukasz", "LUKASZ, SORINE"],
    ["Anne-Marie Dubois", "Dubois, Anne Marie"],
  ])("%s is %s", (roster, name) => {
    expect(byName([roster, "Zed Other"], name)).toBe("1");
  });
});

describe("two people", () => {
  it.each([
    ["another first name", "Maria Garcia Lopez", "Mario Garcia Lopez"],
    ["another family name", "Maria Garcia Lopez", "Maria Garcia Perez"],
    ["one of two family names", "Garcia Lopez, Maria", "Lopez, Maria"],
    ["another middle initial", "John A Smith", "John B Smith"],
    ["another generation", "John Smith Jr", "John Smith Sr"],
    ["a generation that only one of the two names", "John Smith", "John Smith III"],
    ["the names turned around", "James Thomas", "Thomas James"],
    ["only an initial", "John Smith", "J Smith"],
    ["a slip of the keyboard", "Maria Garcia Lopez", "Maria Garica Lopez"],
    ["one word", "Maria Garcia", "Maria"],
    ["nothing", "Maria Garcia", ""],
  ])("%s", (_, roster, name) => {
    expect(byName([roster], name)).toBe("none");
  });
});

describe("several candidates", () => {
  it("leaves a name that fits two people to the owner", () => {
    expect(byName(["John A Smith", "John B Smith"], "John Smith")).toBe("ambiguous");
    expect(byName(["Maria Garcia", "Maria Garcia"], "Maria Garcia")).toBe("ambiguous");
    expect(byName(["John Smith", "John A Smith"], "John Smith")).toBe("ambiguous");
    expect(byName(["John Adam Smith", "John A Smith"], "John A Smith")).toBe("ambiguous");
  });
  it("takes the one whom the fuller name names", () => {
    expect(byName(["John A Smith", "John B Smith"], "Smith, John B")).toBe("2");
    expect(byName(["John Smith", "John A Smith"], "Smith, John A")).toBe("2");
    expect(byName(["John Smith Sr", "John Smith Jr"], "John Smith Jr")).toBe("2");
    expect(byName(["John Smith", "John Smith Jr"], "John Smith Jr")).toBe("2");
  });
});

describe("payroll ids", () => {
  const index = new PeopleIndex([person("000101", "Maria Garcia"), person("x12", "John Smith")]);
  it("ignores leading zeros and case, and nothing else", () => {
    expect(said(index.byEmployeeId("101"))).toBe("000101");
    expect(said(index.byEmployeeId(" X12 "))).toBe("x12");
    expect(said(index.byEmployeeId("1010"))).toBe("none");
    expect(said(index.byEmployeeId(""))).toBe("none");
  });
  it("knows a person that the roster lists twice, and takes the row that holds", () => {
    const twice = [
      person("7", "Maria Garcia", { station: "DXA4", terminationDate: "2025-01-01" }),
      person("007", "GARCIA, MARIA", { station: "DQX2", hireDate: "2025-02-01" }),
    ];
    for (const roster of [twice, [...twice].reverse()]) {
      const match = new PeopleIndex(roster).byEmployeeId("7");
      expect("person" in match && match.person.station).toBe("DQX2");
      expect(said(new PeopleIndex(roster).byName("Maria Garcia"))).toBe("007");
    }
  });
  it("calls two people under one number ambiguous", () => {
    expect(said(new PeopleIndex([person("7", "Maria Garcia"), person("7", "John Smith")]).byEmployeeId("7"))).toBe(
      "ambiguous",
    );
  });
});

describe("timecard rows", () => {
  const index = new PeopleIndex([person("101", "Maria Garcia"), person("102", "John Smith")]);
  const of = (row: PunchFact, others: PunchFact[] = []) => said(index.ofPunch(row, employeeIds([row, ...others])));
  it("go by number before name", () => {
    expect(of(punch("000101", "TORRES", "MARIA"))).toBe("101");
    expect(of(punch("ABC000102", "X", "Y"))).toBe("102");
    expect(of(punch("XYZ000102", "X", "Y"))).toBe("none");
  });
  it("are nobody's where the number is of somebody whose name has no word in common, unless a person confirmed it", () => {
    expect(of(punch("000101", "SMITH", "JOHN"))).toBe("none");
    expect(of(punch("000101", "GARCA", "M"))).toBe("101");
    expect(of(punch("000102", "SMI", "J"))).toBe("102");
    expect(of(punch("000102", "DOE", "JOHNNY"))).toBe("102");
    expect(of(punch("000102", "", ""))).toBe("102");
    const linked = new PeopleIndex(
      [person("101", "Maria Garcia")],
      [{ kind: "payroll id", text: "000101", employeeId: "101" }],
    );
    expect(said(linked.ofPunch(punch("000101", "OKAFOR", "GRACE"), new Set()))).toBe("101");
  });
  it("go by name where the number is unknown, unless that person clocks under a number of their own", () => {
    expect(of(punch("999", "SMITH", "JOHN A"))).toBe("102");
    expect(of(punch("999", "SMITH", "JOHN A"), [punch("102", "SMITH", "JOHN")])).toBe("none");
    expect(of(punch("999", "NOBODY", "NED"))).toBe("none");
  });
});

const given = fc.constantFrom("Maria", "Mario", "John", "Ann", "José", "Lee");
const family = fc.constantFrom("Garcia", "Lopez", "Garcia Lopez", "Smith", "Lee", "O'Brien", "Smith-Lee");
const middle = fc.constantFrom("", "", "A", "B", "Adam", "Lee");
const suffix = fc.constantFrom("", "", "", "Jr", "III");
const full = fc.record({ given, family, middle, suffix });
type Full = { given: string; family: string; middle: string; suffix: string };
const first = ({ given, middle, family, suffix }: Full) => [given, middle, family, suffix].filter(Boolean).join(" ");
const last = ({ given, middle, family, suffix }: Full) =>
  `${[family, suffix].filter(Boolean).join(" ").toUpperCase()}, ${[given, middle].filter(Boolean).join(" ").toUpperCase()}`;

describe("any roster", () => {
  it("never merges two people: a roster's own spelling is that person or ambiguous", () => {
    fc.assert(
      fc.property(fc.array(full, { minLength: 1, maxLength: 12 }), fc.boolean(), (names, lastFirst) => {
        const roster = names.map((name, index) => person(String(index + 1), lastFirst ? last(name) : first(name)));
        const index = new PeopleIndex(roster);
        for (const one of roster) expect([one.employeeId, "ambiguous"]).toContain(said(index.byName(one.name)));
      }),
      { numRuns: 500 },
    );
  });
  it("answers the same in any order of rows", () => {
    fc.assert(
      fc.property(fc.array(full, { minLength: 1, maxLength: 10 }), full, (names, query) => {
        const roster = names.map((name, index) => person(String(index + 1), first(name)));
        const forth = new PeopleIndex(roster);
        const back = new PeopleIndex([...roster].reverse());
        for (const text of [first(query), last(query)]) expect(said(back.byName(text))).toBe(said(forth.byName(text)));
      }),
      { numRuns: 500 },
    );
  });
  it("never matches a name to somebody with another first or family name", () => {
    fc.assert(
      fc.property(fc.array(full, { minLength: 1, maxLength: 8 }), full, (names, query) => {
        const roster = names.map((name, index) => person(String(index), last(name)));
        const match = new PeopleIndex(roster).byName(last(query));
        if (!("person" in match)) return;
        const found = names[Number(match.person.employeeId)];
        expect([found?.given, found?.family]).toEqual([query.given, query.family]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("doubts", () => {
  it("sees that a misspelled name may be somebody, and that a stranger's is not", () => {
    const maria = person("1", "Maria Garcia Lopez");
    expect(mayBe("Marya Garica", maria)).toBe(true);
    expect(mayBe("GARCÍA, M", maria)).toBe(true);
    expect(mayBe("Ned Nobody", maria)).toBe(false);
  });
});

it("shows names as people write them", () => {
  expect(displayName("GARCIA LOPEZ, MARIA J")).toBe("Maria J Garcia Lopez");
  expect(displayName("SEAN O'BRIEN-PÉREZ")).toBe("Sean O'Brien-Pérez");
  expect(displayName("Ann  McKay")).toBe("Ann McKay");
});

describe("links that somebody confirmed", () => {
  const roster = [person("101", "Maria Garcia Lopez"), person("102", "John Smith")];
  it("decide before the names do", () => {
    const index = new PeopleIndex(roster, [{ kind: "name", text: "Marya Garica", employeeId: "0101" }]);
    expect(said(index.byName("GARICA, MARYA"))).toBe("101");
    expect(said(index.byName("Marya Garica L"))).toBe("none");
    expect(said(new PeopleIndex(roster).byName("Marya Garica"))).toBe("none");
  });
  it("give a payroll id that the roster does not have its person", () => {
    const index = new PeopleIndex(roster, [{ kind: "payroll id", text: "A-77", employeeId: "102" }]);
    expect(said(index.ofPunch(punch("a-77", "JONES", "JACK"), new Set()))).toBe("102");
    expect(said(index.ofPayLine({ employeeId: "A-77", companyCode: "", name: "" }))).toBe("102");
  });
  it("say nothing once the person is off the roster", () => {
    const index = new PeopleIndex(roster, [{ kind: "name", text: "Jack Jones", employeeId: "999" }]);
    expect(said(index.byName("Jack Jones"))).toBe("none");
  });
});

describe("lines of a register", () => {
  const index = new PeopleIndex([person("000101", "Maria Garcia"), person("102", "John Smith")]);
  const of = (employeeId: string, name = "", companyCode = "ABC") =>
    said(index.ofPayLine({ employeeId, name, companyCode }));
  it("go by number, with or without the company's code, then by name", () => {
    expect(of("101")).toBe("000101");
    expect(of("ABC102")).toBe("102");
    expect(of("", "Garcia, Maria")).toBe("000101");
    expect(of("999", "Smith, John")).toBe("102");
    expect(of("999")).toBe("none");
  });
});
