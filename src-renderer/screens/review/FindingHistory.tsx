import type { FindingDetail } from "#shared/contract/schemas.ts";
import { formatCents } from "#shared/money.ts";
import { formatWhen } from "../../parts/when.ts";
import classes from "./FindingHistory.module.css";

type Entry = FindingDetail["history"][number];

const WORDS: Record<Entry["action"], string> = {
  found: "Found",
  confirmed: "Confirmed",
  dismissed: "Dismissed",
  reopened: "Opened again",
  cleared: "Cleared",
  changed: "Amount changed",
  undone: "Decision taken back",
};

/** Who did what to a finding, when and why; the latest first. */
export function FindingHistory({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <ol className={classes.list} reversed>
      {entries.toReversed().map(({ at, actor, action, reason, amountCents }, index) => (
        <li key={`${at} ${action} ${entries.length - index}`}>
          <span className={classes.action}>
            {WORDS[action]}
            {amountCents !== null && ` at ${formatCents(amountCents)}`}
          </span>
          <span className={classes.by}>
            {actor}, {formatWhen(at)}
          </span>
          {reason !== "" && <span className={classes.reason}>{reason}</span>}
        </li>
      ))}
    </ol>
  );
}
