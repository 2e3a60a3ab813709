import { Progress as Bar, Button } from "@mantine/core";
import type { Progress } from "#shared/contract/schemas.ts";
import { group } from "#shared/money.ts";
import classes from "./ProgressLine.module.css";

interface Props {
  readonly progress: Progress;
  /** What is going on, in the words of the screen. */
  readonly title: string;
  readonly onCancel?: () => void;
}

/** A long piece of work: what it is, how far it is, what it is at, and a way out. */
export function ProgressLine({ progress, title, onCancel }: Props) {
  const { done, total, detail, stage } = progress;
  const known = total > 0;
  return (
    <div className={classes.line}>
      <div className={classes.head}>
        <p className={classes.title}>{title}</p>
        <p className={classes.count}>{known ? `${group(done)} of ${group(total)}` : "Starting…"}</p>
      </div>
      <Bar.Root size="sm">
        <Bar.Section
          // The first known count does not slide down from the full bar that stood for an unknown one.
          key={known ? "known" : "unknown"}
          value={known ? (done / total) * 100 : 100}
          animated={!known}
          striped={!known}
          aria-label={title}
          aria-valuetext={known ? `${done} of ${total}` : "Starting"}
        />
      </Bar.Root>
      <div className={classes.foot}>
        <p className={classes.detail}>{detail || stage}</p>
        {onCancel && (
          <Button variant="default" size="xs" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </div>
  );
}
