/** Entry of the writer thread: the one engine that may write, serving the contract to the engine process. */
import { parentPort, workerData } from "node:worker_threads";
import { RPCHandler } from "@orpc/server/message-port";
import { clockFrom } from "./clock.ts";
import { createEngine } from "./engine.ts";
import { FileGrants } from "./grants.ts";
import type { FromWriter, ToWriter, WriterSettings } from "./writer-thread.ts";

if (!parentPort) throw new Error("This module is the entry of a worker thread.");
const parent = parentPort;
const settings = workerData as WriterSettings;
const files = new FileGrants();
const engine = createEngine({
  ...settings,
  access: "write",
  files,
  now: clockFrom(settings.day),
  parserWorker: new URL("./parser.js", import.meta.url),
});

parent.on("message", async (message: ToWriter) => {
  switch (message.type) {
    case "serve":
      new RPCHandler((await engine).router).upgrade(message.port);
      message.port.start();
      break;
    case "offer":
      files.register(message.token, message.path);
      parent.postMessage({ type: "offered", token: message.token } satisfies FromWriter);
      break;
    case "stop":
      await (await engine).close();
      process.exit();
  }
});
