import { describe, expect, it } from "vitest";
import { csv, facts, interpret, problems, refusal, xlsx } from "./support.ts";

describe("service aliases", () => {
  it("say what the office calls an invoice's description", () => {
    const content = csv(
      "Invoice Description,Service Type",
      "AMZL Late Cancel- weekend,Late Cancel",
      "Large Van - Recycle,Recycling run",
    );
    expect(facts("alias", content)).toEqual([
      { description: "AMZL Late Cancel- weekend", serviceType: "Late Cancel" },
      { description: "Large Van - Recycle", serviceType: "Recycling run" },
    ]);
    expect(interpret(content).kind).toBe("service aliases");
  });

  it("may stand the other way round under a title", () => {
    const rows = [["Our names"], [], ["SERVICE TYPE", "Note", "INVOICE\u00a0DESCRIPTION"], ["Van", "", "Large Van"]];
    expect(facts("alias", xlsx({ Aliases: rows }))).toEqual([{ description: "Large Van", serviceType: "Van" }]);
  });

  it("without either side are a problem, without any row refused", () => {
    expect(problems(csv("Invoice Description,Service Type", "Large Van,", ",Van", "Step Van,Van"))).toEqual([
      "2 Service Type: Service Type is blank.",
      "3 Invoice Description: Invoice Description is blank.",
    ]);
    expect(refusal(csv("Invoice Description,Service Type"))).toContain("no row stands below them");
  });
});

describe("cancellations", () => {
  const header = "Date,Station,Service Type,Cancelled By,Time,Note";

  it("say who cancelled a route and when", () => {
    const content = csv(header, "2026-09-08,DXA4,Standard Parcel,Amazon,9:05 AM,By phone", "9/9/2026,DXA4,Van,DSP,,");
    expect(facts("cancellation", content)).toEqual([
      {
        date: "2026-09-08",
        station: "DXA4",
        serviceType: "Standard Parcel",
        cancelledBy: "Amazon",
        time: "2026-09-08T09:05",
        note: "By phone",
      },
      {
        date: "2026-09-09",
        station: "DXA4",
        serviceType: "Van",
        cancelledBy: "DSP",
        time: null,
        note: "",
      },
    ]);
  });

  it("may be of the evening before", () => {
    const content = csv(header, "2026-09-08,DXA4,Van,Amazon,9/7/2026 8:15 PM,");
    expect(facts("cancellation", content)[0]).toMatchObject({ date: "2026-09-08", time: "2026-09-07T20:15" });
  });

  it("may be spelled the American way, with columns moved and none for the time", () => {
    const content = csv("Station,CANCELED BY,Service Type,Date", "DXA4,Amazon,Van,2026-09-08");
    expect(facts("cancellation", content)[0]).toMatchObject({ cancelledBy: "Amazon", time: null, note: "" });
  });

  it.each([
    [",DXA4,Van,Amazon,,", "2 Date: Date is blank."],
    ["2026-09-08,DXA4,Van,,,", "2 Cancelled By: Cancelled By is blank."],
    ["2026-09-08,DXA4,Van,Amazon,noon,", '2 Time: "noon" is not a time; write it as 9:08 AM or 9/20/2026 9:08 AM.'],
  ])("written %j are a problem", (row, problem) => {
    expect(problems(csv(header, row))).toEqual([problem]);
  });
});
