/** The engine process as the shell sees it: starts it, starts it again when it dies, hands ports to it, asks it small things. */
import { randomBytes } from "node:crypto";
import { dirname, join } from "node:path";
import { type MessagePortMain, type UtilityProcess, utilityProcess } from "electron";
import type { EngineStart, FileUse, FromEngine, Grant, ToEngine } from "../engine/process-messages.ts";
import { Keychain } from "./keychain.ts";

/** How an engine process is started. */
export interface EngineSettings {
  /** The built entry of the engine process. */
  readonly module: string;
  /** What it is told at its start. */
  readonly start: EngineStart;
  /** Told when the engine died too often to go on, with the last reason. */
  readonly onGivenUp: (reason: string) => void;
}

/** An engine that dies this often within a minute is not started again. */
const DEATHS_A_MINUTE = 3;
/** What a clean stop may take before it is cut short; the database survives that. */
const STOP_MILLISECONDS = 10_000;

/** A request without its number: the process gives it one. */
type Request = ({ readonly type: "offer" } & Grant) | { readonly type: "packets" };

/** The engine process. */
export class EngineProcess {
  readonly #settings: EngineSettings;
  readonly #keychain: Keychain;
  readonly #waiting = new Map<number, PromiseWithResolvers<string | null>>();
  #child: UtilityProcess | undefined;
  #deaths: number[] = [];
  #lastRequest = 0;
  #reason = "";

  constructor(settings: EngineSettings) {
    this.#settings = settings;
    this.#keychain = new Keychain(join(dirname(settings.start.home), "keys"));
    this.#start();
  }

  /** Serves the contract on a port. */
  connect(port: MessagePortMain): void {
    this.#send({ type: "connect" }, [port]);
  }

  /** A single-use token for one use of a path, good when it is returned. */
  async offer(path: string, use: FileUse): Promise<string> {
    const token = randomBytes(18).toString("base64url");
    await this.#ask({ type: "offer", token, path, use });
    return token;
  }

  /** Folder of the open workspace's packets, or null. */
  packetsFolder(): Promise<string | null> {
    return this.#ask({ type: "packets" });
  }

  /** Starts an engine that was given up on. */
  restart(): void {
    this.#deaths = [];
    if (!this.#child) this.#start();
  }

  /** Lets the engine close its workspace, and waits for its end. */
  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    child.once("exit", () => resolve());
    child.postMessage({ type: "stop" } satisfies ToEngine);
    const timer = setTimeout(() => child.kill(), STOP_MILLISECONDS);
    await promise;
    clearTimeout(timer);
  }

  #start(): void {
    const { module, start } = this.#settings;
    const child = utilityProcess.fork(module, [], { serviceName: "Backhaul engine", stdio: "inherit" });
    this.#child = child;
    child.on("message", (message: FromEngine) => this.#hear(message));
    child.on("exit", () => this.#ended(child));
    this.#send({ type: "start", ...start });
  }

  #hear(message: FromEngine): void {
    if (message.type === "failed") {
      this.#reason = message.message;
      return;
    }
    if (message.type === "keychain") {
      const { id } = message;
      this.#keychain.answer(message.request).then(
        (value) => this.#send({ type: "keychain", id, value, refusal: null }),
        (error: unknown) => this.#send({ type: "keychain", id, value: null, refusal: sentenceOf(error) }),
      );
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.type === "answer") waiting?.resolve(message.value);
    else waiting?.reject(new Error(message.message));
  }

  #ended(child: UtilityProcess): void {
    for (const waiting of this.#waiting.values()) waiting.reject(new Error("The engine stopped. Try once more."));
    this.#waiting.clear();
    // Stopped on purpose, or already replaced.
    if (this.#child !== child) return;
    this.#child = undefined;
    const now = Date.now();
    this.#deaths = [...this.#deaths.filter((death) => now - death < 60_000), now];
    if (this.#deaths.length < DEATHS_A_MINUTE) this.#start();
    else this.#settings.onGivenUp(this.#reason);
  }

  #ask(request: Request): Promise<string | null> {
    const id = ++this.#lastRequest;
    const waiting = Promise.withResolvers<string | null>();
    if (!this.#child) return Promise.reject(new Error("The engine is not running."));
    this.#waiting.set(id, waiting);
    this.#send({ ...request, id });
    return waiting.promise;
  }

  #send(message: ToEngine, ports: MessagePortMain[] = []): void {
    this.#child?.postMessage(message, ports);
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
