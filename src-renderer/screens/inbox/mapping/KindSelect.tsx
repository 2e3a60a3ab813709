import { Select } from "@mantine/core";
import { DOCUMENT_KINDS } from "#shared/catalogue.ts";
import { documentTitle } from "../../../parts/documentTitle.ts";
import type { MappingCandidate, Wanted } from "./draft.ts";
import classes from "./Mapping.module.css";

interface Props {
  readonly candidates: readonly MappingCandidate[];
  readonly value: Wanted | null;
  /** Whether it must be chosen before anything else. */
  readonly open: boolean;
  readonly onChange: (wanted: Wanted) => void;
}

const idOf = ({ kind, layout }: Wanted) => `${kind}|${layout}`;

/** What the table is: what it could be first, with how much speaks for it, then every kind there is. */
export function KindSelect({ candidates, value, open, onChange }: Props) {
  const scores = new Map(candidates.map((candidate) => [idOf(candidate), candidate.score]));
  const others: Wanted[] = DOCUMENT_KINDS.map((kind) => ({ kind, layout: "" }));
  // A saved mapping or an answer may name what is in neither list.
  const known: Wanted[] = [...candidates, ...others];
  if (value && !known.some((each) => idOf(each) === idOf(value))) others.push(value);
  const titles = new Map(candidates.map((candidate) => [idOf(candidate), candidate.title]));
  const item = (each: Wanted) => ({
    value: idOf(each),
    label: titles.get(idOf(each)) ?? documentTitle(each.kind, each.layout),
  });
  const rest = others.filter((each) => !scores.has(idOf(each)));
  return (
    <Select
      label="This is"
      placeholder="Choose what it is"
      description={open ? "More than one fits: please choose" : undefined}
      data-autofocus
      searchable
      openOnFocus={false}
      allowDeselect={false}
      nothingFoundMessage="No such document"
      maxDropdownHeight={320}
      comboboxProps={{ width: 360, position: "bottom-start" }}
      data={[
        ...(candidates.length > 0 ? [{ group: "What it could be", items: candidates.map(item) }] : []),
        { group: "Every kind of document", items: rest.map(item) },
      ]}
      value={value && idOf(value)}
      onChange={(id) => {
        const chosen = [...known, ...others].find((each) => idOf(each) === id);
        if (chosen) onChange({ kind: chosen.kind, layout: chosen.layout });
      }}
      renderOption={({ option }) => {
        const score = scores.get(option.value);
        return (
          <span className={classes.option}>
            <span>{option.label}</span>
            {score !== undefined && <span className={classes.score}>{score}% fits</span>}
          </span>
        );
      }}
    />
  );
}
