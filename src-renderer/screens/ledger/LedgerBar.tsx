import { Button, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type RefObject, useCallback } from "react";
import { formatPeriod, monthOf, weekNumber } from "#shared/week.ts";
import { api } from "../../client/api.ts";
import { SearchBox } from "../../parts/SearchBox.tsx";
import classes from "./LedgerScreen.module.css";
import { MonthSelect } from "./MonthSelect.tsx";
import type { LedgerView } from "./view.ts";

interface Props {
  readonly view: LedgerView;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onChange: (part: Partial<LedgerView>) => void;
}

/** Search and filters of the ledger; each tab has those that mean something there. */
export function LedgerBar({ view, searchRef, onChange }: Props) {
  const { data } = useQuery(api.findings.board.queryOptions({ input: { station: null, week: null } }));
  const { tab } = view;
  const search = useCallback((text: string) => onChange({ search: text }), [onChange]);
  const dated = tab === "invoices" || tab === "routes" || tab === "timecards" || tab === "payments";
  const narrowed = view.station !== "" || (dated && view.period !== "") || (tab !== "exceptions" && view.search !== "");
  return (
    <search className={classes.bar} aria-label="Filter the ledger" data-print="no">
      {tab !== "exceptions" && (
        <SearchBox
          label="Search the ledger"
          value={view.search}
          className={classes.search}
          inputRef={searchRef}
          onChange={search}
        />
      )}
      {tab !== "payments" && (
        <Select
          aria-label="Station"
          className={classes.station ?? ""}
          data={[
            { value: "", label: "All stations" },
            ...(data?.stations ?? []).map(({ station }) => ({ value: station, label: station })),
          ]}
          value={view.station}
          allowDeselect={false}
          onChange={(station) => onChange({ station: station ?? "" })}
        />
      )}
      {dated && <PeriodSelect weeks={data?.weeks ?? []} view={view} onChange={onChange} />}
      {tab === "vans" && <MonthSelect view={view} onChange={onChange} />}
      {narrowed && (
        <Button variant="subtle" size="sm" px={8} onClick={() => onChange({ station: "", period: "", search: "" })}>
          Clear
        </Button>
      )}
    </search>
  );
}

function PeriodSelect({
  weeks,
  view,
  onChange,
}: Pick<Props, "view" | "onChange"> & { readonly weeks: readonly string[] }) {
  const sorted = [...weeks].sort().reverse();
  const months = [...new Set(sorted.map(monthOf))];
  const named = (period: string) => ({
    value: period,
    label: period.length === 10 ? `${formatPeriod(period)}, ${weekNumber(period).year}` : formatPeriod(period),
  });
  const known = [...sorted, ...months];
  return (
    <Select
      aria-label="Period"
      className={classes.period ?? ""}
      data={[
        { value: "", label: "All weeks" },
        ...(view.period !== "" && !known.includes(view.period) ? [named(view.period)] : []),
        { group: "Weeks", items: sorted.map(named) },
        { group: "Months", items: months.map(named) },
      ]}
      value={view.period}
      allowDeselect={false}
      onChange={(period) => onChange({ period: period ?? "" })}
    />
  );
}
