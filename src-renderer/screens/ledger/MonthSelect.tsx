import { Select } from "@mantine/core";
import { formatPeriod } from "#shared/week.ts";
import classes from "./LedgerScreen.module.css";
import { useVanMonths } from "./useVanMonths.ts";
import type { LedgerView } from "./view.ts";

interface Props {
  readonly view: LedgerView;
  readonly onChange: (part: Partial<LedgerView>) => void;
}

/** The month the van table speaks of. */
export function MonthSelect({ view, onChange }: Props) {
  const { months, shown } = useVanMonths(view);
  return (
    <Select
      aria-label="Month"
      className={classes.month ?? ""}
      data={months.map(({ month }) => ({ value: month, label: formatPeriod(month) }))}
      value={shown?.month ?? null}
      placeholder="No month yet"
      allowDeselect={false}
      onChange={(month) => month !== null && onChange({ month })}
    />
  );
}
