import { useCallback, useState } from "react";
import type { LedgerRow } from "#shared/contract/ledger.ts";
import { plural } from "../../parts/plural.ts";
import { COLUMNS } from "./columns.tsx";
import { Loading, NothingFits, NothingStored, Unreadable } from "./Instead.tsx";
import { LedgerGrid } from "./LedgerGrid.tsx";
import classes from "./LedgerScreen.module.css";
import { RowSource } from "./RowSource.tsx";
import { useLedgerRows } from "./useLedgerRows.ts";
import { askOf, type LedgerView, type PagedTab, TAB_TITLES } from "./view.ts";

interface Props {
  readonly view: LedgerView & { readonly tab: PagedTab };
  readonly onChange: (part: Partial<LedgerView>) => void;
}

/** One long table of the ledger. */
export function PagedTable({ view, onChange }: Props) {
  const ask = askOf(view);
  const [seen, setSeen] = useState({ from: 0, to: 0 });
  const onSeen = useCallback((from: number, to: number) => setSeen({ from, to }), []);
  const { head, error, rowAt } = useLedgerRows(ask, seen.from, seen.to);
  const [opened, setOpened] = useState<LedgerRow>();
  return (
    <div className={classes.sheet}>
      {error !== null ? (
        <Unreadable error={error} />
      ) : head === undefined ? (
        <Loading />
      ) : !head.stored ? (
        <NothingStored tab={view.tab} />
      ) : head.total === 0 ? (
        <NothingFits onClear={() => onChange({ station: "", period: "", search: "" })} />
      ) : (
        <LedgerGrid
          // Another question begins at its first row.
          key={JSON.stringify(ask)}
          label={TAB_TITLES[view.tab]}
          columns={COLUMNS[view.tab]}
          total={head.total}
          rowAt={rowAt}
          onSeen={onSeen}
          onOpen={setOpened}
        />
      )}
      <p className="sr-only" role="status">
        {head && plural(head.total, "row", "rows")}
      </p>
      <RowSource row={opened} onClose={() => setOpened(undefined)} />
    </div>
  );
}
