/** Entry of the writer thread: the one engine that may write, serving the contract to the engine process. */
import { parentPort, workerData } from "node:worker_threads";
import { RPCHandler } from "@orpc/server/message-port";
import { clockFrom } from "./clock.ts";
import { createEngine } from "./engine.ts";
import { FileGrants } from "./grants.ts";
import { KeyCell } from "./key-cell.ts";
import { Keychain } from "./keychain.ts";
import type { KeychainRequest } from "./process-messages.ts";
import { Questions } from "./questions.ts";
import type { FromWriter, ToWriter, WriterSettings } from "./writer-thread.ts";

if (!parentPort) throw new Error("This module is the entry of a worker thread.");
const parent = parentPort;
const settings = workerData as WriterSettings;
const files = new FileGrants();
const questions = new Questions<KeychainRequest>((id, request) =>
  parent.postMessage({ type: "keychain", id, request } satisfies FromWriter),
);
const engine = createEngine({
  ...settings,
  access: "write",
  files,
  keys: new KeyCell(settings.keys),
  keychain: new Keychain((request) => questions.ask(request)),
  now: clockFrom(settings.day),
  parserWorker: new URL("./parser.js", import.meta.url),
});

parent.on("message", async (message: ToWriter) => {
  switch (message.type) {
    case "serve":
      new RPCHandler((await engine).router).upgrade(message.port);
      message.port.start();
      break;
    case "keychain":
      questions.answer(message);
      break;
    case "offer":
      files.register(message);
      parent.postMessage({ type: "offered", token: message.token } satisfies FromWriter);
      break;
    case "stop":
      await (await engine).close();
      process.exit();
  }
});
