import { type Cents, formatCents } from "#shared/money.ts";
import { cx } from "./cx.ts";
import classes from "./Money.module.css";

interface Props {
  readonly cents: Cents | null;
  /** The rate was estimated; said in words beside the amount. */
  readonly estimated?: boolean;
  readonly className?: string | undefined;
}

/** An amount as the ledger prints it: tabular, negative in parentheses; a dash where none can be stated. */
export function Money({ cents, estimated = false, className }: Props) {
  if (cents === null)
    return (
      <span className={cx(classes.none, className)}>
        <span aria-hidden="true">–</span>
        <span className="sr-only">no amount</span>
      </span>
    );
  return (
    <span className={cx(classes.money, cents < 0 && classes.negative, className)}>
      {estimated && (
        <abbr className={classes.estimated} title="Estimated: the lowest defensible rate was used">
          est.
        </abbr>
      )}
      {formatCents(cents)}
    </span>
  );
}
