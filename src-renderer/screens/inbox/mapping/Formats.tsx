import { Radio } from "@mantine/core";
import type { MappingSuggestion } from "#shared/contract/schemas.ts";
import type { DateOrder, Draft, MappingField, NumberStyle } from "./draft.ts";
import { samplesOf } from "./draft.ts";
import { ambiguousDate, ambiguousNumber, dateIn, numberIn } from "./examples.ts";
import classes from "./Mapping.module.css";

interface Props {
  readonly suggestion: MappingSuggestion;
  readonly draft: Draft;
  readonly onDates: (order: DateOrder) => void;
  readonly onNumbers: (style: NumberStyle) => void;
}

const ORDERS: readonly { value: DateOrder; label: string }[] = [
  { value: "month first", label: "Month first" },
  { value: "day first", label: "Day first" },
];
const STYLES: readonly NumberStyle[] = ["1,234.56", "1.234,56"];
const SAMPLES = 50;
const EITHER_WAY = "They can be read either way: please choose";

/** How the document writes dates and numbers. What can be read in two ways is not chosen for anybody. */
export function Formats({ suggestion, draft, onDates, onNumbers }: Props) {
  const { table, fields, datesAmbiguous, numbersAmbiguous } = suggestion;
  const textsOf = (shapes: readonly MappingField["shape"][]) =>
    fields
      .filter(({ shape }) => shapes.includes(shape))
      .flatMap(({ field }) => {
        const title = draft.profile.columns[field];
        return title === undefined ? [] : samplesOf(table, title, SAMPLES);
      });
  const date = ambiguousDate(textsOf(["date", "clock"]));
  const number = ambiguousNumber(textsOf(["money", "number"]));
  return (
    <div className={classes.formats}>
      <Radio.Group
        label="Dates are written"
        description={datesAmbiguous ? EITHER_WAY : undefined}
        required={datesAmbiguous}
        value={draft.dates}
        onChange={(value) => {
          const order = ORDERS.find((each) => each.value === value);
          if (order) onDates(order.value);
        }}
      >
        {ORDERS.map(({ value, label }) => {
          const read = date === undefined ? null : dateIn(date, value);
          return (
            <Radio
              key={value}
              size="xs"
              value={value}
              label={read === null ? label : `${label}: ${date} is ${read}`}
              className={classes.choice ?? ""}
            />
          );
        })}
      </Radio.Group>
      <Radio.Group
        label="Numbers are written"
        description={numbersAmbiguous ? EITHER_WAY : undefined}
        required={numbersAmbiguous}
        value={draft.numbers}
        onChange={(value) => {
          const style = STYLES.find((each) => each === value);
          if (style) onNumbers(style);
        }}
      >
        {STYLES.map((style) => (
          <Radio
            key={style}
            size="xs"
            value={style}
            label={number === undefined ? style : `${style}: ${number} is ${numberIn(number, style)}`}
            className={classes.choice ?? ""}
          />
        ))}
      </Radio.Group>
    </div>
  );
}
