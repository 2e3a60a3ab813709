import type { ClaimDetail } from "#shared/contract/claims.ts";
import { formatCents } from "#shared/money.ts";
import { formatDate } from "#shared/week.ts";
import { Timeline, type TimelineEntry } from "../../../parts/Timeline.tsx";

type Event = ClaimDetail["history"][number];

/** Where the action's own word is not what a person says. */
const WORDS: Readonly<Record<string, string>> = {
  added: "Findings added",
  removed: "Findings taken out",
  undone: "Taken back",
};

/** What happened, and what it came to. */
function titleOf({ action, cents }: Event): string {
  const title = WORDS[action] ?? action.charAt(0).toUpperCase() + action.slice(1);
  if (cents === null) return title;
  if (action !== "closed") return `${title}, ${formatCents(cents)}`;
  return cents === 0 ? title : `${title}, ${formatCents(cents)} written off`;
}

/** Who did what to a claim, when and why; the latest first. */
export function ClaimHistory({ events }: { readonly events: ClaimDetail["history"] }) {
  const entries = events.map(
    (event): TimelineEntry => ({
      title: titleOf(event),
      at: event.at,
      actor: event.actor,
      text: [event.on === null ? "" : `On ${formatDate(event.on)}.`, event.note].filter(Boolean).join(" "),
    }),
  );
  return <Timeline entries={entries} />;
}
