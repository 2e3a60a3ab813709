/** The engine's hold on its writer thread: starts it, talks to it, and starts another when it has died. */
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import { ORPCError } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";
import { traceLine } from "#shared/trace.ts";
import { clockFrom } from "./clock.ts";
import { recordFault } from "./error-log.ts";
import type { Commands } from "./forward.ts";
import type { AskKeychain } from "./keychain.ts";
import type { EngineStart, Grant, KeychainRequest } from "./process-messages.ts";
import { answered, type NumberedAnswer } from "./questions.ts";

/** What the thread is started with. Its `workerData`. */
export interface WriterSettings extends EngineStart {
  readonly actor: string;
  readonly run: string;
  /** The memory of the key cell, shared with the thread. */
  readonly keys: SharedArrayBuffer;
}

/** To the thread. */
export type ToWriter =
  | { readonly type: "serve"; readonly port: MessagePort }
  | ({ readonly type: "offer" } & Grant)
  /** What the keychain says to a question of the thread. */
  | ({ readonly type: "keychain" } & NumberedAnswer)
  | { readonly type: "stop" };

/** From the thread. */
export type FromWriter =
  /** That token may be used now. */
  | { readonly type: "offered"; readonly token: string }
  /** Asks the keychain. */
  | { readonly type: "keychain"; readonly id: number; readonly request: KeychainRequest };

const CRASHED =
  "The part of Backhaul that writes stopped unexpectedly. What it had finished is kept, the rest was not stored. It has been " +
  "started again: try once more.";

interface Running {
  readonly worker: Worker;
  readonly link: RPCLink<Record<never, never>>;
  readonly offers: Map<string, () => void>;
  /** Rejects when the thread ends, with the reason. */
  readonly ended: Promise<never>;
}

/** Commands of the contract, run by a worker thread that owns the only writing connection. */
export class WriterThread implements Commands {
  readonly #module: URL;
  readonly #settings: WriterSettings;
  readonly #keychain: AskKeychain;
  #running: Running | undefined;

  constructor(module: URL, settings: WriterSettings, keychain: AskKeychain) {
    this.#keychain = keychain;
    this.#module = module;
    this.#settings = settings;
    this.#running = this.#start();
  }

  /** Calls a procedure. A thread that dies under it makes the call, or the stream it returned, fail with a plain sentence. */
  async call(path: readonly string[], input: unknown, signal: AbortSignal | undefined): Promise<unknown> {
    const { link, ended } = this.#thread();
    const result = await link
      .call([...path], input, { context: {}, ...(signal && { signal }) })
      .catch((error: unknown) => explain(error, ended, signal));
    return isIterator(result) ? watch(result, ended, signal) : result;
  }

  /** Makes a token good for one use of a path; resolves when it is. */
  offer({ token, path, use }: Grant): Promise<void> {
    const { worker, offers, ended } = this.#thread();
    const { promise, resolve } = Promise.withResolvers<void>();
    offers.set(token, resolve);
    worker.postMessage({ type: "offer", token, path, use } satisfies ToWriter);
    return Promise.race([promise, ended]);
  }

  /** Lets the thread close its workspace and waits for its end. */
  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    if (!running) return;
    running.worker.postMessage({ type: "stop" } satisfies ToWriter);
    await running.ended.catch(() => undefined);
  }

  /** A thread that failed is replaced when it is next needed: one that cannot start at all must not be started in a loop. */
  #thread(): Running {
    this.#running ??= this.#start();
    return this.#running;
  }

  #start(): Running {
    const worker = new Worker(this.#module, { workerData: this.#settings });
    const { port1, port2 } = new MessageChannel();
    worker.postMessage({ type: "serve", port: port2 } satisfies ToWriter, [port2]);
    const { promise: ended, reject } = Promise.withResolvers<never>();
    // Nobody may be waiting for it when it happens.
    ended.catch(() => undefined);
    const offers = new Map<string, () => void>();
    const running = { worker, link: new RPCLink<Record<never, never>>({ port: port1 }), offers, ended };
    worker.on("message", async (message: FromWriter) => {
      if (message.type === "keychain") {
        const answer = await answered(message.id, this.#keychain(message.request));
        worker.postMessage({ type: "keychain", ...answer } satisfies ToWriter);
        return;
      }
      offers.get(message.token)?.();
      offers.delete(message.token);
    });
    let cause = "";
    worker.on("error", (error) => {
      console.error(`The writer thread failed: ${traceLine(error)}`);
      const { home, version, day } = this.#settings;
      recordFault(home, { at: clockFrom(day)().toISOString(), version, part: "writer" }, error);
      if (error instanceof Error) cause = ` (${error.message})`;
    });
    worker.on("exit", () => {
      if (this.#running === running) this.#running = undefined;
      reject(new ORPCError("REFUSED", { status: 422, message: CRASHED + cause }));
      port1.close();
    });
    // Half a connection is none: a thread that cannot be heard any more is ended, so that `ended` always tells.
    port1.on("close", () => void worker.terminate());
    port1.start();
    return running;
  }
}

/** The same events, ending with the reason when the thread dies. */
async function* watch(
  events: AsyncIterator<unknown>,
  ended: Promise<never>,
  signal: AbortSignal | undefined,
): AsyncGenerator<unknown> {
  try {
    for (;;) {
      const { done, value } = await events.next().catch((error: unknown) => explain(error, ended, signal));
      if (done) return value;
      yield value;
    }
  } finally {
    await events.return?.();
  }
}

/** What the thread itself reports comes as an ORPCError; anything else that is no cancel means that the line to it broke. */
function explain(error: unknown, ended: Promise<never>, signal: AbortSignal | undefined): Promise<never> {
  return error instanceof ORPCError || signal?.aborted ? Promise.reject(error) : ended;
}

function isIterator(value: unknown): value is AsyncIterator<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value && "next" in value;
}
