/** A workspace with findings by the thousand, as the app opens it. Run by itself, since a test in the window has no database of its own. */
import { join } from "node:path";
import { createEngine } from "#main/engine/engine.ts";
import { FileGrants } from "#main/engine/grants.ts";
import { rememberWorkspace } from "#main/workspace/home.ts";
import { fillFindings } from "./many-findings.ts";

const [home, name, count] = process.argv.slice(2);
if (!home || !name || !Number(count)) throw new Error("many-workspace.ts HOME NAME COUNT");
const engine = await createEngine({
  home: null,
  resources: join(import.meta.dirname, "../../resources"),
  parserWorker: new URL("../../src-main/documents/read/worker.ts", import.meta.url),
  access: "write",
  files: new FileGrants(),
  actor: "tester",
  run: null,
  version: "test",
  now: () => new Date("2026-08-19T15:00:00Z"),
});
await engine.session.open(join(home, name));
await fillFindings(engine.session.workspace.store, Number(count));
await engine.close();
rememberWorkspace(home, name);
