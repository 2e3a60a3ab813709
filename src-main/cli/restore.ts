import { existsSync, mkdirSync, statSync } from "node:fs";
import { userInfo } from "node:os";
import { resolve } from "node:path";
import type { RestorePreview } from "#shared/contract/schemas.ts";
import { hasPeople } from "../engine/acting.ts";
import { translated } from "../engine/errors.ts";
import { previewOf, restoreFolder } from "../engine/safety.ts";
import { VaultError } from "../vault/errors.ts";
import type { Secret } from "../vault/key-file.ts";
import { type Rooms, roomsOf } from "../workspace/rooms.ts";
import { settleWorkspace } from "../workspace/workspace.ts";
import { admitted, personAsked } from "./acting.ts";
import { type Command, parse, printJson, UsageError, withWorkspace } from "./command.ts";
import { secretSaid, unlockedRooms } from "./secret.ts";

/** `restore`: puts a backup in the place of what a workspace holds, be that damaged or gone. BACKUP is a name, or the path of its `.json`. */
export const restoreCommand: Command = {
  name: "restore",
  usage: "restore WORKSPACE BACKUP [--dry-run] [--json]",
  async run(args) {
    const { values, positionals } = parse(args, { "dry-run": { type: "boolean" }, json: { type: "boolean" } });
    const [workspace, backup, ...rest] = positionals;
    if (workspace === undefined || backup === undefined || rest.length > 0)
      throw new UsageError("Say the workspace and one backup.");
    if (existsSync(workspace) && !statSync(workspace).isDirectory())
      throw new UsageError(`${workspace} is a file, not a workspace.`);
    try {
      const { rooms, secret } = await unlockedFor(resolve(workspace));
      if (await hasPeople(rooms.folder, rooms.vault))
        await withWorkspace(rooms.folder, { access: "write" }, (_client, { session }) =>
          admitted(session, "workspace.restore"),
        );
      const stamp = { now: new Date(), actor: personAsked() ?? userInfo().username };
      const preview = await previewOf(rooms, backup, stamp, secret);
      if (values["dry-run"]) {
        if (values.json) printJson(preview);
        else print(preview, "would");
        return 0;
      }
      mkdirSync(rooms.folder, { recursive: true });
      const restored = await restoreFolder(rooms, backup, stamp, secret);
      if (values.json) printJson({ ...restored, preview });
      else {
        print(preview, "did");
        const { previous, setAside } = restored;
        process.stdout.write(`restored   ${restored.backup}\n`);
        if (previous !== null) process.stdout.write(`To undo:   restore ${workspace} ${previous}\n`);
        if (setAside !== null) process.stdout.write(`The damaged database was kept as ${setAside}\n`);
      }
      return 0;
    } catch (error) {
      throw translated(error);
    }
  },
};

/**
 * The workspace's parts, unlocked with what was said if that opens them, and what was said: it may also be what opens the backup. Throws
 * VaultError where it opens neither.
 */
async function unlockedFor(folder: string): Promise<{ rooms: Rooms; secret: Secret | null }> {
  settleWorkspace(folder);
  const secret = secretSaid();
  try {
    return { rooms: await unlockedRooms(folder), secret };
  } catch (error) {
    // A workspace that has lost its key file is restored from a backup, which has its own.
    if (error instanceof VaultError && error.code === "KEY_FILE") return { rooms: roomsOf(folder), secret };
    throw error;
  }
}

/** Names of each kind that are printed; the rest is counted. */
const SHOWN = 20;

function print(
  { documents, findings, claims, decisions, packets, missing }: RestorePreview,
  tense: "would" | "did",
): void {
  const out = (line: string) => process.stdout.write(`${line}\n`);
  for (const [what, { vanish, comeBack }] of Object.entries({ documents, findings, claims, packets })) {
    const verbs = tense === "would" ? ["would vanish", "would come back"] : ["vanished", "came back"];
    out(`${what}: ${vanish.length} ${verbs[0]}, ${comeBack.length} ${verbs[1]}`);
    for (const [mark, names] of [["-", vanish] as const, ["+", comeBack] as const]) {
      for (const name of names.slice(0, SHOWN)) out(`  ${mark} ${name}`);
      if (names.length > SHOWN) out(`  ${mark} and ${names.length - SHOWN} more`);
    }
  }
  out(`decisions: ${decisions.length} ${tense === "would" ? "would change" : "changed"}`);
  for (const text of decisions.slice(0, SHOWN)) out(`  ${text}`);
  if (decisions.length > SHOWN) out(`  and ${decisions.length - SHOWN} more`);
  for (const text of missing) out(`missing    ${text}`);
}
