/** The line to the engine: one message port at a time, asked for again whenever it is lost. */
import { createORPCClient, DynamicLink } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";
import type { ContractRouterClient } from "@orpc/contract";
import type { Contract } from "#shared/contract/index.ts";
import { ENGINE_PORT } from "#shared/shell.ts";

/** `lost` means that it worked before: what was running has been interrupted. */
export type EngineState = "connecting" | "ready" | "lost";

type Link = RPCLink<Record<never, never>>;

const FIRST_RETRY = 1500;
const SLOWEST_RETRY = 8000;
/** The shell must have noticed that the old engine is gone before it can give us the new one. */
const AFTER_LOSS = 250;

let state: EngineState = "connecting";
/** The port in use. */
let port: MessagePort | undefined;
/** Ports that were given but have not answered yet. */
const offered = new Set<MessagePort>();
let retry = FIRST_RETRY;
let timer: ReturnType<typeof setTimeout> | undefined;
let waiting = Promise.withResolvers<Link>();
const listeners = new Set<() => void>();

function become(next: EngineState): void {
  if (next === state) return;
  state = next;
  for (const listener of listeners) listener();
}

/** Asks for a port now and again, ever more slowly, until one answers. */
function ask(): void {
  window.backhaul.connect();
  timer = setTimeout(ask, retry);
  retry = Math.min(retry * 2, SLOWEST_RETRY);
}

/** Closes our end of a port. The link on it must learn of that too, or whatever waits on it would wait forever. */
function drop(old: MessagePort): void {
  offered.delete(old);
  old.dispatchEvent(new Event("close"));
  old.close();
}

function lose(closed: MessagePort): void {
  offered.delete(closed);
  if (port !== closed) return;
  port = undefined;
  waiting = Promise.withResolvers<Link>();
  become("lost");
  clearTimeout(timer);
  retry = FIRST_RETRY;
  timer = setTimeout(ask, AFTER_LOSS);
}

/** Takes a port into use once something answers on it: one that was meant for an engine that just died never will. */
async function take(next: MessagePort): Promise<void> {
  offered.add(next);
  // Ours hears of a closed port before the link does: what the link then rejects already finds the line lost.
  next.addEventListener("close", () => lose(next));
  const link: Link = new RPCLink({ port: next });
  next.start();
  try {
    await createORPCClient<ContractRouterClient<Contract>>(link).workspace.status({});
  } catch {
    // A refusal is an answer as well; a port that was closed meanwhile is not among the offered ones any more.
  }
  if (port || !offered.has(next)) return;
  clearTimeout(timer);
  offered.delete(next);
  for (const other of [...offered]) drop(other);
  port = next;
  waiting.resolve(link);
  become("ready");
}

/** Starts listening for the engine's port and asks for it. Call once. */
export function startEngine(): void {
  window.addEventListener("message", (event: MessageEvent<unknown>) => {
    const [given] = event.ports;
    if (event.data === ENGINE_PORT && event.source === window && given) void take(given);
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
