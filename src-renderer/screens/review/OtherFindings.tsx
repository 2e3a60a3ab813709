import { UnstyledButton } from "@mantine/core";
import type { FindingDetail } from "#shared/contract/schemas.ts";
import { formatPeriod } from "#shared/week.ts";
import { Money } from "../../parts/Money.tsx";
import { DirectionMark } from "../../parts/marks.tsx";
import classes from "./OtherFindings.module.css";

interface Props {
  readonly finding: FindingDetail;
  readonly onOpen: (id: string) => void;
}

/** Findings this one stands for, and those that belong with it. */
export function OtherFindings({ finding, onOpen }: Props) {
  const { takesPlaceOf, related } = finding;
  return (
    <>
      {takesPlaceOf.length > 0 && (
        <section>
          <h3 className={classes.subtitle}>Takes the place of</h3>
          <p className={classes.why}>These explain the same money. It is counted here only.</p>
          <ul className={classes.list}>
            {takesPlaceOf.map(({ id, code, label }) => (
              <li key={id}>
                <UnstyledButton className={classes.item} onClick={() => onOpen(id)}>
                  <span className={classes.text}>
                    <span className={classes.code}>{code}</span> {label}
                  </span>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </section>
      )}
      {related.length > 0 && (
        <section>
          <h3 className={classes.subtitle}>Related findings</h3>
          <ul className={classes.list}>
            {related.map(({ id, code, title, subject, period, direction, amountCents, estimated }) => (
              <li key={id}>
                <UnstyledButton className={classes.item} onClick={() => onOpen(id)}>
                  <DirectionMark direction={direction} iconOnly />
                  <span className={classes.text} title={`${title}, ${subject}, ${formatPeriod(period)}`}>
                    <span className={classes.code}>{code}</span> {title} · {subject}
                  </span>
                  <Money cents={amountCents} estimated={estimated} />
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
