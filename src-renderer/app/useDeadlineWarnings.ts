import { useCallback, useEffect, useEffectEvent, useState } from "react";
import type { DeadlineWarning } from "#shared/contract/claims.ts";
import { formatCents } from "#shared/money.ts";
import { formatWeekday } from "#shared/week.ts";
import { refreshAll } from "../client/api.ts";
import { engine } from "../client/engine.ts";
import { useEngineState } from "../client/status.ts";
import { plural } from "../parts/plural.ts";
import { linkTo } from "./route.ts";

/** More at once than this are one notification of the system: a pile of them is read by nobody. */
const FEW = 3;
/** How often it is looked whether another day has begun, in milliseconds. */
const HOUR = 3_600_000;

/** What is said of deadlines that are near, and where something can be done about them. */
export interface Notice {
  readonly text: string;
  readonly href: string;
  readonly label: string;
}

/** One sentence for one deadline, or for all of them. */
function noticeOf(warnings: readonly DeadlineWarning[]): Notice | null {
  const [first, ...others] = warnings;
  if (first === undefined) return null;
  if (others.length > 0) {
    const cents = warnings.reduce((sum, warning) => sum + warning.cents, 0);
    const many = plural(warnings.length, "deadline", "deadlines");
    const claims = warnings.some(({ claim }) => claim !== null);
    return {
      text: `${many} within a week, ${formatCents(cents)} at stake. The nearest is on ${formatWeekday(first.deadline)}.`,
      href: claims
        ? linkTo("claims", { status: "draft", sort: "deadline" })
        : linkTo("review", { status: "open,confirmed", sort: "deadline" }),
      label: claims ? "See the claims" : "See the findings",
    };
  }
  return first.claim === null
    ? {
        text: first.text,
        href: linkTo("review", { status: "open,confirmed", sort: "deadline" }),
        label: "See the findings",
      }
    : { text: first.text, href: linkTo("claims", { claim: String(first.claim) }), label: "See the claim" };
}

/** Shows a notification of the system, cut to what it takes. The strip in the window says the same, so a failure is not said. */
function tell(title: string, body: string): void {
  window.backhaul.notify({ title, body: body.slice(0, 300) }).catch(() => undefined);
}

function tellAll(warnings: readonly DeadlineWarning[]): void {
  const all = noticeOf(warnings);
  if (all !== null && warnings.length > FEW) tell("Deadlines are near", all.text);
  else for (const { deadline, text } of warnings) tell(`Deadline on ${formatWeekday(deadline)}`, text);
}

/**
 * Says which deadlines are near: when a workspace is opened, after every check, and on every new day while it stays open. Each is said
 * once; the engine keeps count. Returns what was said and not put away yet.
 */
export function useDeadlineWarnings(workspace: string, phase: string) {
  const line = useEngineState();
  const [warnings, setWarnings] = useState<readonly DeadlineWarning[]>([]);
  const look = useEffectEvent(async () => {
    try {
      const near = await engine.claims.warnings({});
      if (near.length === 0) return;
      tellAll(near);
      // A nearer warning takes the place of the one before of the same deadline.
      const subjects = new Set(near.map(({ subject }) => subject));
      setWarnings((before) => [...near, ...before.filter(({ subject }) => !subjects.has(subject))]);
    } catch {
      // What was not said stays to be said the next time.
    }
  });
  useEffect(() => {
    if (line !== "ready" || workspace === "") return;
    // While something is stored or checked, deadlines are about to change.
    if (phase === "idle" || phase === "done") void look();
  }, [workspace, line, phase]);
  useEffect(() => {
    let day = new Date().toDateString();
    const timer = setInterval(() => {
      const today = new Date().toDateString();
      if (today === day) return;
      day = today;
      // With the day, everything that counts days has changed.
      void refreshAll();
      void look();
    }, HOUR);
    return () => clearInterval(timer);
  }, []);
  return { notice: noticeOf(warnings), putAway: useCallback(() => setWarnings([]), []) };
}
