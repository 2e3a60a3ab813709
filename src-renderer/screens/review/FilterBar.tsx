import { Button, Kbd, Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type RefObject, useEffect, useState } from "react";
import { CATALOGUE, CHECK_CODES, DIRECTION_LABELS, FAMILIES, isCheckCode } from "#shared/catalogue.ts";
import { formatPeriod, monthOf, weekNumber } from "#shared/week.ts";
import { api } from "../../client/api.ts";
import { Icon } from "../../parts/Icon.tsx";
import classes from "./FilterBar.module.css";
import { MoreFilters } from "./MoreFilters.tsx";
import { isNarrowed, type View, WIDE } from "./view.ts";

const STATUSES = [
  { value: "open", label: "Open" },
  { value: "open,confirmed", label: "Open and confirmed" },
  { value: "confirmed", label: "Confirmed" },
  { value: "dismissed", label: "Dismissed" },
  { value: "cleared", label: "Cleared" },
  { value: "open,confirmed,dismissed", label: "All but cleared" },
];
const DIRECTIONS = [
  { value: "", label: "All money" },
  { value: "owed,overcharged", label: "Claimable" },
  ...Object.entries(DIRECTION_LABELS).map(([value, label]) => ({ value, label })),
];
const AREAS = [
  { value: "", label: "All checks" },
  { group: "Areas", items: Object.entries(FAMILIES).map(([value, label]) => ({ value, label })) },
  { group: "Checks", items: CHECK_CODES.map((code) => ({ value: code, label: `${code} ${CATALOGUE[code].title}` })) },
];

/** Long enough not to ask for every letter, short enough not to be felt. */
const TYPING = 40;

interface Props {
  readonly view: View;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onChange: (part: Partial<View>) => void;
}

/** Search and filters of the queue. */
export function FilterBar({ view, searchRef, onChange }: Props) {
  const { data } = useQuery(api.findings.board.queryOptions({ input: { station: null, week: null } }));
  const weeks = [...(data?.weeks ?? [])].sort().reverse();
  const months = [...new Set(weeks.map(monthOf))];
  const named = (period: string) => ({
    value: period,
    label: period.length === 10 ? `${formatPeriod(period)}, ${weekNumber(period).year}` : formatPeriod(period),
  });
  const known = [...weeks, ...months];
  const stations = [
    { value: "", label: "All stations" },
    ...(data?.stations ?? []).map(({ station }) => ({ value: station, label: station })),
  ];
  return (
    <search className={classes.bar} aria-label="Filter findings">
      <SearchBox view={view} searchRef={searchRef} onChange={onChange} />
      <Select
        aria-label="State"
        className={classes.state ?? ""}
        data={STATUSES}
        value={view.status}
        allowDeselect={false}
        comboboxProps={{ width: 200, position: "bottom-start" }}
        onChange={(status) => onChange({ status: status ?? "open" })}
      />
      <Select
        aria-label="Kind of money"
        data={DIRECTIONS}
        value={view.direction}
        allowDeselect={false}
        comboboxProps={{ width: 200, position: "bottom-start" }}
        onChange={(direction) => onChange({ direction: direction ?? "" })}
      />
      <Select
        aria-label="Check"
        data={AREAS}
        value={view.code || view.family}
        allowDeselect={false}
        searchable
        nothingFoundMessage="No such check"
        comboboxProps={{ width: 320, position: "bottom-start" }}
        onChange={(chosen) => {
          const code = chosen !== null && isCheckCode(chosen) ? chosen : "";
          onChange({ code, family: code === "" ? (chosen ?? "") : "" });
        }}
      />
      <Select
        aria-label="Station"
        data={stations}
        value={view.station}
        allowDeselect={false}
        searchable={stations.length > 8}
        comboboxProps={{ width: 160, position: "bottom-start" }}
        onChange={(station) => onChange({ station: station ?? "" })}
      />
      <Select
        aria-label="Week"
        data={[
          { value: "", label: "All weeks" },
          ...(view.period !== "" && !known.includes(view.period) ? [named(view.period)] : []),
          { group: "Weeks", items: weeks.map(named) },
          { group: "Months", items: months.map(named) },
        ]}
        value={view.period}
        allowDeselect={false}
        comboboxProps={{ width: 270, position: "bottom-end" }}
        onChange={(period) => onChange({ period: period ?? "" })}
      />
      <MoreFilters view={view} onChange={onChange} />
      {isNarrowed(view) && (
        <Button variant="subtle" size="sm" px={8} onClick={() => onChange(WIDE)}>
          Clear
        </Button>
      )}
    </search>
  );
}

function SearchBox({ view, searchRef, onChange }: Props) {
  const [text, setText] = useState(view.search);
  // Clearing the filters, or a link to another view, also changes what stands in the box.
  useEffect(() => setText(view.search), [view.search]);
  useEffect(() => {
    if (text === view.search) return;
    const timer = setTimeout(() => onChange({ search: text }), TYPING);
    return () => clearTimeout(timer);
  }, [text, view.search, onChange]);
  return (
    <TextInput
      ref={searchRef}
      aria-label="Search findings"
      className={classes.search ?? ""}
      placeholder="Search"
      rightSection={<Kbd aria-hidden="true">/</Kbd>}
      maxLength={200}
      leftSection={<Icon name="search" size={16} />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape" || event.key === "Enter") event.currentTarget.blur();
      }}
    />
  );
}
