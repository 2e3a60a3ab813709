import { describe, expect, it } from "vitest";
import { factsIn, invoicePdf, type PrintedInvoice, pdfSheets, problemsIn } from "./pdf-support.ts";

async function read(invoice: PrintedInvoice) {
  const sheets = await pdfSheets(await invoicePdf(invoice));
  return { sheets, kinds: [...new Set(sheets.map(({ kind }) => kind))], problems: problemsIn(sheets) };
}

describe("an incentive invoice as PDF", () => {
  const invoice: PrintedInvoice = {
    title: "Incentive Invoice",
    labels: [
      ["Invoice #", "INV-HARBOR-0000000615"],
      ["Invoice Date:", "2026-09-12"],
      ["Delivery Station", "DXA4"],
      ["Status", "Paid"],
      ["Dispute Window Closes", "9/30/2026"],
    ],
    header: ["Description", "Quantity", "Rate", "Amount"],
    rows: [
      ["Fantastic Plus - Delivered packages", "55,404", "0.15", "8,310.60"],
      ["Fantastic Plus - Pickup packages", "120", "0.15", "18.00"],
      ["Total Due", "", "", "8,328.60"],
    ],
  };

  it("has its quantity before its rate", async () => {
    const { sheets, kinds, problems } = await read(invoice);
    expect([kinds, problems]).toEqual([["incentive invoice"], []]);
    expect(factsIn("incentiveInvoice", sheets)).toMatchObject([
      {
        invoiceType: "Incentive",
        station: "DXA4",
        status: "Paid",
        disputeCloses: "2026-09-30",
        periodStart: "2026-09-06",
        totalCents: 832_860,
        currency: "USD",
      },
    ]);
    expect(factsIn("incentiveLine", sheets).map((line) => [line.quantity, line.rate, line.amountCents])).toEqual([
      [554_040_000, 1_500, 831_060],
      [1_200_000, 1_500, 1_800],
    ]);
  });

  it("is told by its own type rather than by its title", async () => {
    const { kinds } = await read({
      ...invoice,
      title: "Variable Invoice",
      labels: [...invoice.labels, ["Invoice Type", "Incentive"]],
    });
    expect(kinds).toEqual(["incentive invoice"]);
  });
});

describe("a fleet invoice as PDF", () => {
  const labels: PrintedInvoice["labels"] = [
    ["Invoice Number", "INV-HARBOR-0000000700"],
    ["Invoice Date", "2026-08-31"],
    ["Station", "DXB7"],
  ];
  const money = [
    ["Prepayment"],
    ["Authorized Fleet Size", "40", "", ""],
    ["Branded vans", "38", "1,024.00", "38,912.00"],
    ["Rental forecast", "2", "890.00", "1,780.00"],
    ["Reconciliation"],
    ["Branded vans, July", "-1", "1,024.00", "(1,024.00)"],
  ];
  const counts = [
    ["Weekly high counts"],
    ["August 2, 2026"],
    ["Electric van", "30"],
    ["Step van", "8"],
    ["August 9, 2026"],
    ["Electric van", "31"],
  ];
  const total = ["Total Due", "", "", "39,668.00"];
  const header = ["Description", "Quantity", "Rate", "Amount"];

  it("has prepayment, reconciliation and counts without money, in the month of its date", async () => {
    const { sheets, kinds, problems } = await read({
      title: "Fleet Invoice",
      labels,
      header,
      rows: [...money, ...counts, total],
    });
    expect([kinds, problems]).toEqual([["fleet invoice"], []]);
    expect(factsIn("fleetInvoice", sheets)).toMatchObject([
      { invoiceType: "Fleet", periodStart: "2026-08-01", periodEnd: "2026-08-31", totalCents: 3_966_800 },
    ]);
    const lines = factsIn("fleetLine", sheets).map((each) => [
      each.section,
      each.date,
      each.description,
      each.quantity,
      each.amountCents,
    ]);
    expect(lines).toEqual([
      ["prepayment", null, "Authorized Fleet Size", 400_000, null],
      ["prepayment", null, "Branded vans", 380_000, 3_891_200],
      ["prepayment", null, "Rental forecast", 20_000, 178_000],
      ["reconciliation", null, "Branded vans, July", -10_000, -102_400],
      ["weekly high counts", "2026-08-02", "Electric van", 300_000, null],
      ["weekly high counts", "2026-08-02", "Step van", 80_000, null],
      ["weekly high counts", "2026-08-09", "Electric van", 310_000, null],
    ]);
  });

  it("may count its weeks in columns of a table of their own", async () => {
    const { sheets, problems } = await read({
      title: "Fleet Invoice",
      labels,
      header,
      rows: [...money, total],
      more: {},
      after: [
        ["Weekly high counts"],
        ["Van type", "Aug 2", "Aug 9", "Week 34"],
        ["Electric van", "30", "31", "32"],
        ["Step van", "8", "-", "7"],
      ],
    });
    expect(problems).toEqual([]);
    const counted = factsIn("fleetLine", sheets).filter(({ section }) => section === "weekly high counts");
    expect(counted.map((each) => [each.description, each.date, each.quantity])).toEqual([
      ["Electric van", "2026-08-02", 300_000],
      ["Electric van", "2026-08-09", 310_000],
      ["Electric van", "2026-08-16", 320_000],
      ["Step van", "2026-08-02", 80_000],
      ["Step van", "2026-08-16", 70_000],
    ]);
  });
});

describe("a German credit note (Gutschrift) as PDF", () => {
  const german = (rows: PrintedInvoice["rows"], changes: Partial<PrintedInvoice> = {}) =>
    read({
      title: "Gutschrift",
      labels: [
        ["Gutschriftsnummer", "INV-HARBOR-0000000801"],
        ["Rechnungsdatum", "12.09.2026"],
        ["Leistungszeitraum", "06.09. - 12.09.2026"],
        ["Station", "DXA4"],
      ],
      header: ["Beschreibung", "Satz", "Menge", "Betrag"],
      rows,
      ...changes,
    });

  it("is read in both ways of writing numbers, each line for itself", async () => {
    const { sheets, kinds, problems } = await german([
      ["Routen", "", "14", "4.420,00 €"],
      ["Standard Parcel - Block of 10 Hours", "325.00", "12", "3.900,00 €"],
      ["Standard Parcel - Block of 8 Hours", "260,00", "2", "520.00"],
      ["Pakete", "", "10.436", "626,16 €"],
      ["Variable Per Shipment - Delivery Complete", "0,060", "10.436", "626,16 €"],
      ["Zwischensumme", "", "", "5.046,16 €"],
      ["Umsatzsteuer 19 %", "", "", "958,77 €"],
      ["Gesamtbetrag", "", "", "6.004,93 €"],
    ]);
    expect([kinds, problems]).toEqual([["variable invoice"], []]);
    expect(factsIn("invoice", sheets)).toMatchObject([
      {
        invoiceNumber: "INV-HARBOR-0000000801",
        issuedOn: "2026-09-12",
        periodStart: "2026-09-06",
        periodEnd: "2026-09-12",
        currency: "EUR",
        totalCents: 600_493,
      },
    ]);
    const lines = factsIn("invoiceLine", sheets);
    expect(lines.map((line) => [line.section, line.rate, line.quantity, line.amountCents])).toEqual([
      ["routes", 3_250_000, 120_000, 390_000],
      ["routes", 2_600_000, 20_000, 52_000],
      ["packages", 600, 104_360_000, 62_616],
      ["tax", null, null, 95_877],
    ]);
  });

  it("makes a number that nothing proves a problem, a line's and the total's", async () => {
    const { sheets, problems } = await german([
      ["Routen"],
      ["Standard Parcel", "250,00", "4", "1.000"],
      ["Pakete"],
      ["Delivery Complete", "", "10.436", "626,16"],
      ["Gesamtbetrag", "", "", "1.000"],
    ]);
    expect(problems).toEqual([
      'Page 1 10 Menge: "10.436" can be read in two ways, and the line\'s other numbers do not tell which.',
      'Page 1 11 Betrag: The total "1.000" cannot be read, or in two ways of which neither is proven by the sum of the lines.',
    ]);
    expect(factsIn("invoiceLine", sheets).map((line) => line.amountCents)).toEqual([100_000]);
    expect(factsIn("invoice", sheets)[0]?.totalCents).toBeNull();
  });

  it("reads a total by the sum of the lines", async () => {
    const { sheets, problems } = await german([
      ["Routen"],
      ["Standard Parcel", "250,00", "4", "1.000"],
      ["Gesamtbetrag", "", "", "1.000"],
    ]);
    expect(problems).toEqual([]);
    expect(factsIn("invoice", sheets)[0]?.totalCents).toBe(100_000);
  });

  it("may be an incentive", async () => {
    const { kinds } = await german(
      [
        ["Fantastic Plus", "0,15", "55.404", "8.310,60"],
        ["Gesamtbetrag", "", "", "8.310,60 €"],
      ],
      {
        title: "Gutschrift Prämie",
      },
    );
    expect(kinds).toEqual(["incentive invoice"]);
  });
});
