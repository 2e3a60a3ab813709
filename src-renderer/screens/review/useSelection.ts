import { useCallback, useRef, useState } from "react";
import { isClaimable } from "#shared/catalogue.ts";
import type { FindingRow } from "#shared/contract/schemas.ts";
import { noteError } from "../../app/notify.ts";
import { announce } from "../../parts/announce.tsx";
import { plural } from "../../parts/plural.ts";
import type { Source } from "./useQueue.ts";

/** What has to be known of a finding that is selected, whether or not its row is there any more. */
export interface Picked {
  readonly claimableCents: number;
  readonly assignee: string | null;
}

/** The findings that are selected, by their ids. */
export type Selection = ReadonlyMap<string, Picked>;

const NONE: Selection = new Map();

/** What has to be kept of a row that is selected. */
export function picked({ direction, amountCents, assignee }: FindingRow): Picked {
  return { claimableCents: isClaimable(direction) && amountCents !== null ? amountCents : 0, assignee };
}

/** The findings that are selected, for doing one thing to many. */
export function useSelection() {
  const [selected, setSelected] = useState<Selection>(NONE);
  /** How many were found so far, while many are being gathered. */
  const [gathering, setGathering] = useState<number | null>(null);
  const abort = useRef<AbortController | null>(null);
  const clear = useCallback(() => {
    abort.current?.abort();
    setSelected(NONE);
  }, []);
  const toggle = useCallback(
    (row: FindingRow) =>
      setSelected((before) => {
        const next = new Map(before);
        if (!next.delete(row.id)) next.set(row.id, picked(row));
        return next;
      }),
    [],
  );

  const add = useCallback(
    (rows: readonly FindingRow[]) =>
      setSelected((before) => new Map([...before, ...rows.map((row) => [row.id, picked(row)] as const)])),
    [],
  );

  /** Adds what a source gives, or, where all of it is selected already, takes it out when asked to. */
  const take = useCallback(async (source: Source, mode: "add" | "toggle") => {
    abort.current?.abort();
    const controller = new AbortController();
    abort.current = controller;
    const found = new Map<string, Picked>();
    try {
      await source((rows) => {
        for (const row of rows) found.set(row.id, picked(row));
        setGathering(found.size);
      }, controller.signal);
      controller.signal.throwIfAborted();
      setSelected((before) => {
        const next = new Map(before);
        const all = mode === "toggle" && [...found.keys()].every((id) => before.has(id));
        for (const [id, what] of found) {
          if (all) next.delete(id);
          else next.set(id, what);
        }
        return next;
      });
      announce(`${plural(found.size, "finding", "findings")} gathered.`);
    } catch (error) {
      if (!controller.signal.aborted) noteError("The findings could not be selected", error, "Nothing was changed.");
    } finally {
      if (abort.current === controller) setGathering(null);
    }
  }, []);
  return { selected, gathering, toggle, add, take, clear };
}
