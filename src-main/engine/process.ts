/** Entry of the engine: an Electron utility process. Reads on its own thread, writes on another, serves the window's port. */
import { userInfo } from "node:os";
import { join } from "node:path";
import { currentWorkspace } from "../workspace/home.ts";
import { clockFrom } from "./clock.ts";
import { createEngine } from "./engine.ts";
import { createForwarder } from "./forward.ts";
import { FileGrants } from "./grants.ts";
import type { EngineStart, FromEngine, ToEngine } from "./process-messages.ts";
import { WriterThread } from "./writer-thread.ts";

const shell = process.parentPort;
const say = (message: FromEngine) => shell.postMessage(message);

/** Everything that runs once the shell has said where things are. */
async function start({ home, resources, version, day }: EngineStart) {
  const settings = { home, resources, version, day, actor: userInfo().username };
  const reader = await createEngine({
    ...settings,
    access: "read",
    files: new FileGrants(),
    now: clockFrom(day),
    parserWorker: new URL("./parser.js", import.meta.url),
  });
  const writer = new WriterThread(new URL("./writer.js", import.meta.url), settings);
  return { home, reader, writer, window: createForwarder(reader, writer) };
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

async function receive(message: ToEngine, ports: Electron.MessagePortMain[]): Promise<void> {
  if (message.type === "start") running ??= start(message);
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
      await answer(message.id, () => engine.writer.offer(message.token, message.path).then(() => null));
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

shell.on("message", ({ data, ports }) => {
  receive(data as ToEngine, ports).catch((error: unknown) => {
    console.error(error);
    say({ type: "failed", message: error instanceof Error ? error.message : String(error) });
    process.exit(1);
  });
});
