import type { RowState } from "#shared/contract/schemas.ts";
import { cx } from "./cx.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icons.ts";
import classes from "./rowStates.module.css";

/** What the office reads for what becomes of a row. */
export const ROW_STATE_WORDS: Record<RowState, { readonly icon: IconName; readonly word: string }> = {
  new: { icon: "added", word: "New" },
  changed: { icon: "changed", word: "Changed" },
  already: { icon: "check", word: "Already here" },
  superseded: { icon: "superseded", word: "Superseded" },
  conflict: { icon: "conflict", word: "In conflict" },
  error: { icon: "warning", word: "In error" },
};

/** Icon and word of what becomes of a row. Both always, so that color carries nothing alone. */
export function RowStateMark({ state }: { readonly state: RowState }) {
  const { icon, word } = ROW_STATE_WORDS[state];
  return (
    <span className={cx(classes.mark, classes[state])}>
      <Icon name={icon} size={14} />
      {word}
    </span>
  );
}
