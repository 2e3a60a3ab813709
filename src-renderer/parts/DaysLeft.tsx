import { formatDay } from "#shared/week.ts";
import { cx } from "./cx.ts";
import classes from "./DaysLeft.module.css";
import { Icon } from "./Icon.tsx";

/** A week or less is soon enough to say it louder. */
const SOON = 7;

interface Props {
  readonly deadline: string | null;
  readonly daysLeft: number | null;
}

/** How long there is until a deadline, in words. */
export function DaysLeft({ deadline, daysLeft }: Props) {
  if (deadline === null || daysLeft === null)
    return (
      <span className={classes.none}>
        <span aria-hidden="true">–</span>
        <span className="sr-only">no deadline</span>
      </span>
    );
  const urgent = daysLeft <= SOON;
  return (
    <span className={cx(classes.days, urgent && classes.soon)} title={`Last day: ${formatDay(deadline)}`}>
      {urgent && <Icon name={daysLeft < 0 ? "warning" : "clock"} size={14} />}
      {wordsFor(daysLeft)}
    </span>
  );
}

function wordsFor(daysLeft: number): string {
  if (daysLeft < 0) return "Past";
  if (daysLeft === 0) return "Today";
  return daysLeft === 1 ? "1 day" : `${daysLeft} days`;
}
