import type { FindingDetail } from "#shared/contract/schemas.ts";
import { formatCents } from "#shared/money.ts";
import { numbered } from "../../parts/numbered.ts";
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
      {numbered(entries.toReversed()).map(({ key, item: { at, actor, action, reason, amountCents } }) => (
        <li key={key}>
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
