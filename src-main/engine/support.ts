/** Gathers and writes the support bundle. It works on a workspace that cannot be opened as well: that is when it is needed. */
import { statSync } from "node:fs";
import { cpus, release, totalmem, type } from "node:os";
import { basename } from "node:path";
import type { Progress, SupportBundle, Verification } from "#shared/contract/schemas.ts";
import { zipped } from "../packets/bundle.ts";
import { placeFile } from "../packets/write.ts";
import { supportCounts } from "../store/support-counts.ts";
import { isOnNetwork } from "../workspace/drives.ts";
import { backupsIn } from "../workspace/found-backups.ts";
import { isEncrypted } from "../workspace/keys.ts";
import type { Rooms } from "../workspace/rooms.ts";
import { verifyWorkspace } from "../workspace/verifying.ts";
import { type Fault, recordedFaults } from "./error-log.ts";
import { type Surroundings, supportFiles } from "./support-bundle.ts";
import { today } from "./today.ts";

/** For whom and where a bundle is made. */
export interface SupportRequest {
  readonly version: string;
  readonly now: Date;
  /** The app's folder of workspaces, with its list of faults; null on the command line. */
  readonly home: string | null;
  /** File to write the ZIP to; null to see only what it would hold. */
  readonly path: string | null;
}

/** Gathers a workspace's bundle, writes it where a path is given, and ends with what it holds. */
export async function* supportBundle(
  rooms: Rooms,
  { version, now, home, path }: SupportRequest,
  signal?: AbortSignal,
): AsyncGenerator<Progress | { readonly type: "done"; readonly result: SupportBundle }> {
  const verification = yield* verified(rooms, signal);
  const parts = supportFiles({
    surroundings: surroundings(version, now),
    encrypted: isEncrypted(rooms),
    networkDrive: isOnNetwork(rooms.folder),
    databaseBytes: statSync(rooms.database, { throwIfNoEntry: false })?.size ?? null,
    backups: backupsIn(rooms.backups, rooms.vault).length,
    counts: orNull(() => supportCounts(rooms.database, rooms.vault)),
    verification,
    faults: faultsOf(home),
  });
  if (path !== null) {
    const files = parts.map(({ name, text }) => ({ file: name, bytes: new TextEncoder().encode(text) }));
    await placeFile(path, zipped(files, today(now)));
  }
  yield { type: "done", result: { file: path === null ? null : basename(path), parts } };
}

/** What verifying says, passing its progress on; null where the workspace cannot even be verified. */
async function* verified(rooms: Rooms, signal?: AbortSignal): AsyncGenerator<Progress, Verification | null> {
  try {
    for await (const event of verifyWorkspace(rooms, signal)) {
      if (event.type === "done") return event.result;
      yield event;
    }
  } catch {
    signal?.throwIfAborted();
  }
  return null;
}

function surroundings(version: string, now: Date): Surroundings {
  return {
    version,
    node: process.versions.node,
    electron: process.versions.electron ?? null,
    platform: process.platform,
    arch: process.arch,
    system: `${type()} ${release()}`,
    processors: cpus().length,
    memoryBytes: totalmem(),
    madeAt: now.toISOString(),
  };
}

function faultsOf(home: string | null): Fault[] {
  return home === null ? [] : recordedFaults(home);
}

/** What cannot be read is said to be unreadable; why, the verification says. */
function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
