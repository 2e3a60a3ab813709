/** An engine in this process on a throw-away workspace, asked through the contract as the window asks it. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { clientOf, follow } from "#main/cli/command.ts";
import { importPaths } from "#main/cli/importing.ts";
import { createEngine } from "#main/engine/engine.ts";
import { FileGrants } from "#main/engine/grants.ts";
import type { SampleFile } from "./sample/company.ts";

/** A workspace of a test, with its client. */
export type Bench = Awaited<ReturnType<typeof openBench>>;

/** Opens an empty workspace in a new temporary folder. */
export async function openBench(options: { readonly today?: string } = {}) {
  const root = await mkdtemp(join(tmpdir(), "backhaul-test-"));
  const workspace = join(root, "workspace");
  const inbox = join(root, "inbox");
  await mkdir(inbox);
  const files = new FileGrants();
  const engine = await createEngine({
    home: null,
    resources: join(import.meta.dirname, "../../resources"),
    parserWorker: new URL("../../src-main/documents/read/worker.ts", import.meta.url),
    access: "write",
    files,
    actor: "tester",
    run: null,
    version: "test",
    now: () => new Date(`${options.today ?? "2026-08-18"}T12:00:00`),
  });
  await engine.session.open(workspace);
  const client = clientOf(engine);
  return {
    root,
    workspace,
    client,
    engine,
    files,
    /** Writes files into the inbox folder and returns their paths. */
    async put(list: readonly { readonly path: string; readonly bytes: Uint8Array | string }[]): Promise<string[]> {
      const paths: string[] = [];
      for (const { path, bytes } of list) {
        const target = join(inbox, path);
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, bytes);
        paths.push(target);
      }
      return paths;
    },
    importPaths: (paths: readonly string[]) =>
      importPaths(client, files, paths, (next) => engine.session.readAhead(next)),
    check: async () => follow(await client.findings.check({})),
    async close() {
      await engine.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** Imports files of the generator and checks them. */
export async function importAndCheck(bench: Bench, files: readonly SampleFile[]) {
  const imported = await bench.importPaths(await bench.put(files));
  const checked = await bench.check();
  return { imported, checked };
}
