/** What became of an import whose end nobody heard: the workspace itself is asked. */
import type { ImportResult, Plan } from "#shared/contract/schemas.ts";
import { engine } from "../client/engine.ts";

/** Whether all that a plan would store is stored. Waits until the engine is not storing any more. */
export async function isStored(plan: Plan): Promise<boolean> {
  await engine.documents.discard({ planId: plan.planId });
  const there = new Set((await engine.documents.history({})).map(({ sha256 }) => sha256));
  return plan.files.every(({ state, sha256 }) => state !== "ready" || there.has(sha256));
}

/** What an import came to, told from its plan, and how it came that nobody heard it. */
export function importedFrom({ files }: Plan, cancelled: boolean): ImportResult & { notice: string } {
  const ready = files.filter(({ state }) => state === "ready");
  return {
    imported: ready.flatMap(({ name, kind, rows, sha256 }) =>
      kind === null ? [] : [{ name, kind, rows: rows.new + rows.changed, sha256 }],
    ),
    already: files.filter(({ state }) => state === "already").map(({ name }) => name),
    refused: files.filter(({ state }) => state === "refused").map(({ name, message }) => ({ name, reason: message })),
    mapping: files.filter(({ state }) => state === "mapping").map(({ name }) => name),
    problems: ready.flatMap(({ problems }) => problems),
    notice: cancelled
      ? "It was stored before it could be cancelled."
      : "The engine stopped while it was storing, but everything was stored.",
  };
}
