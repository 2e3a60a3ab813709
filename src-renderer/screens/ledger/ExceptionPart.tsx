import type { DayExceptions } from "#shared/contract/schemas.ts";
import { group } from "#shared/money.ts";
import { Icon } from "../../parts/Icon.tsx";
import { Money } from "../../parts/Money.tsx";
import { numbered } from "../../parts/numbered.ts";
import classes from "./Exceptions.module.css";

type Part = DayExceptions["parts"][number];

const TITLES: Record<Part["kind"], string> = {
  "missing punches": "Missing punches",
  "ghost hours": "Hours without work",
  meals: "Meals",
  overtime: "Overtime building up",
  people: "People who could not be matched",
};

/** One part of the day's exceptions: whom it is about, what happened, and what to ask. */
export function ExceptionPart({ part: { kind, rows, unverified } }: { readonly part: Part }) {
  return (
    <section className={classes.part} aria-label={TITLES[kind]}>
      <h3 className={classes.kind}>
        {TITLES[kind]} <span className={classes.count}>{group(rows.length)}</span>
      </h3>
      {rows.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col" className={classes.station}>
                Station
              </th>
              <th scope="col" className={classes.who}>
                Who
              </th>
              <th scope="col">What</th>
              <th scope="col">What to do</th>
              <th scope="col" className={classes.money}>
                Amount
              </th>
            </tr>
          </thead>
          <tbody>
            {numbered(rows).map(({ key, item }) => (
              <tr key={key}>
                <td>{item.station}</td>
                <th scope="row">{item.who}</th>
                <td>{item.what}</td>
                <td>{item.ask}</td>
                <td className={classes.money}>
                  <Money cents={item.amountCents} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length === 0 && unverified.length === 0 && <p className={classes.quiet}>Nothing.</p>}
      {unverified.map((sentence) => (
        <p key={sentence} className={classes.open}>
          <Icon name="info" size={15} /> {sentence}
        </p>
      ))}
    </section>
  );
}
