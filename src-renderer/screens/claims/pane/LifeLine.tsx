import type { ClaimDetail, ClaimState } from "#shared/contract/claims.ts";
import { formatDay } from "#shared/week.ts";
import { CLAIM_WORDS } from "../../../parts/claimMarks.tsx";
import { cx } from "../../../parts/cx.ts";
import { Icon } from "../../../parts/Icon.tsx";
import type { IconName } from "../../../parts/icons.ts";
import classes from "./LifeLine.module.css";

/** The stations on the way of a claim. An answer is one of three. */
const WAY: readonly { readonly word: string; readonly icon: IconName; readonly states: readonly ClaimState[] }[] = [
  { word: "Draft", icon: "draft", states: ["draft"] },
  { word: "Submitted", icon: "sent", states: ["submitted"] },
  { word: "Acknowledged", icon: "acknowledged", states: ["acknowledged"] },
  { word: "Answered", icon: "comment", states: ["approved", "partly approved", "rejected"] },
  { word: "Paid", icon: "owed", states: ["paid"] },
  { word: "Closed", icon: "lock", states: ["closed"] },
];

/** The day a state was last reached by a step; taking a step back has no day of its own. */
function dayOf(history: ClaimDetail["history"], states: readonly ClaimState[]): string | null {
  const reached = history.findLast(
    ({ on, statusBefore, statusAfter }) =>
      on !== null && statusAfter !== null && statusAfter !== statusBefore && states.includes(statusAfter),
  );
  return reached?.on ?? null;
}

/** How far a claim has come, station by station: what is done, where it is, what comes. Said in words, too. */
export function LifeLine({ claim: { status, history } }: { readonly claim: ClaimDetail }) {
  const at = WAY.findIndex(({ states }) => states.includes(status));
  return (
    <ol className={classes.line} aria-label="How far the claim has come">
      {WAY.map(({ word, icon, states }, index) => {
        const here = index === at;
        const day = index <= at ? dayOf(history, states) : null;
        // A station that was passed over, like a claim paid without an acknowledgment, is not done.
        const skipped = index < at && index > 0 && day === null;
        const done = index < at && !skipped;
        const name = here ? CLAIM_WORDS[status].word : word;
        return (
          <li
            key={word}
            aria-current={here ? "step" : undefined}
            className={cx(classes.station, here && classes.here, done && classes.done, skipped && classes.skipped)}
          >
            <span className={classes.dot}>
              <Icon name={done ? "check" : skipped ? "quiet" : here ? CLAIM_WORDS[status].icon : icon} size={14} />
            </span>
            <span className={classes.word}>{name}</span>
            <span className={classes.day}>
              {here && <span className="sr-only">now </span>}
              {done && <span className="sr-only">done </span>}
              {skipped && <span className="sr-only">passed over </span>}
              {day !== null && formatDay(day)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
