/** Entry of the engine: an Electron utility process. Reads on its own thread, writes on another, serves the window's port. */
import { randomUUID } from "node:crypto";
import { userInfo } from "node:os";
import { join } from "node:path";
import { traceLine } from "#shared/trace.ts";
import { currentWorkspace } from "../workspace/home.ts";
import { settleWorkspace } from "../workspace/workspace.ts";
import { clockFrom } from "./clock.ts";
import { createEngine } from "./engine.ts";
import { recordFault } from "./error-log.ts";
import { createForwarder } from "./forward.ts";
import { FileGrants } from "./grants.ts";
import { KeyCell } from "./key-cell.ts";
import { Keychain } from "./keychain.ts";
import type { EngineStart, FromEngine, KeychainRequest, ToEngine } from "./process-messages.ts";
import { Questions } from "./questions.ts";
import { WriterThread } from "./writer-thread.ts";

const shell = process.parentPort;
const say = (message: FromEngine) => shell.postMessage(message);

const questions = new Questions<KeychainRequest>((id, request) => say({ type: "keychain", id, request }));
const askKeychain = (request: KeychainRequest) => questions.ask(request);

/** Everything that runs once the shell has said where things are. */
async function start({ home, resources, version, day }: EngineStart) {
  settleCurrent(home);
  const keys = new KeyCell();
  const settings = { home, resources, version, day, actor: userInfo().username, run: randomUUID() };
  const reader = await createEngine({
    ...settings,
    keys,
    keychain: new Keychain(askKeychain),
    access: "read",
    files: new FileGrants(),
    now: clockFrom(day),
    parserWorker: new URL("./parser.js", import.meta.url),
  });
  const writer = new WriterThread(
    new URL("./writer.js", import.meta.url),
    { ...settings, keys: keys.memory },
    askKeychain,
  );
  return { home, reader, writer, window: createForwarder(reader, writer) };
}

/** Finishes what was interrupted in the workspace that was open last, before anybody looks into it. What keeps it from that, opening it says. */
function settleCurrent(home: string): void {
  const current = currentWorkspace(home);
  try {
    if (current !== null) settleWorkspace(join(home, current));
  } catch {
    return;
  }
}

/** The folder of the open workspace's packets, null when none is open. */
function packetsFolder(home: string): string | null {
  const current = currentWorkspace(home);
  return current === null ? null : join(home, current, "packets");
}

async function answer(id: number, work: () => Promise<string | null>): Promise<void> {
  try {
    say({ type: "answer", id, value: await work() });
  } catch (error) {
    say({ type: "refusal", id, message: error instanceof Error ? error.message : String(error) });
  }
}

let running: ReturnType<typeof start> | undefined;
let started: EngineStart | undefined;

async function receive(message: ToEngine, ports: Electron.MessagePortMain[]): Promise<void> {
  // It is asked while the engine is being started.
  if (message.type === "keychain") {
    questions.answer(message);
    return;
  }
  if (message.type === "start") {
    started ??= message;
    running ??= start(message);
  }
  const engine = await running;
  if (!engine) throw new Error(`The engine was told to ${message.type} before it was started.`);
  switch (message.type) {
    case "connect":
      for (const port of ports) {
        engine.window.serve(port);
        port.start();
      }
      break;
    case "offer":
      await answer(message.id, () => engine.writer.offer(message).then(() => null));
      break;
    case "packets":
      await answer(message.id, async () => packetsFolder(engine.home));
      break;
    case "stop":
      await engine.writer.stop();
      await engine.reader.close();
      process.exit(0);
  }
}

/** Ends the process after saying why. What is printed and kept holds no word of the error's message. */
function fail(error: unknown): void {
  console.error(`The engine failed: ${traceLine(error)}`);
  if (started) {
    const { home, version, day } = started;
    recordFault(home, { at: clockFrom(day)().toISOString(), version, part: "engine" }, error);
  }
  say({ type: "failed", message: error instanceof Error ? error.message : String(error) });
  process.exit(1);
}

process.on("uncaughtException", fail);
shell.on("message", ({ data, ports }) => {
  receive(data as ToEngine, ports).catch(fail);
});
