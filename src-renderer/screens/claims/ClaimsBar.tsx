import { Button, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type RefObject, useCallback } from "react";
import { AGES, type ClaimList } from "#shared/contract/claims.ts";
import { api } from "../../client/api.ts";
import { SearchBox } from "../../parts/SearchBox.tsx";
import classes from "./ClaimsScreen.module.css";
import { isNarrowed, NOT_NARROWED, type View } from "./view.ts";

/** The ages as a person says them. */
export const AGE_WORDS: Record<(typeof AGES)[number], string> = {
  "0-7": "Up to 7 days",
  "8-14": "8 to 14 days",
  "15-30": "15 to 30 days",
  "31-60": "31 to 60 days",
  "over 60": "Over 60 days",
};

interface Props {
  readonly view: View;
  readonly list: ClaimList | undefined;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onChange: (part: Partial<View>) => void;
}

/** Search and filters of the claims. */
export function ClaimsBar({ view, list, searchRef, onChange }: Props) {
  const people = useQuery(api.people.list.queryOptions({ input: {} })).data?.people ?? [];
  const search = useCallback((text: string) => onChange({ search: text }), [onChange]);
  const counted = new Map(list?.ages.map(({ age, count }) => [age, count]));
  return (
    <search className={classes.bar} aria-label="Filter claims">
      <SearchBox
        label="Search claims"
        value={view.search}
        inputRef={searchRef}
        className={classes.search}
        onChange={search}
      />
      <Select
        aria-label="Counterparty"
        className={classes.select ?? ""}
        data={[
          { value: "", label: "All counterparties" },
          ...(list?.counterparties ?? []).map((name) => ({ value: name, label: name })),
        ]}
        value={view.counterparty}
        allowDeselect={false}
        searchable={(list?.counterparties.length ?? 0) > 8}
        onChange={(counterparty) => onChange({ counterparty: counterparty ?? "" })}
      />
      <Select
        aria-label="Age"
        className={classes.select ?? ""}
        data={[
          { value: "", label: "Any age" },
          ...AGES.map((age) => ({ value: age, label: `${AGE_WORDS[age]} (${counted.get(age) ?? 0})` })),
        ]}
        value={view.age}
        allowDeselect={false}
        onChange={(age) => onChange({ age: age ?? "" })}
      />
      {(people.length > 0 || view.assignee !== "") && (
        <Select
          aria-label="Looked after by"
          className={classes.select ?? ""}
          data={[{ value: "", label: "Anybody’s" }, ...people.map(({ name }) => ({ value: name, label: name }))]}
          value={view.assignee}
          allowDeselect={false}
          onChange={(assignee) => onChange({ assignee: assignee ?? "" })}
        />
      )}
      {isNarrowed(view) && (
        <Button variant="subtle" px={8} onClick={() => onChange(NOT_NARROWED)}>
          Clear
        </Button>
      )}
    </search>
  );
}
