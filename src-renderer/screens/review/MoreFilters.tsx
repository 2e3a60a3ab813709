import { Button, Popover, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../client/api.ts";
import { usePeople } from "../../client/people.ts";
import { Icon } from "../../parts/Icon.tsx";
import classes from "./FilterBar.module.css";
import { NOBODY, type View } from "./view.ts";

interface Props {
  readonly view: View;
  readonly onChange: (part: Partial<View>) => void;
}

/** What findings are filtered by less often: who has to pay, who looks after them, and whether they are in a claim. */
export function MoreFilters({ view, onChange }: Props) {
  const [opened, setOpened] = useState(false);
  const used = [view.counterparty, view.invoice, view.assignee, view.claimed].filter((value) => value !== "").length;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={290}
      shadow="md"
      trapFocus
      withinPortal={false}
    >
      <Popover.Target>
        <Button
          variant="default"
          px={10}
          rightSection={<Icon name="down" size={12} />}
          onClick={() => setOpened(!opened)}
        >
          More<span className="sr-only"> filters</span>
          {used > 0 && (
            <span className={classes.used}>
              {used}
              <span className="sr-only"> used</span>
            </span>
          )}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="More filters">
        <div className={classes.more}>
          <Fields view={view} onChange={onChange} />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function Fields({ view, onChange }: Props) {
  const everything = { status: ["open" as const, "confirmed" as const, "dismissed" as const] };
  const counterparties = useQuery(
    api.findings.groups.queryOptions({ input: { filter: everything, by: "counterparty" } }),
  ).data;
  const invoices = useQuery(
    api.findings.groups.queryOptions({
      input: {
        filter: { ...everything, ...(view.counterparty && { counterparty: view.counterparty }) },
        by: "invoice",
      },
    }),
  ).data;
  const people = usePeople();
  const named = (groups: typeof counterparties, all: string, value: string) => [
    { value: "", label: all },
    ...(groups ?? []).filter(({ key }) => key !== "").map(({ key, label }) => ({ value: key, label })),
    ...(value !== "" && !groups?.some(({ key }) => key === value) ? [{ value, label: value }] : []),
  ];
  const within = { withinPortal: false };
  return (
    <>
      <Select
        label="Counterparty"
        data={named(counterparties, "Everybody", view.counterparty)}
        value={view.counterparty}
        allowDeselect={false}
        searchable
        openOnFocus={false}
        comboboxProps={within}
        onChange={(counterparty) => onChange({ counterparty: counterparty ?? "" })}
      />
      <Select
        label="Invoice"
        data={named(invoices, "Every invoice", view.invoice)}
        value={view.invoice}
        allowDeselect={false}
        searchable
        openOnFocus={false}
        limit={200}
        comboboxProps={within}
        onChange={(invoice) => onChange({ invoice: invoice ?? "" })}
      />
      <Select
        label="Assigned to"
        data={[
          { value: "", label: "Anybody or nobody" },
          { value: NOBODY, label: "Nobody" },
          ...people.map(({ name }) => name),
        ]}
        value={view.assignee}
        allowDeselect={false}
        comboboxProps={within}
        onChange={(assignee) => onChange({ assignee: assignee ?? "" })}
      />
      <Select
        label="Claim"
        data={[
          { value: "", label: "In a claim or not" },
          { value: "yes", label: "In a claim" },
          { value: "no", label: "In no claim" },
        ]}
        value={view.claimed}
        allowDeselect={false}
        comboboxProps={within}
        onChange={(claimed) => onChange({ claimed: claimed ?? "" })}
      />
    </>
  );
}
