import { describe, expect, it } from "vitest";
import { csv, facts, interpret, problems, refusal, xlsx } from "./support.ts";

const LABELS = [
  "Invoice Number,INV-ABCDEF-0000000614",
  "Invoice Date,2026-09-12",
  "Station,DNA4",
  "Period Start,2026-09-06",
  "Period End,2026-09-12",
  "Invoice Type,Variable",
  "Status,New",
  "Dispute Window Closes,9/26/2026",
];
const HEADER = "Section,Date,Description,Service Type,Rate,Quantity,Amount";
const LINES = [
  'Routes,2026-09-06,Standard Parcel - Block of 10 Hours,Standard Parcel,325.00,12,"3,900.00"',
  "Unplanned delay,2026-09-07,Unplanned Delay,,32.49,0.37,12.02",
  "Packages,,Adjustment,,,,(4.50)",
];
const TOTAL = 'Total Due,,,,,,"$3,907.52"';
const invoice = (changes: { labels?: string[]; lines?: string[]; total?: string } = {}) =>
  csv(...(changes.labels ?? LABELS), "", HEADER, ...(changes.lines ?? LINES), changes.total ?? TOTAL);
const without = (label: string) => LABELS.filter((line) => !line.startsWith(label));

describe("variable invoice", () => {
  it("has one head, from the labels above the table and the total below it", () => {
    const [head] = interpret(invoice()).facts;
    expect(head).toEqual({
      type: "invoice",
      values: {
        station: "DNA4",
        invoiceNumber: "INV-ABCDEF-0000000614",
        invoiceType: "Variable",
        issuedOn: "2026-09-12",
        periodStart: "2026-09-06",
        periodEnd: "2026-09-12",
        status: "New",
        disputeCloses: "2026-09-26",
        totalCents: 390_752,
        form: "detail",
        currency: "USD",
      },
      row: 1,
      cells: '{"Invoice Number":"INV-ABCDEF-0000000614"}',
    });
  });

  it("has its head from labels that are merged over several cells", () => {
    const labels = LABELS.map((line) => line.replace(",", ",,,"));
    expect(interpret(invoice({ labels })).facts[0]).toMatchObject({
      values: { invoiceNumber: "INV-ABCDEF-0000000614", station: "DNA4" },
      cells: '{"Invoice Number":"INV-ABCDEF-0000000614"}',
    });
  });

  it("has its lines with rate, quantity and signed amount; a weekly line has no date", () => {
    const lines = facts("invoiceLine", invoice());
    expect(lines.map((line) => [line.section, line.date, line.rate, line.quantity, line.amountCents])).toEqual([
      ["routes", "2026-09-06", 3_250_000, 120_000, 390_000],
      ["unplanned delay", "2026-09-07", 324_900, 3_700, 1_202],
      ["packages", null, null, null, -450],
    ]);
    expect(lines[0]).toMatchObject({
      station: "DNA4",
      invoiceNumber: "INV-ABCDEF-0000000614",
      periodStart: "2026-09-06",
      periodEnd: "2026-09-12",
      description: "Standard Parcel - Block of 10 Hours",
      serviceType: "Standard Parcel",
    });
  });

  it("may be a workbook with typed cells, its quantity before its rate", () => {
    const day = (date: string) => new Date(`${date}T00:00:00Z`);
    const labels = LABELS.map((line) => line.split(",")).map(([label, value]) => [
      label,
      /^\d{4}/.test(value ?? "") ? day(value ?? "") : value,
    ]);
    const content = xlsx({
      Invoice: [
        ...labels,
        [],
        ["Section", "Date", "Description", "Service Type", "Quantity", "Rate", "Amount"],
        ["Routes", day("2026-09-06"), "Standard Parcel - Block of 10 Hours", "Standard Parcel", 12, 325, 3900],
        ["Unplanned delay", day("2026-09-07"), "Unplanned Delay", "", 0.37, 32.49, 12.02],
        ["Packages", "", "Adjustment", "", "", "", -4.5],
        ["Total Due", "", "", "", "", "", 3907.52],
      ],
    });
    const values = (of: Uint8Array) => interpret(of).facts.map((draft) => draft.values);
    expect(values(content)).toEqual(values(invoice()));
  });

  it("skips subtotals, and remarks below the total", () => {
    const content = csv(...LABELS, HEADER, ...LINES, "Subtotal,,,,,,99", TOTAL, "Questions?,mail us", "Thank you");
    expect(facts("invoiceLine", content)).toHaveLength(3);
    expect(problems(content)).toEqual([]);
  });

  it.each([
    ["no amount at all", "", "Amount is blank."],
    ["words", "free", '"free" is not an amount in dollars and cents.'],
    ["fractions of a cent", "1.005", '"1.005" is not an amount in dollars and cents.'],
    ["a German amount", '"1.234,56"', '"1.234,56" is not an amount in dollars and cents.'],
  ])("makes a line with %s a problem at the invoice's station", (_, amount, reason) => {
    const content = invoice({ lines: [`Routes,2026-09-06,Standard Parcel,,,1,${amount}`] });
    expect(problems(content)).toEqual([`11 Amount: ${reason}`]);
    expect(interpret(content).problems[0]).toMatchObject({ station: "DNA4", day: "2026-09-06" });
    expect(facts("invoiceLine", content)).toEqual([]);
  });

  it("with an unreadable total keeps its lines and says so", () => {
    const content = invoice({ total: "Total Due,,,,,,n/a" });
    expect(facts("invoice", content)[0]?.totalCents).toBeNull();
    expect(problems(content)).toEqual(['14 Amount: "n/a" is not an amount in dollars and cents.']);
  });

  it("without Total Due is cut off", () => {
    expect(refusal(csv(...LABELS, HEADER, ...LINES))).toContain("looks cut off: there is no row Total Due");
    expect(refusal(invoice({ total: "Total Due" }))).toContain("looks cut off: there is no row Total Due");
  });

  it("of a type that is not read is refused by its name", () => {
    const labels = [...without("Invoice Type"), "Invoice Type,Equipment"];
    expect(refusal(invoice({ labels }))).toBe(
      "This is an invoice of type Equipment. Variable, incentive and fleet invoices are read.",
    );
  });

  it("names its currency where it is not the dollar", () => {
    expect(facts("invoice", invoice({ labels: [...LABELS, "Currency,eur"] }))[0]?.currency).toBe("EUR");
  });

  it.each([
    [
      [...without("Invoice Date"), "Invoice Date,13/9/2026"],
      'Invoice Date above the table cannot be read: "13/9/2026"',
    ],
    [[...without("Period End"), "Period End,"], "Period End above the table is blank."],
    [[...without("Period End"), "Period End,2026-09-01"], "period ends (2026-09-01) before it begins (2026-09-06)"],
    [[...without("Dispute"), "Dispute Window Closes,soon"], "Dispute Window Closes above the table cannot be read"],
    [without("Station"), 'This looks like variable invoice, but it has no "station"'],
  ])("whose labels cannot be used is refused with the label's name", (labels, sentence) => {
    expect(refusal(invoice({ labels }))).toContain(sentence);
  });

  it("may leave out its status and dispute window", () => {
    const labels = LABELS.slice(0, 6);
    expect(facts("invoice", invoice({ labels }))[0]).toMatchObject({ status: "", disputeCloses: null });
  });
});
