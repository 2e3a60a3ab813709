import { numbered } from "./numbered.ts";
import classes from "./Timeline.module.css";
import { formatWhen } from "./when.ts";

/** Something that somebody did. */
export interface TimelineEntry {
  readonly title: string;
  /** Instant, ISO. */
  readonly at: string;
  readonly actor: string;
  /** Why, or what else there is to say; may be empty. */
  readonly text: string;
}

/** Who did what, when and why; the latest first. Given in the order it happened. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol className={classes.list} reversed>
      {numbered(entries.toReversed()).map(({ key, item: { title, at, actor, text } }) => (
        <li key={key}>
          <span className={classes.action}>{title}</span>
          <span className={classes.by}>
            {actor}, {formatWhen(at)}
          </span>
          {text !== "" && <span className={classes.reason}>{text}</span>}
        </li>
      ))}
    </ol>
  );
}
