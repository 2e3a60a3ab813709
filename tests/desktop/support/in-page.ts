/** Runs inside the window under test: a client of the engine that may say anything. */
import { RPCLink } from "@orpc/client/message-port";
import { ENGINE_PORT, type Shell } from "#shared/shell.ts";
import type { Outcome } from "./engine-client.ts";

declare global {
  interface Window {
    readonly backhaul: Shell;
    testEngine: {
      call(path: string[], input: unknown): Promise<Outcome>;
      /** Sends something down the port as it is. */
      post(message: unknown): void;
    };
  }
}

const { promise: link, resolve } = Promise.withResolvers<RPCLink<Record<never, never>>>();
let line: MessagePort | undefined;

window.testEngine = {
  async call(path, input) {
    try {
      const result = await (await link).call(path, input, { context: {} });
      return { value: isStream(result) ? await collect(result) : result };
    } catch (error) {
      const { code, message } = error as { code?: string; message?: string };
      return { ...(code && { code }), ...(message && { message }) };
    }
  },
  post: (message) => line?.postMessage(message),
};

// Listeners on the window are called in the order they came: this one before the app's own, which must not have this port as well.
window.addEventListener("message", take);
// Frames get this script too, but no bridge.
if ("backhaul" in window) window.backhaul.connect();

function take(event: MessageEvent<unknown>): void {
  const [port] = event.ports;
  if (event.data !== ENGINE_PORT || !port) return;
  event.stopImmediatePropagation();
  window.removeEventListener("message", take);
  line = port;
  resolve(new RPCLink({ port }));
  port.start();
}

function isStream(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

async function collect(events: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const event of events) all.push(event);
  return all;
}
