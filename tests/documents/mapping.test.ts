/** From a table nobody knows to the facts its own kind makes of it. */
import { describe, expect, it } from "vitest";
import { applyProfile } from "#main/documents/mapping/apply.ts";
import { fingerprintOf } from "#main/documents/mapping/fingerprint.ts";
import { suggestionFor } from "#main/documents/mapping/suggest.ts";
import { tryTable } from "#main/documents/mapping/trial.ts";
import { unknownTable } from "#main/documents/mapping/unknown.ts";
import { interpretDocument } from "#main/documents/recognise/recognise.ts";
import type { Table } from "#main/documents/table.ts";
import type { MappingProfile } from "#shared/contract/schemas.ts";
import { documentOf } from "./mapping-support.ts";
import { document, xlsx } from "./support.ts";

const tableOf = (...lines: string[]): Table => {
  const [table] = documentOf("export.csv", ...lines).tables;
  if (!table) throw new Error("no table");
  return table;
};

const BANK: MappingProfile = {
  name: "Bank",
  kind: "bank statement",
  layout: "",
  fingerprint: fingerprintOf(["Booked On", "Purpose", "Sum"]),
  columns: { date: "Booked On", description: "Purpose", amount: "Sum" },
  constants: {},
  dates: "month first",
  numbers: "1,234.56",
  reversed: [],
};
const bank = (...rows: string[]) => documentOf("bank.csv", "Booked On,Purpose,Sum", ...rows);
const amounts = (profile: Partial<MappingProfile>, ...rows: string[]) => {
  const answer = { sheet: null, headerRow: 1, profile: { ...BANK, ...profile } };
  return tryTable(bank(...rows), answer);
};

describe("the header of an unknown table", () => {
  it.each<[string, number, string[]]>([
    ["in the first row", 1, ["Worker,Shift,Earned", "Lena,9/3/2026,80.00"]],
    ["below a title and labels", 4, ["Harbor export", "Site:,DXA4", "", "Worker,Shift,Earned", "Lena,9/3/2026,80.00"]],
    ["above rows of text only", 1, ["Vessel,Berth,Pilot", "Gull,North,Ames", "Tern,South,Bell"]],
    ["above a row of dates", 1, ["Purpose,Booked On,Sum", "Fuel,9/3/2026,12.00", "Rent,9/4/2026,15.00"]],
  ])("is found %s", (_, row, lines) => {
    expect(unknownTable(tableOf(...lines))?.headerRow).toBe(row);
  });

  it.each<[string, string[]]>([
    ["one column", ["Worker", "Lena", "Tom"]],
    ["titles without a row", ["Worker,Shift,Earned"]],
    ["numbers only", ["1,2,3", "4,5,6"]],
  ])("is not seen in %s: such a file is refused", (_, lines) => {
    expect(unknownTable(tableOf(...lines))).toBeNull();
    expect(interpretDocument(documentOf("x.csv", ...lines))).toHaveProperty("refusal");
  });

  it("is the same header in any order, case and spacing, and another with one title more", () => {
    const fingerprint = fingerprintOf(["Booked On", "Sum"]);
    expect(fingerprintOf([" SUM", "booked  on", ""])).toBe(fingerprint);
    expect(fingerprintOf(["Booked On", "Sum", "Fee"])).not.toBe(fingerprint);
  });
});

it("a title longer than a mapping keeps is not suggested", () => {
  const long = "x".repeat(301);
  const suggestion = suggestionFor("b.csv", tableOf(`Booked On,${long},Sum`, "9/13/2026,Fuel,12.00"), {}, []);
  expect(Object.values(suggestion?.profile.columns ?? {})).not.toContain(long);
});

describe("what is asked", () => {
  const asked = (...lines: string[]) => {
    const outcome = interpretDocument(documentOf("export.csv", ...lines));
    if (!("mapping" in outcome)) throw new Error("nothing was asked");
    return outcome.mapping;
  };

  it("names the columns where no kind has them", () => {
    const { message, tables } = asked("Fruit,Price", "Apple,1");
    expect(message).toBe("No document that is read has these columns: Fruit, Price. Say what they are.");
    expect(tables).toMatchObject([{ sheet: null, headerRow: 1, titles: ["Fruit", "Price"], rows: 1 }]);
  });

  it("names what is missing where a kind nearly fits, and puts that kind first", () => {
    const { message, candidates } = asked(
      "Employee ID,Name,Station,Department,Hire Date",
      "1,Lena Ames,DXA4,Driver,9/3/2026",
    );
    expect(message).toContain('This looks like staff roster, but it has no "state".');
    expect(candidates[0]).toMatchObject({ kind: "staff roster" });
  });

  it("names both kinds where two fit", () => {
    const { message, candidates } = asked(
      "Date,Station,DSP Short Code,Package count,unplanned delay,total delay in minutes",
      "2026-09-12,DXA4,HRBL,5,Pad congestion,22",
    );
    expect(message).toContain("the columns of delivered packages and unplanned delay");
    expect(candidates.slice(0, 2).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["delivered packages", "unplanned delay"]),
    );
  });
});

describe("the sheets of a workbook", () => {
  const TALLY = [
    ["Booked On", "Purpose", "Sum"],
    ["9/13/2026", "Fuel", "12.00"],
  ];
  const OTHER = [
    ["Vessel", "Berth"],
    ["Gull", "North"],
  ];
  const STATIONS = [
    ["Station", "Name", "State", "Time Zone"],
    ["DXA4", "Memphis", "TN", "America/Chicago"],
  ];
  const answer = (sheet: string) => ({ planId: "", sha256: "", sheet, headerRow: 1, profile: BANK });
  const outcome = (sheets: Record<string, unknown[][]>, ...answers: string[]) =>
    interpretDocument(document(xlsx(sheets), "a.xlsx"), { answers: answers.map(answer), profiles: [] });

  it("are all offered where none is known", () => {
    const asked = outcome({ A: OTHER, Empty: [], B: TALLY });
    expect("mapping" in asked && asked.mapping.tables.map(({ sheet }) => sheet)).toEqual(["A", "B"]);
  });

  it("that nobody spoke of are passed over, once one is known", () => {
    expect(outcome({ A: OTHER, B: TALLY }, "B")).toMatchObject({
      interpretations: [{ kind: "bank statement", sheet: "B" }],
      profile: "Bank",
    });
  });

  it("are read beside those that need no mapping", () => {
    const read = outcome({ A: STATIONS, B: TALLY }, "B");
    expect("interpretations" in read && read.interpretations.map(({ kind }) => kind)).toEqual([
      "stations",
      "bank statement",
    ]);
  });
});

describe("a table too long to be held", () => {
  const rows = [
    ["Booked On", "Purpose", "Sum"],
    ["9/13/2026", "Fuel", "12.00"],
  ];
  const rest = (take: (piece: string[][]) => void) =>
    take([
      ["9/14/2026", "Rent", "15.00"],
      ["9/15/2026", "Toll", "2.00"],
    ]);
  const table: Table = { sheet: null, rows, rest };

  it("is counted, and read with a mapping, to its end", () => {
    expect(unknownTable(table)?.rows).toBe(3);
    const long = { ...bank("9/13/2026,Fuel,12.00"), tables: [table] };
    expect(tryTable(long, { sheet: null, headerRow: 1, profile: BANK })?.rows).toBe(3);
  });
});

describe("dates that can be read in two ways", () => {
  const ways = (...days: string[]) => {
    const rows = days.map((day) => `${day},Fuel,12.00`);
    const suggestion = suggestionFor("b.csv", tableOf("Booked On,Purpose,Sum", ...rows), {}, []);
    return [suggestion?.datesAmbiguous, suggestion?.profile.dates];
  };

  it("have to be said", () => expect(ways("3/4/2026", "5/6/2026")).toEqual([true, "month first"]));
  it("are told by one day over 12", () => expect(ways("3/4/2026", "13/4/2026")).toEqual([false, "day first"]));
  it("are told by one day over 12 on the other side", () => {
    expect(ways("3/4/2026", "4/13/2026")).toEqual([false, "month first"]);
  });
  it("have to be said where both ways are proven", () => {
    expect(ways("13/4/2026", "4/13/2026")).toEqual([true, "month first"]);
  });
  it("are none where day and month are the same number, or the year stands first", () => {
    expect(ways("4/4/2026", "2026-04-03")).toEqual([false, "month first"]);
  });

  it("are problems of their rows without a year, or with two digits of one", () => {
    const trial = amounts({}, "9/3/26,Fuel,12.00", "9/3,Fuel,12.00", "9/3/2026,Fuel,12.00");
    expect(trial).toMatchObject({
      rows: 1,
      problems: [
        { row: 2, text: "9/3/26" },
        { row: 3, text: "9/3" },
      ],
    });
  });

  it("are not read against the proof of the table itself", () => {
    expect(amounts({}, "3/4/2026,Fuel,12.00", "13/4/2026,Rent,15.00")).toMatchObject({
      rows: 0,
      missing: ['The mapping says that dates have the month first, but "13/4/2026" in row 3 has not.'],
    });
    expect(amounts({ dates: "day first" }, "3/4/2026,Fuel,12.00", "13/4/2026,Rent,15.00")?.rows).toBe(2);
  });
});

describe("numbers that can be read in two ways", () => {
  const ambiguous = (...sums: string[]) => {
    const rows = sums.map((sum) => `9/13/2026,Fuel,"${sum}"`);
    const suggestion = suggestionFor("b.csv", tableOf("Booked On,Purpose,Sum", ...rows), {}, []);
    return [suggestion?.numbersAmbiguous, suggestion?.profile.numbers];
  };

  it("have to be said", () => expect(ambiguous("1,234", "2,500")).toEqual([true, "1,234.56"]));
  it("are told by cents", () => expect(ambiguous("1,234", "15.20")).toEqual([false, "1,234.56"]));
  it("are told by cents behind a comma", () => expect(ambiguous("1.234", "15,20")).toEqual([false, "1.234,56"]));
  it("are none where nothing divides them", () => expect(ambiguous("1234", "15")).toEqual([false, "1,234.56"]));

  it("are not read against the proof of the table itself", () => {
    expect(amounts({}, '9/13/2026,Fuel,"15,20"')?.missing.join()).toContain('"15,20" in row 2 is not');
    expect(amounts({ numbers: "1.234,56" }, '9/13/2026,Fuel,"15,20"')?.sample[0]?.understood.Amount).toBe("$15.20");
  });
});

describe("a mapping", () => {
  it("turns the sign of money the document writes the other way", () => {
    const rows = [
      "9/13/2026,Fuel,12.00",
      "9/14/2026,Refund,-3.10",
      "9/15/2026,Refund,(4.00)",
      "9/15/2026,Nothing,0.00",
    ];
    const read = (reversed: string[]) =>
      amounts({ reversed }, ...rows)?.sample.map(({ understood }) => understood.Amount);
    expect(read([])).toEqual(["$12.00", "($3.10)", "($4.00)", "$0.00"]);
    expect(read(["amount"])).toEqual(["($12.00)", "$3.10", "$4.00", "$0.00"]);
  });

  it("says which needed field comes from nowhere, and which title is not there", () => {
    const { amount: _, ...columns } = BANK.columns;
    const missing = (profile: Partial<MappingProfile>) => amounts(profile, "9/13/2026,Fuel,12.00")?.missing;
    expect(missing({ columns: { ...columns, date: "Posted", amount: "Sum" } })).toContain(
      'There is no column "Posted" in this table.',
    );
    expect(missing({ columns: { date: "Booked On", amount: "Sum" } })).toEqual([
      'Say which column is "Description", or what it is for every row.',
    ]);
  });

  it("takes what holds for every row", () => {
    const trial = amounts(
      { columns: { date: "Booked On", amount: "Sum" }, constants: { description: "Fuel card" } },
      "9/13/2026,x,12.00",
    );
    expect(trial?.sample[0]?.understood).toMatchObject({ Description: "Fuel card", Amount: "$12.00" });
  });

  it("of fields or a layout that are gone says so, and is not applied", () => {
    const table = tableOf("Booked On,Purpose,Sum", "9/13/2026,Fuel,12.00");
    const applied = (change: Partial<MappingProfile>) => applyProfile("b.csv", table, 0, { ...BANK, ...change });
    expect(applied({ columns: { ...BANK.columns, wings: "Sum" } })).toMatchObject({
      missing: [expect.stringContaining("does not have: wings")],
    });
    expect(applied({ layout: "Clay tablet" })).toMatchObject({
      missing: [expect.stringContaining("not read any more")],
    });
    const outcome = interpretDocument(bank("9/13/2026,Fuel,12.00"), {
      answers: [],
      profiles: [{ ...BANK, layout: "Clay tablet" }],
    });
    expect("mapping" in outcome && outcome.mapping.message).toContain("not read any more");
  });

  it("of the newest of two for one header is taken; a table that is recognised needs none", () => {
    const read = (lines: readonly string[], profiles: MappingProfile[]) => {
      const outcome = interpretDocument(documentOf("b.csv", ...lines), { answers: [], profiles });
      return "interpretations" in outcome ? outcome.profile : "asked";
    };
    const lines = ["Booked On,Purpose,Sum", "9/13/2026,Fuel,12.00"];
    expect(read(lines, [{ ...BANK, name: "New" }, BANK])).toBe("New");
    const native = ["Date,Description,Amount", "9/13/2026,Fuel,12.00"];
    const fingerprint = fingerprintOf(["Date", "Description", "Amount"]);
    expect(read(native, [{ ...BANK, fingerprint }])).toBeNull();
  });

  it("takes a head from a column that has one value, and refuses a table in which it has two", () => {
    const profile: MappingProfile = {
      ...BANK,
      kind: "variable invoice",
      columns: {
        invoiceNumber: "No",
        section: "Part",
        date: "Day",
        description: "What",
        rate: "Each",
        quantity: "Qty",
        amount: "Sum",
      },
      constants: {
        issuedOn: "8/8/2026",
        station: "DXA4",
        periodStart: "8/2/2026",
        periodEnd: "8/8/2026",
        invoiceType: "Variable",
      },
    };
    const rows = (second: string) => [
      "No,Part,Day,What,Each,Qty,Sum",
      "INV-1,Routes,8/3/2026,Standard - Block of 10 Hours,300.00,1,300.00",
      `${second},Routes,8/4/2026,Standard - Block of 10 Hours,300.00,1,300.00`,
      ",Total Due,,,,,600.00",
    ];
    const read = (second: string) =>
      tryTable(documentOf("i.csv", ...rows(second)), { sheet: null, headerRow: 1, profile });
    expect(read("INV-1")).toMatchObject({ rows: 3, problems: [], missing: [] });
    expect(read("INV-2")?.missing).toEqual([
      '"No" has more than one value, and a file of this kind has one. Drop each as a table of its own.',
    ]);
  });
});
