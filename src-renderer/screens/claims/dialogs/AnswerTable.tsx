import { type KeyboardEvent, memo, useDeferredValue } from "react";
import type { ClaimItem } from "#shared/contract/claims.ts";
import { cx } from "../../../parts/cx.ts";
import { Money } from "../../../parts/Money.tsx";
import { Scroller } from "../../../parts/Scroller.tsx";
import { type Answer, centsOf, type Granted } from "./answer.ts";
import classes from "./dialogs.module.css";

/** Lines that are drawn before anything else. */
const FIRST = 30;

interface Props {
  readonly items: readonly ClaimItem[];
  readonly answer: Answer;
  readonly onChange: (id: string, part: Partial<Granted>) => void;
}

/** Moves between the amounts as in a column of a sheet. */
function byArrow(event: KeyboardEvent<HTMLTableElement>): void {
  const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const { target } = event;
  if (by === 0 || !(target instanceof HTMLInputElement)) return;
  const column = target.dataset.column;
  const all = [...event.currentTarget.querySelectorAll<HTMLInputElement>(`input[data-column="${column ?? ""}"]`)];
  const next = all[all.indexOf(target) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** What was granted of each finding, to type over. */
export function AnswerTable({ items, answer, onChange }: Props) {
  // The first screenful is there at once; the rest of a long claim follows without holding anything up.
  const shown = useDeferredValue(items, items.slice(0, FIRST));
  return (
    <Scroller label="What was granted" className={classes.scroll}>
      <table className={classes.table} onKeyDown={byArrow}>
        <caption className="sr-only">What was granted of each finding</caption>
        <thead>
          <tr>
            <th scope="col">Finding</th>
            <th scope="col" className={classes.figure}>
              Claimed
            </th>
            <th scope="col" className={classes.figure}>
              Granted
            </th>
            <th scope="col">Their reason</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((item, index) => (
            <Line
              key={item.findingId}
              item={item}
              typed={answer[item.findingId]?.typed ?? ""}
              reason={answer[item.findingId]?.reason ?? ""}
              first={index === 0}
              onChange={onChange}
            />
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

interface LineProps {
  readonly item: ClaimItem;
  readonly typed: string;
  readonly reason: string;
  readonly first: boolean;
  readonly onChange: Props["onChange"];
}

/** One finding. Memoized: of a thousand lines, only the one that is typed in is drawn again. */
const Line = memo(function Line({ item, typed, reason, first, onChange }: LineProps) {
  const { findingId, code, title, subject, claimedCents } = item;
  const wrong = centsOf(item, typed) === undefined;
  return (
    <tr className={cx(wrong && classes.wrong)}>
      <th scope="row">
        <span className={classes.name}>
          <span className={classes.code}>{code}</span> {title}
        </span>
        <span className={classes.about}>{subject}</span>
      </th>
      <td className={classes.figure}>
        <Money cents={claimedCents} />
      </td>
      <td className={classes.figure}>
        <input
          className={classes.input}
          data-column="granted"
          {...(first && { "data-autofocus": true })}
          aria-label={`Granted of ${code} ${subject}`}
          aria-invalid={wrong}
          title={wrong ? "From 0 to what was claimed" : undefined}
          inputMode="decimal"
          maxLength={16}
          value={typed}
          onChange={(event) => onChange(findingId, { typed: event.currentTarget.value })}
          onFocus={(event) => event.currentTarget.select()}
        />
        {wrong && <span className={classes.hint}>0 to what was claimed</span>}
      </td>
      <td>
        <input
          className={cx(classes.input, classes.words)}
          data-column="reason"
          aria-label={`Their reason for ${code} ${subject}`}
          maxLength={500}
          value={reason}
          onChange={(event) => onChange(findingId, { reason: event.currentTarget.value })}
        />
      </td>
    </tr>
  );
});
