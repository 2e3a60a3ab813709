/** A process that runs one command on a workspace and says how far it is, to be killed at any moment: `commander.ts WORKSPACE COMMAND`. */
import { join } from "node:path";
import type { Client } from "#main/cli/command.ts";
import { roomsOf } from "#main/workspace/rooms.ts";
import { openWorkspace } from "#main/workspace/workspace.ts";

const NOW = () => new Date("2026-08-18T12:00:00.000Z");
const [workspace = "", command = ""] = process.argv.slice(2);
const say = (word: string) => process.stdout.write(`${word}\n`);

/** Runs something with the client of an engine, as the window and the command line do. */
async function withEngine(work: (client: Client) => Promise<void>): Promise<void> {
  const [{ createRouterClient }, { createEngine }, { FileGrants }] = await Promise.all([
    import("@orpc/server"),
    import("#main/engine/engine.ts"),
    import("#main/engine/grants.ts"),
  ]);
  const engine = await createEngine({
    home: null,
    resources: join(import.meta.dirname, "../../../resources"),
    parserWorker: new URL("../../../src-main/documents/read/worker.ts", import.meta.url),
    access: "write",
    files: new FileGrants(),
    actor: "tester",
    run: null,
    version: "test",
    now: NOW,
  });
  await engine.session.open(workspace);
  say("begun");
  await work(createRouterClient(engine.router, { context: {} }));
  say("done");
  await engine.close();
}

switch (command) {
  case "check":
    await withEngine(async (client) => {
      for await (const event of await client.findings.check({})) if (event.type === "done") return;
    });
    break;
  case "decide":
    await withEngine(async (client) => {
      const ids = (await client.findings.list({})).map((finding) => finding.id);
      await client.findings.decide({ ids, decision: "dismiss", reason: "as agreed" });
    });
    break;
  case "undo":
    await withEngine(async (client) => {
      const documentIds = (await client.documents.history({})).map((document) => document.id);
      await client.documents.undo({ documentIds });
    });
    break;
  case "backup":
    await backUp();
    break;
  case "restore":
    await restore();
    break;
  case "migrate": {
    say("begun");
    const opened = openWorkspace(workspace, "write", NOW);
    say("done");
    await opened.close();
  }
}

async function backUp(): Promise<void> {
  const { makeBackup } = await import("#main/workspace/backups.ts");
  const rooms = roomsOf(workspace);
  say("begun");
  await makeBackup(rooms, rooms.backups, "asked", NOW());
  say("done");
}

async function restore(): Promise<void> {
  const [{ backupsIn }, { restoreFolder }] = await Promise.all([
    import("#main/workspace/found-backups.ts"),
    import("#main/engine/safety.ts"),
  ]);
  const rooms = roomsOf(workspace);
  const [oldest] = backupsIn(rooms.backups, null).reverse();
  say("begun");
  await restoreFolder(rooms, oldest?.name ?? "", { now: NOW(), actor: "tester" });
  say("done");
}
