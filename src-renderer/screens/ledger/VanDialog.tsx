import { Button, Modal, Skeleton } from "@mantine/core";
import { useState } from "react";
import type { LedgerRow } from "#shared/contract/ledger.ts";
import type { VanMonth } from "#shared/contract/schemas.ts";
import { formatPeriod, monthEnd, monthStart } from "#shared/week.ts";
import { Money } from "../../parts/Money.tsx";
import { formatRange } from "../../parts/range.ts";
import { Scroller } from "../../parts/Scroller.tsx";
import { FindingsAbout } from "./FindingsAbout.tsx";
import { RowSource } from "./RowSource.tsx";
import { useLedgerRows } from "./useLedgerRows.ts";
import { VanConflicts } from "./VanConflicts.tsx";
import classes from "./Vans.module.css";

interface Props {
  readonly van: VanMonth["rows"][number] | undefined;
  readonly month: string;
  readonly onClose: () => void;
}

/** What lessors billed for a van in a month, line by line, each leading to where it stands. */
export function VanDialog({ van, month, onClose }: Props) {
  const [source, setSource] = useState<LedgerRow>();
  return (
    <>
      <Modal
        opened={van !== undefined && source === undefined}
        onClose={onClose}
        size="min(980px, 92vw)"
        title={van ? `Van ${van.unit || van.vin} · ${formatPeriod(month)}` : "Van"}
      >
        {van && (
          <>
            <FindingsAbout about={van.vin} />
            <VanConflicts vin={van.vin} />
            <Lines vin={van.vin} month={month} onOpen={setSource} />
          </>
        )}
      </Modal>
      <RowSource row={source} onClose={() => setSource(undefined)} />
    </>
  );
}

function Lines({
  vin,
  month,
  onOpen,
}: {
  readonly vin: string;
  readonly month: string;
  readonly onOpen: (row: LedgerRow) => void;
}) {
  const ask = {
    table: "leaseLines",
    station: null,
    from: monthStart(month),
    to: monthEnd(month),
    search: vin,
  } as const;
  const { head, error } = useLedgerRows(ask, 0, 0);
  if (error) return <p role="alert">The lines could not be read. Nothing was changed.</p>;
  if (!head) return <Skeleton height={160} />;
  const lines = head.rows.filter((row) => row.table === "leaseLines");
  if (lines.length === 0) return <p>No lessor billed this van under its VIN in {formatPeriod(month)}.</p>;
  return (
    <Scroller label="Lines billed" className={classes.lines}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Invoice</th>
            <th scope="col">Lessor</th>
            <th scope="col">Charge</th>
            <th scope="col">Days</th>
            <th scope="col" className={classes.money}>
              Total
            </th>
            <th scope="col">
              <span className="sr-only">Source</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.ref.id}>
              <th scope="row">{line.invoiceNumber}</th>
              <td>{line.provider}</td>
              <td>{line.description || line.chargeCode}</td>
              <td>{formatRange(line.serviceFrom, line.serviceTo)}</td>
              <td className={classes.money}>
                <Money cents={line.totalCents} />
              </td>
              <td>
                <Button size="compact-xs" variant="default" onClick={() => onOpen(line)}>
                  Open source
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
