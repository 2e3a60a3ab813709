import { expect, it } from "vitest";
import { reconcile } from "../../support/workbench.ts";

/** One line of 5 x 325.00 that prints 1600.00, under a total. */
function invoice(total: string) {
  const content = `Invoice Number,INV-ABCDEF-0000000614
Invoice Date,2026-08-08
Station,DXA4
Period Start,2026-08-02
Period End,2026-08-08
Invoice Type,Variable
Status,New
Section,Date,Description,Service Type,Rate,Quantity,Amount
Routes,2026-08-03,Standard Parcel - Block of 10 Hours,Standard Parcel,325.00,5,1600.00
Total Due,,,,,,${total}
`;
  return [{ name: "INV-ABCDEF-0000000614.csv", content }];
}

function notesOf(total: string): readonly string[] {
  const found = reconcile(invoice(total)).flatMap((result) => result.findings);
  return found.filter(({ code }) => code === "A06").flatMap(({ notes }) => notes);
}

it("says where the invoice's total already is what the line should be", () => {
  expect(notesOf("1625.00").join(" ")).toContain("The invoice's total of 1625.00 is what its lines should come to");
  expect(notesOf("1600.00")).toHaveLength(1);
  expect(notesOf("1700.00")).toHaveLength(1);
});
