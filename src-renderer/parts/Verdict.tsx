import { Icon } from "./Icon.tsx";
import type { IconName } from "./icons.ts";
import classes from "./Verdict.module.css";

type LineState = "good" | "note" | "problem";
const MARKS: Record<LineState, { readonly icon: IconName; readonly word: string; readonly look: string }> = {
  good: { icon: "check", word: "Good", look: classes.good ?? "" },
  note: { icon: "info", word: "Note", look: classes.note ?? "" },
  problem: { icon: "warning", word: "Problem", look: classes.problem ?? "" },
};

interface Props {
  /** The whole in one sentence. */
  readonly sentence: string;
  readonly lines: readonly { readonly state: LineState; readonly text: string }[];
}

/** What was looked at, line by line, after what it comes to. */
export function Verdict({ sentence, lines }: Props) {
  return (
    <div className={classes.verdict}>
      <p role="status" className={classes.sentence}>
        {sentence}
      </p>
      <ul className={classes.lines} aria-label="What was looked at">
        {lines.map(({ state, text }) => (
          <li key={text}>
            <span className={MARKS[state].look}>
              <Icon name={MARKS[state].icon} size={15} label={MARKS[state].word} />
            </span>
            <span className={classes.text}>{text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
