/** A workspace is a folder: backhaul.db, originals/, backups/, packets/. Everything the owner has is in it. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { StoreError } from "../store/errors.ts";
import { Store } from "../store/store.ts";

/** An open workspace. */
export interface Workspace {
  readonly folder: string;
  /** Folder name, as the title bar shows it. */
  readonly name: string;
  readonly store: Store;
  readonly originals: string;
  readonly packets: string;
  close(): Promise<void>;
}

export const DATABASE = "backhaul.db";
const LOCK = "backhaul.lock";

/** Whether a folder holds a workspace. */
export function isWorkspace(folder: string): boolean {
  return existsSync(join(folder, DATABASE));
}

/**
 * Opens a workspace; with `write` access it is created where absent, brought up to date and locked against a second writer. Throws
 * StoreError with a sentence for the user (locked, damaged, from a newer app).
 */
export function openWorkspace(folder: string, access: "read" | "write"): Workspace {
  const paths = {
    originals: join(folder, "originals"),
    packets: join(folder, "packets"),
    backups: join(folder, "backups"),
  };
  if (access === "write") for (const path of [folder, ...Object.values(paths)]) mkdirSync(path, { recursive: true });
  const unlock = access === "write" ? lock(folder) : () => undefined;
  try {
    const store = Store.open(join(folder, DATABASE), {
      access,
      backupFile: () => join(paths.backups, `before-update-${new Date().toISOString().replace(/[:.]/g, "-")}.db`),
    });
    return {
      folder,
      name: basename(folder),
      store,
      originals: paths.originals,
      packets: paths.packets,
      async close() {
        await store.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Folders this thread has open for writing. */
const held = new Set<string>();

/** Takes the folder's write lock, a file naming the process; one left by a process that is gone is taken over. Returns its release. */
function lock(folder: string): () => void {
  const path = join(folder, LOCK);
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(path, String(process.pid), { flag: "wx" });
      held.add(path);
      return () => {
        held.delete(path);
        rmSync(path, { force: true });
      };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      if (holderLives(path)) break;
      rmSync(path, { force: true });
    }
  }
  throw new StoreError("LOCKED", "This workspace is open in another window or command. Close it there and try again.");
}

function holderLives(path: string): boolean {
  const pid = Number(readFileSync(path, "utf8"));
  // Our own process with a lock this thread does not hold: it was left by a writer thread that died.
  if (pid === process.pid) return held.has(path);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
