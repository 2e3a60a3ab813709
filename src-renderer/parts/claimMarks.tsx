import type { ClaimState } from "#shared/contract/claims.ts";
import classes from "./claimMarks.module.css";
import { cx } from "./cx.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icons.ts";

/** What the office reads for a claim's state, with the icon that goes with it. */
export const CLAIM_WORDS: Record<ClaimState, { readonly icon: IconName; readonly word: string }> = {
  draft: { icon: "draft", word: "Draft" },
  submitted: { icon: "sent", word: "Submitted" },
  acknowledged: { icon: "acknowledged", word: "Acknowledged" },
  approved: { icon: "confirmed", word: "Approved" },
  "partly approved": { icon: "partial", word: "Partly approved" },
  rejected: { icon: "rejected", word: "Rejected" },
  paid: { icon: "owed", word: "Paid" },
  closed: { icon: "lock", word: "Closed" },
};

const LOOKS: Record<ClaimState, string | undefined> = {
  draft: classes.quiet,
  submitted: classes.waiting,
  acknowledged: classes.waiting,
  approved: classes.good,
  "partly approved": classes.partly,
  rejected: classes.bad,
  paid: classes.good,
  closed: classes.quiet,
};

/** Icon and word of a claim's state. Both always, so that color carries nothing alone. */
export function ClaimMark({ status }: { readonly status: ClaimState }) {
  const { icon, word } = CLAIM_WORDS[status];
  return (
    <span className={cx(classes.mark, LOOKS[status])}>
      <Icon name={icon} size={15} />
      <span>{word}</span>
    </span>
  );
}
