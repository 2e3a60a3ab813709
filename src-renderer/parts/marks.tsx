import { DIRECTION_LABELS, type Direction } from "#shared/catalogue.ts";
import type { FindingStatus } from "#shared/contract/schemas.ts";
import { cx } from "./cx.ts";
import { Icon } from "./Icon.tsx";
import classes from "./marks.module.css";

/** What the owner reads for a state. */
export const STATUS_LABELS: Record<FindingStatus, string> = {
  open: "Open",
  confirmed: "Confirmed",
  dismissed: "Dismissed",
  cleared: "Cleared",
};

/** Icon and word of a direction. Both always, so that color carries nothing alone. */
export function DirectionMark({ direction, iconOnly = false }: { direction: Direction; iconOnly?: boolean }) {
  const label = DIRECTION_LABELS[direction];
  return (
    <span className={cx(classes.mark, classes[direction])} title={iconOnly ? label : undefined}>
      <Icon name={direction} size={16} />
      <span className={iconOnly ? "sr-only" : classes.word}>{label}</span>
    </span>
  );
}

/** Icon and word of a finding's state. */
export function StatusMark({ status, reopened = false }: { status: FindingStatus; reopened?: boolean }) {
  return (
    <span className={cx(classes.mark, classes.status, classes[status])}>
      <Icon name={status} size={15} />
      <span className={classes.word}>{reopened && status === "open" ? "Reopened" : STATUS_LABELS[status]}</span>
    </span>
  );
}
