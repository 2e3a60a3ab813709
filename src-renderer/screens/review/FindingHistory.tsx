import type { FindingDetail } from "#shared/contract/schemas.ts";
import { formatCents } from "#shared/money.ts";
import { Timeline } from "../../parts/Timeline.tsx";

type Entry = FindingDetail["history"][number];

const WORDS: Record<Entry["action"], string> = {
  found: "Found",
  confirmed: "Confirmed",
  dismissed: "Dismissed",
  reopened: "Opened again",
  cleared: "Cleared",
  changed: "Amount changed",
  undone: "Decision taken back",
  assigned: "Given to",
};

/** Who did what to a finding, when and why; the latest first. */
export function FindingHistory({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <Timeline
      entries={entries.map(({ at, actor, action, reason, amountCents }) => ({
        title: amountCents === null ? WORDS[action] : `${WORDS[action]} at ${formatCents(amountCents)}`,
        at,
        actor,
        text: reason,
      }))}
    />
  );
}
