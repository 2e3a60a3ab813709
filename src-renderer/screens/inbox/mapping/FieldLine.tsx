import { Checkbox, Select, TextInput } from "@mantine/core";
import { useId } from "react";
import { cx } from "../../../parts/cx.ts";
import { Icon } from "../../../parts/Icon.tsx";
import { type Draft, type MappingField, type Source, samplesOf, sourceOf, type UnknownTable } from "./draft.ts";
import classes from "./Mapping.module.css";

interface Props {
  readonly field: MappingField;
  readonly table: UnknownTable;
  readonly draft: Draft;
  readonly onSource: (source: Source) => void;
  readonly onSign: (reversed: boolean) => void;
}

const NOWHERE = "nowhere";
const CONSTANT = "constant";
/** Before a column's title, so that no title can be taken for one of the other answers. */
const COLUMN = "column:";

/** How a fixed value of each shape is written. */
const EXAMPLES: Record<MappingField["shape"], string> = {
  text: "",
  date: "08/02/2026",
  clock: "9:30 AM",
  money: "1234.56",
  number: "8.5",
  percent: "7.25%",
  duration: "8:30",
  station: "DXA4",
  state: "TN",
  vin: "",
  "yes or no": "yes",
};

function choiceOf(source: Source): string {
  return source.from === "column" ? `${COLUMN}${source.title}` : source.from;
}

/** One of our fields: a column of theirs, a fixed value, or not there. */
export function FieldLine({ field, table, draft, onSource, onSign }: Props) {
  const id = useId();
  const { label, required, shape } = field;
  const source = sourceOf(draft.profile, field.field);
  const guessed = draft.guessed.has(field.field);
  const titles = [...new Set(table.titles.filter((title) => title !== ""))];
  // A label stands once, so it can only name what is said once.
  const labels = field.above ? table.above.map(({ title }) => title).filter((title) => !titles.includes(title)) : [];
  const samples = source.from === "column" ? samplesOf(table, source.title, 2) : [];
  return (
    <li className={cx(classes.field, guessed && classes.guessed)}>
      <div>
        <span className={classes.label} id={id}>
          {label}
          {required && <span className={classes.required}> needed</span>}
        </span>
        {samples.length > 0 && (
          <span className={classes.samples} title={samples.join(" · ")}>
            {samples.join(" · ")}
          </span>
        )}
        {guessed && (
          <span className={classes.guess}>
            <Icon name="warning" size={13} /> guessed – please look
          </span>
        )}
      </div>
      <div className={classes.source}>
        <Select
          size="xs"
          aria-label={`${label}${guessed ? ", guessed, please look" : ""}`}
          aria-required={required}
          allowDeselect={false}
          searchable={titles.length > 10}
          maxDropdownHeight={300}
          data={[
            {
              group: "Without a column",
              items: [
                { value: NOWHERE, label: "Not in this file" },
                { value: CONSTANT, label: "The same for every row" },
              ],
            },
            ...(labels.length > 0
              ? [
                  {
                    group: "Above the table",
                    items: labels.map((title) => ({ value: `${COLUMN}${title}`, label: title })),
                  },
                ]
              : []),
            {
              group: "Columns in the file",
              items: titles.map((title) => ({ value: `${COLUMN}${title}`, label: title })),
            },
          ]}
          value={choiceOf(source)}
          onChange={(value) => {
            if (value === null) return;
            if (value.startsWith(COLUMN)) onSource({ from: "column", title: value.slice(COLUMN.length) });
            else onSource(value === CONSTANT ? { from: "constant", text: "" } : { from: "nowhere" });
          }}
        />
        {source.from === "constant" && (
          <TextInput
            size="xs"
            aria-label={`${label}, for every row`}
            placeholder={EXAMPLES[shape]}
            maxLength={300}
            value={source.text}
            onChange={(event) => onSource({ from: "constant", text: event.currentTarget.value })}
          />
        )}
        {shape === "money" && source.from === "column" && (
          <Checkbox
            size="xs"
            label="This document writes costs as negative"
            aria-label={`${label}: this document writes costs as negative`}
            checked={draft.profile.reversed.includes(field.field)}
            onChange={(event) => onSign(event.currentTarget.checked)}
          />
        )}
      </div>
    </li>
  );
}
