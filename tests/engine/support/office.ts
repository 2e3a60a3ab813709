/** A workspace as the app has it open, run after run: it can be closed and opened again in another run, and its clock can be moved on. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clientOf } from "#main/cli/command.ts";
import { createEngine } from "#main/engine/engine.ts";
import { FileGrants } from "#main/engine/grants.ts";

/** An office's workspace, in a new temporary folder. */
export type Office = Awaited<ReturnType<typeof openOffice>>;

/** Opens an empty one in a first run of the app; `run` null is the command line. */
export async function openOffice(run: string | null = "monday") {
  const home = await mkdtemp(join(tmpdir(), "backhaul-office-"));
  const name = "HLNE";
  let now = new Date("2026-08-18T12:00:00").getTime();
  const start = async (run: string | null, access: "read" | "write" = "write") => {
    const engine = await createEngine({
      home: run === null ? null : home,
      resources: join(import.meta.dirname, "../../../resources"),
      parserWorker: new URL("../../../src-main/documents/read/worker.ts", import.meta.url),
      access,
      files: new FileGrants(),
      actor: "tester",
      run,
      version: "test",
      now: () => new Date(now),
    });
    if (run === null) await engine.session.open(join(home, name));
    else if (access === "write") await engine.session.openNamed(name);
    return { engine, client: clientOf(engine) };
  };
  let running = await start(run);
  return {
    home,
    name,
    workspace: join(home, name),
    get engine() {
      return running.engine;
    },
    get client() {
      return running.client;
    },
    get store() {
      return running.engine.session.workspace.store;
    },
    /** The engine that answers the window's queries beside the one that writes, in a run of the app. */
    reader: (run: string) => start(run, "read"),
    /** Lets seconds pass. */
    wait(seconds: number): void {
      now += seconds * 1000;
    },
    /** Ends the app and starts it again. */
    async again(next: string | null): Promise<void> {
      await running.engine.close();
      running = await start(next);
    },
    async close(): Promise<void> {
      await running.engine.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}
