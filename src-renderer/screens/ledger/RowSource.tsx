import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { LedgerRow, LedgerSource } from "#shared/contract/ledger.ts";
import { noteError } from "../../app/notify.ts";
import { api } from "../../client/api.ts";
import { SourceDialog } from "../../parts/SourceDialog.tsx";
import { FindingsAbout } from "./FindingsAbout.tsx";

interface Props {
  readonly row: LedgerRow | undefined;
  readonly onClose: () => void;
}

/** Where a row of the ledger stands in its document, and what was found about it. */
export function RowSource({ row, onClose }: Props) {
  const { data, error } = useQuery({
    ...api.ledger.source.queryOptions({ input: row?.ref ?? { type: "invoice", id: 0 } }),
    enabled: row !== undefined,
  });
  useEffect(() => {
    if (error === null || row === undefined) return;
    noteError("The row could not be shown", error, "What is stored is as it was.");
    onClose();
  }, [error, row, onClose]);
  return (
    <SourceDialog place={row && data && { ...data, cells: decidingCells(row, data) }} onClose={onClose}>
      {row && <FindingsAbout about={row.about} />}
    </SourceDialog>
  );
}

/** The cells that name the row; all those that were read beside a label. */
function decidingCells(row: LedgerRow, { titles, cells }: LedgerSource): Record<string, string> {
  const names = new Set(namesOf(row).map((name) => name.trim()));
  return Object.fromEntries(
    Object.entries(cells).filter(([title, text]) => !titles.includes(title) || (text !== "" && names.has(text.trim()))),
  );
}

function namesOf(row: LedgerRow): string[] {
  switch (row.table) {
    case "invoices":
      return [row.invoiceNumber];
    case "routes":
      return [row.routeCode, row.associate];
    case "timecards":
      return [row.employeeId];
    case "leaseLines":
      return [row.vin, row.chargeCode];
    case "people":
      return [row.employeeId, row.name, row.writtenAs[0]?.replace(/ \((?:routes|timecards)\)$/, "") ?? ""];
    case "payments":
      return [row.paymentNumber, row.invoiceNumber, row.description];
  }
}
