import { type ReactNode, useId } from "react";
import { cx } from "./cx.ts";
import classes from "./Panel.module.css";

interface Props {
  readonly title: string;
  /** A short line under the title. */
  readonly hint?: ReactNode;
  /** Controls or a figure at the right of the title. */
  readonly aside?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A titled sheet of paper: a landmark named after its title. */
export function Panel({ title, hint, aside, className, children }: Props) {
  const id = useId();
  return (
    <section className={cx(classes.panel, className)} aria-labelledby={id}>
      <header className={classes.head}>
        <div>
          <h2 id={id} className={classes.title}>
            {title}
          </h2>
          {hint !== undefined && <p className={classes.hint}>{hint}</p>}
        </div>
        {aside}
      </header>
      {children}
    </section>
  );
}
