import type { LedgerRowOf } from "#shared/contract/ledger.ts";
import { cx } from "../../parts/cx.ts";
import { Icon } from "../../parts/Icon.tsx";
import type { IconName } from "../../parts/icons.ts";
import classes from "./LedgerGrid.module.css";

type State = LedgerRowOf<"people">["state"];

const WORDS: Record<State, { readonly icon: IconName; readonly word: string }> = {
  matched: { icon: "check", word: "Matched" },
  "no records": { icon: "quiet", word: "No records" },
  several: { icon: "conflict", word: "Several fit" },
  unmatched: { icon: "warning", word: "Not matched" },
};

/** Icon and word of how a person and the documents fit. */
export function PersonMark({ state }: { readonly state: State }) {
  const { icon, word } = WORDS[state];
  const open = state === "several" || state === "unmatched";
  return (
    <span className={cx(classes.mark, open ? classes.lacking : classes.fine)}>
      <Icon name={icon} size={14} />
      {word}
    </span>
  );
}
