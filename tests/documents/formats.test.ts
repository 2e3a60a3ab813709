import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { interpretDocument } from "#main/documents/recognise/recognise.ts";
import { group } from "#shared/money.ts";
import { addDays } from "#shared/week.ts";
import { csv, document, facts, interpret, problems, refusal, sheets } from "./support.ts";

const MEMPHIS = "Memphis (DXA4)- Amazon.com";
const DELAYS = "Date,Station,DSP Short Code,unplanned delay,total delay in minutes,Impacted routes,Notes";
const delays = (...dates: string[]) => csv(DELAYS, ...dates.map((date) => `${date},${MEMPHIS},HLIN,Pad,22,,`));
const days = (content: Uint8Array) => facts("delay", content).map(({ date }) => date);

const CARD = "Station,Item,Service Type,Block Hours,Rate,Effective From,Effective To";
const card = (...rows: [rate: string, from: string][]) =>
  csv(CARD, ...rows.map(([rate, from]) => `DXA4,package,,,"${rate}",${from},`));
const prices = (content: Uint8Array) => facts("rate", content).map(({ rate }) => rate);

describe("a document's dates", () => {
  it("have the day first where one of them can be read no other way", () => {
    expect(days(delays("06/09/2026", "13/09/2026"))).toEqual(["2026-09-06", "2026-09-13"]);
    expect(days(delays("06-09-2026", "13-09-2026"))).toEqual(["2026-09-06", "2026-09-13"]);
  });

  it("have the month first where one of them can be read no other way", () => {
    expect(days(delays("09/06/2026", "9/13/2026"))).toEqual(["2026-09-06", "2026-09-13"]);
  });

  it("in two orders are refused, naming a date of each", () => {
    expect(refusal(delays("13/9/2026", "9/14/2026"))).toBe(
      'Dates are written in both ways: "13/9/2026" (row 2) has the day first, "9/14/2026" (row 3) the month first. Write all of them one way and drop the file again.',
    );
  });

  it("are looked at in every row: the only proof may come late", () => {
    const many = Array.from({ length: 3_000 }, () => "06/09/2026");
    expect(days(delays(...many, "13/09/2026"))[0]).toBe("2026-09-06");
  });

  it("that no calendar has prove nothing and are problems", () => {
    const content = delays("9/6/2026", "31/9/2026");
    expect(days(content)).toEqual(["2026-09-06"]);
    expect(problems(content)).toHaveLength(1);
  });

  it("written with the year first or with the month's name are read in either order", () => {
    expect(days(delays("13/09/2026", "2026-09-06", "Sep 7 2026", "8. September 2026", "9-Sep-2026"))).toEqual([
      "2026-09-13",
      "2026-09-06",
      "2026-09-07",
      "2026-09-08",
      "2026-09-09",
    ]);
  });

  it("with dots have the day first", () => {
    expect(days(delays("06.09.2026"))).toEqual(["2026-09-06"]);
  });

  it("with dots and the month first are problems, never taken for the day", () => {
    expect(problems(delays("09.13.2026", "09.06.2026"))).toHaveLength(2);
  });

  it("are those of one week: the order that puts them close together is theirs", () => {
    expect(days(delays("06/09/2026", "07/09/2026", "08/09/2026", "09/09/2026"))[0]).toBe("2026-09-06");
    expect(days(delays("09/06/2026", "09/07/2026", "09/08/2026", "09/09/2026"))[0]).toBe("2026-09-06");
  });

  it("are close to the date in the document's name", () => {
    const [table] = sheets(delays("06/09/2026"), "HLIN Unplanned Delay Weekly Report-2026-09-12.csv");
    expect(table?.facts[0]?.values).toMatchObject({ date: "2026-09-06" });
    const [us] = sheets(delays("09/06/2026"), "HLIN Unplanned Delay Weekly Report-2026-09-12.csv");
    expect(us?.facts[0]?.values).toMatchObject({ date: "2026-09-06" });
  });

  it("before clock readings count too, but a timecard's name says nothing of its days", () => {
    const itineraries = csv(
      "Transporter Id,Driver name,Route code,cortex_vin_number,App sign in",
      "A1,Ann Lee,CX1,1FTEW3LP3SKE46696,08/09/2026 09:38",
    );
    expect(interpret(itineraries, "Itineraries_2026-09-08.csv").facts[0]?.values).toMatchObject({ date: "2026-09-08" });
    expect(interpret(itineraries, "Itineraries.csv").facts[0]?.values).toMatchObject({ date: "2026-08-09" });
    const timecard = csv(
      "Company Code,Last Name,First Name,Position ID,Worked Department,State,In time,Out time,Out Punch Type,Hours,Pay Code",
      "HLIN,LEE,ANN,7,Drivers,TN,06/09/2026 09:08 AM,06/09/2026 05:08 PM,,8.00,REG",
    );
    expect(interpret(timecard, "Timecard 2026-09-06.csv").facts[0]?.values).toMatchObject({ date: "2026-06-09" });
  });

  it("of a list that holds for years are not judged by their distance", () => {
    expect(facts("rate", card(["0.06", "01/02/2026"], ["0.06", "01/03/2026"])).map((v) => v.effectiveFrom)).toEqual([
      "2026-01-02",
      "2026-01-03",
    ]);
  });

  it("that nothing decides are American", () => {
    expect(days(delays("9/6/2026"))).toEqual(["2026-09-06"]);
  });

  it("are never of a guessed year or century", () => {
    for (const date of ["9/12", "Sep 12", "9/12/26", "12-Sep-26"]) expect(problems(delays(date))).toHaveLength(1);
  });

  it("in a document of clock readings are told from those too", () => {
    const header =
      "Date,Station,DSP short code,Delivery Associate,Route,Service Type,Planned Duration,Log in,Log out,Total Distance Planned,Shipments Delivered,Shipments Returned,Excluded?";
    const line = `05/09/2026,${MEMPHIS},HLIN,Ann Lee,CX1,Standard,10 hr,05/09/2026 21:38,13/09/2026 05:01,66,1,0,no`;
    expect(facts("route", csv(header, line))[0]).toMatchObject({
      logIn: "2026-09-05T21:38",
      logOut: "2026-09-13T05:01",
    });
  });
});

describe("a document's numbers", () => {
  it("have a decimal comma where one of them can be read no other way", () => {
    expect(prices(card(["0,06", "2026-01-01"], ["1.234,5", "2026-01-02"], ["1.234", "2026-01-03"]))).toEqual([
      600, 12_345_000, 12_340_000,
    ]);
  });

  it("have a decimal point where one of them can be read no other way, or where nothing tells", () => {
    expect(prices(card(["0.06", "2026-01-01"], ["1,234", "2026-01-03"]))).toEqual([600, 12_340_000]);
    expect(prices(card(["1,234", "2026-01-03"]))).toEqual([12_340_000]);
  });

  it("in two ways are refused, naming one of each", () => {
    const rows = ["0,06", "0.06", "1,5", "1.5"].map((rate): [string, string] => [rate, "2026-01-01"]);
    expect(refusal(card(...rows))).toBe(
      'Numbers are written in both ways: "0,06" (row 2) has a decimal comma, "0.06" (row 3) a decimal point. Write all of them one way and drop the file again.',
    );
  });

  it("of which one is a slip are kept; the slip is a problem of its row", () => {
    const american = card(["0.06", "2026-01-01"], ["0.07", "2026-01-02"], ["0,08", "2026-01-03"]);
    expect(prices(american)).toEqual([600, 700]);
    expect(problems(american)).toEqual(['4 Rate: "0,08" is not a price with at most four decimals.']);
    const german = card(["0,06", "2026-01-01"], ["0,07", "2026-01-02"], ["0.08", "2026-01-03"]);
    expect(prices(german)).toEqual([600, 700]);
    expect(problems(german)).toEqual([
      '4 Rate: "0.08 (this document writes 1.234,56)" is not a price with at most four decimals.',
    ]);
  });

  it("of a German document are German where none of them tells", () => {
    const counts = csv(
      "Datum;Station;DSP-Kurzcode;Zugestellte Pakete",
      "08.09.2026;DHH1;HLIN;10.000",
      "09.09.2026;DHH1;HLIN;10 436",
    );
    expect(facts("packageCount", counts).map(({ count }) => count)).toEqual([10_000, 10_436]);
  });

  it("written 10436.0, as programs do, are read in either and outweigh German titles", () => {
    const titles = "Datum;Station;DSP-Kurzcode;Paketanzahl;Pakettyp";
    const content = csv(titles, "08.09.2026;DHH1;HLIN;10436.0;a", "08.09.2026;DHH1;HLIN;10.436;b");
    expect(facts("packageCount", content).map(({ count }) => count)).toEqual([10_436, 10_436]);
    const comma = csv(titles, "08.09.2026;DHH1;HLIN;10436.0;a", '08.09.2026;DHH1;HLIN;"12,0";b');
    expect(facts("packageCount", comma).map(({ count }) => count)).toEqual([10_436, 12]);
  });

  it("with a comma that a German document would read as decimals are no count", () => {
    const content = csv("Datum;Station;DSP-Kurzcode;Zugestellte Pakete", "08.09.2026;DHH1;HLIN;1,234");
    expect(interpret(content).facts).toEqual([]);
    expect(problems(content)).toHaveLength(1);
  });
});

describe("a label above the table", () => {
  const labels = (issued: string) => [
    "Invoice Number,ELM-1",
    `Invoice Date,${issued}`,
    "Due Date,05/10/2026",
    "Provider,Element",
    "Billing Period Start,2026-09-01",
    "Billing Period End,2026-09-30",
  ];
  const invoice = (issued: string) => csv(...labels(issued), "VIN,Description,Amount", "1FTEW3LP3SKE46696,Rent,800.00");

  it("tells the order of the other dates", () => {
    expect(facts("leaseLine", invoice("13/09/2026"))[0]).toMatchObject({ issuedOn: "2026-09-13", dueOn: "2026-10-05" });
    expect(facts("leaseLine", invoice("09/13/2026"))[0]).toMatchObject({ issuedOn: "2026-09-13", dueOn: "2026-05-10" });
  });
});

describe("a week of parcels", () => {
  interface Style {
    readonly titles: string;
    readonly station: string;
    readonly date: (iso: string) => string;
    readonly count: (value: number) => string;
  }
  const pad = (iso: string, from: number, to: number) => iso.slice(from, to);
  const STYLES: readonly Style[] = [
    {
      titles: "Date;Station;DSP Short Code;Package count;Package details;Package type",
      station: "Memphis (DXA4)- Amazon.com",
      date: (iso) => `${Number(pad(iso, 5, 7))}/${Number(pad(iso, 8, 10))}/${pad(iso, 0, 4)}`,
      count: (value) => group(value),
    },
    {
      titles: "Package type;Date;Station;DSP Short Code;Package count;Package details",
      station: "Portsmouth (DXA4) - Amazon Logistics (PO9 2NG)",
      date: (iso) => `${pad(iso, 8, 10)}/${pad(iso, 5, 7)}/${pad(iso, 0, 4)}`,
      count: (value) => group(value),
    },
    {
      titles: "Datum;Station;DSP-Kurzcode;Paketanzahl;Paketdetails;Pakettyp",
      station: "Hamburg (DXA4) - Amazon Deutschland",
      date: (iso) => `${pad(iso, 8, 10)}.${pad(iso, 5, 7)}.${pad(iso, 0, 4)}`,
      count: (value) => group(value).replaceAll(",", "."),
    },
  ];
  const sundays = fc.integer({ min: 0, max: 1_500 }).map((weeks) => addDays("2001-01-07", weeks * 7));
  const parcels = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 99_999 })), {
    minLength: 1,
    maxLength: 12,
  });

  it("is the same whether America, Britain or Germany wrote it", () => {
    fc.assert(
      fc.property(sundays, parcels, fc.constantFrom(...STYLES), (sunday, days, style) => {
        const rows = days.map(([day, count]) => {
          const [date, printed] = [style.date(addDays(sunday, day)), style.count(count)];
          const cells = [date, style.station, "HLIN", printed, "", "Delivered"];
          return (style.titles.startsWith("Package type") ? [cells[5], ...cells.slice(0, 5)] : cells).join(";");
        });
        const content = csv(style.titles, ...rows);
        expect(problems(content)).toEqual([]);
        expect(facts("packageCount", content)).toEqual(
          days.map(([day, count]) => ({
            station: "DXA4",
            date: addDays(sunday, day),
            kind: "delivered",
            count,
            packageType: "Delivered",
          })),
        );
      }),
    );
  });
});

describe("a table too long to be held", () => {
  const read = (later: string) => {
    const whole = document(delays("09/06/2026"));
    const [table] = whole.tables;
    const row = [later, MEMPHIS, "HLIN", "Pad", "22", "", ""];
    const rest = (take: (rows: string[][]) => void) => take([row]);
    return interpretDocument({ ...whole, tables: [{ sheet: null, rows: table?.rows ?? [], rest }] });
  };

  it("whose dates later turn out to be in the other order is refused, not read in two orders", () => {
    expect(read("13/09/2026")).toEqual({
      refusal:
        'The dates of this document begin with the month first, but "13/09/2026" (row 3) is written the other way. Write all dates like 2026-09-13 and drop the file again.',
    });
  });

  it("is read where they are not", () => {
    expect(read("09/13/2026")).toMatchObject({ interpretations: [{ problems: [] }, { problems: [] }] });
  });
});
