/** The line to the engine: one message port at a time, asked for again whenever it is lost. */
import { createORPCClient, DynamicLink } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";
import type { ContractRouterClient } from "@orpc/contract";
import type { Contract } from "#shared/contract/index.ts";
import { ENGINE_PORT } from "#shared/shell.ts";

/** `lost` means that it worked before: what was running has been interrupted. */
export type EngineState = "connecting" | "ready" | "lost";

type Link = RPCLink<Record<never, never>>;

const FIRST_RETRY = 400;
const SLOWEST_RETRY = 5000;

let state: EngineState = "connecting";
let port: MessagePort | undefined;
let retry = FIRST_RETRY;
let timer: ReturnType<typeof setTimeout> | undefined;
let waiting = Promise.withResolvers<Link>();
const listeners = new Set<() => void>();

function become(next: EngineState): void {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

/** Asks for a port now and again, ever more slowly, until one arrives. */
function ask(): void {
  window.backhaul.connect();
  clearTimeout(timer);
  timer = setTimeout(ask, retry);
  retry = Math.min(retry * 2, SLOWEST_RETRY);
}

function lose(closed: MessagePort): void {
  if (port !== closed) return;
  port = undefined;
  waiting = Promise.withResolvers<Link>();
  become("lost");
  retry = FIRST_RETRY;
  ask();
}

function take(next: MessagePort): void {
  clearTimeout(timer);
  const before = port;
  port = next;
  if (before) {
    // Closing our own end does not tell us; the link must learn of it, or whatever waits on the old port would wait forever.
    before.dispatchEvent(new Event("close"));
    before.close();
    waiting = Promise.withResolvers<Link>();
  }
  const link: Link = new RPCLink({ port: next });
  next.addEventListener("close", () => lose(next));
  next.start();
  waiting.resolve(link);
  retry = FIRST_RETRY;
  become("ready");
}

/** Starts listening for the engine's port and asks for it. Call once. */
export function startEngine(): void {
  window.addEventListener("message", (event: MessageEvent<unknown>) => {
    const [offered] = event.ports;
    if (event.data === ENGINE_PORT && event.source === window && offered) take(offered);
  });
  ask();
}

/** Subscribes to `engineState`, in the shape `useSyncExternalStore` wants. */
export function onEngineState(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How the line is right now. */
export function engineState(): EngineState {
  return state;
}

/** The engine, typed by the contract. A call made while there is no line waits for one. */
export const engine: ContractRouterClient<Contract> = createORPCClient(new DynamicLink(() => waiting.promise));
