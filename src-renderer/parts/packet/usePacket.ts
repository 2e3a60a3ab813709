import { useCallback, useEffect, useRef, useState } from "react";
import type { PacketResult, Progress } from "#shared/contract/schemas.ts";
import { beginWork } from "../../app/busy.ts";
import { sentenceOf } from "../../client/errors.ts";
import { follow, type LongCommand, startingWith } from "../../client/long.ts";

/** How far a packet is. */
export type PacketState =
  | { readonly phase: "idle" }
  | { readonly phase: "writing"; readonly progress: Progress }
  | { readonly phase: "done"; readonly packet: PacketResult }
  | { readonly phase: "failed"; readonly why: string };

/** Writes one packet at a time; leaving the place where it is written cancels it. `write` tells what was written, or null. */
export function usePacket() {
  const [state, setState] = useState<PacketState>({ phase: "idle" });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const write = useCallback(async (start: LongCommand<PacketResult>): Promise<PacketResult | null> => {
    const controller = new AbortController();
    abort.current = controller;
    const over = beginWork();
    const paint = (progress: Progress) => setState({ phase: "writing", progress });
    paint(startingWith("Gathering findings"));
    try {
      const packet = await follow<PacketResult>(start, controller.signal, paint);
      setState({ phase: "done", packet });
      return packet;
    } catch (error) {
      setState(controller.signal.aborted ? { phase: "idle" } : { phase: "failed", why: sentenceOf(error) });
      return null;
    } finally {
      over();
    }
  }, []);
  return {
    state,
    write,
    cancel: useCallback(() => abort.current?.abort(), []),
    reset: useCallback(() => setState({ phase: "idle" }), []),
  };
}
