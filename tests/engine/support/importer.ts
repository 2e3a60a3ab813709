/** A process that imports a folder and says how far it is, to be killed at any moment: `importer.ts WORKSPACE FOLDER`. */
import { join } from "node:path";
import { clientOf } from "#main/cli/command.ts";
import { createEngine } from "#main/engine/engine.ts";
import { FileGrants } from "#main/engine/grants.ts";

const [workspace = "", folder = ""] = process.argv.slice(2);
const say = (word: string) => process.stdout.write(`${word}\n`);
const files = new FileGrants();
const engine = await createEngine({
  home: null,
  resources: join(import.meta.dirname, "../../../resources"),
  parserWorker: new URL("../../../src-main/documents/read/worker.ts", import.meta.url),
  access: "write",
  files,
  actor: "tester",
  run: null,
  version: "test",
  now: () => new Date("2026-08-18T12:00:00Z"),
});
await engine.session.open(workspace);
const client = clientOf(engine);
say("opened");
for await (const event of await client.documents.plan({ files: [files.offer(folder)] })) {
  if (event.type === "progress") continue;
  const { planId, hash } = event.result;
  for await (const step of await client.documents.commit({ planId, hash }))
    say(step.type === "progress" ? step.stage : "stored");
}
await engine.close();
say("closed");
