/** Backups and restoring as the contract offers them. */
import { existsSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Backup, BackupList, Restored, RestorePreview } from "#shared/contract/schemas.ts";
import type { Manifest } from "../store/manifest.ts";
import type { BackupReason } from "../store/thinning.ts";
import type { Secret } from "../vault/key-file.ts";
import { makeBackup, thinBackups } from "../workspace/backups.ts";
import { backupsIn, type FoundBackup } from "../workspace/found-backups.ts";
import { listWorkspaces } from "../workspace/home.ts";
import * as restoring from "../workspace/restoring.ts";
import { type Rooms, roomsOf } from "../workspace/rooms.ts";
import { lockWorkspace, settleWorkspace } from "../workspace/workspace.ts";
import { notFound, refusal } from "./errors.ts";
import type { Session } from "./session.ts";

/** A backup of the open workspace or, when that cannot be opened, of one of the app's folder. */
interface WhichBackup {
  readonly backup: string;
  readonly workspace?: string | undefined;
}

/**
 * Backs the open workspace up because someone asked for it. `to` is a folder; there it gets one of its own, with all the originals that are
 * not in it yet. Throws REFUSED.
 */
export async function backUp(session: Session, to: string | null): Promise<Backup> {
  const { rooms, name } = session.workspace;
  const now = session.options.now();
  if (to === null) return asBackup(await makeBackup(rooms, rooms.backups, "asked", now));
  // A folder may be new, but not on a drive that is not there.
  const there = existsSync(to) ? to : dirname(to);
  if (!existsSync(there) || !statSync(there).isDirectory()) throw refusal(`There is no folder ${there}.`);
  return asBackup(await makeBackup(rooms, join(to, name), "asked", now));
}

/** Backs the open workspace up before a command that takes something away. What it throws keeps that command from running. */
export async function backUpBefore(session: Session, reason: BackupReason): Promise<void> {
  const { rooms } = session.workspace;
  const now = session.options.now();
  await makeBackup(rooms, rooms.backups, reason, now);
  await thinBackups(rooms, now);
}

/** The backups of a workspace, newest first. */
export function listBackups(session: Session, workspace: string | undefined): BackupList {
  const rooms = roomsFor(session, workspace);
  return { backups: backupsOf(rooms), dueProblem: session.backupProblem };
}

/** The backups in a workspace's folder as they are listed, whether or not it can be opened. */
export function backupsOf(rooms: Rooms): Backup[] {
  return backupsIn(rooms.backups, rooms.vault).map((found) =>
    found.manifest ? asBackup(found.manifest, found) : unread(found),
  );
}

/** What restoring would change. Throws StoreError for a backup that would be refused. */
export async function previewRestore(session: Session, which: WhichBackup): Promise<RestorePreview> {
  return previewOf(roomsFor(session, which.workspace), which.backup, stampOf(session));
}

/** The same for a folder. `what` may also be the path of a backup that lies elsewhere. */
export async function previewOf(
  rooms: Rooms,
  what: string,
  stamp: restoring.Stamp,
  secret: Secret | null = null,
): Promise<RestorePreview> {
  const { manifest, changes, missing } = await restoring.previewRestore(rooms, what, stamp, secret);
  const { documents, findings, claims, decisions, packets } = changes;
  const lists = ({ vanish, comeBack }: typeof documents) => ({ vanish: [...vanish], comeBack: [...comeBack] });
  return {
    backup: asBackup(manifest),
    documents: lists(documents),
    findings: lists(findings),
    claims: lists(claims),
    decisions: [...decisions],
    packets: lists(packets),
    missing: [...missing],
  };
}

/** Restores a backup and opens the workspace on it. */
export async function restore(session: Session, { backup, workspace }: WhichBackup): Promise<Restored> {
  const rooms = roomsFor(session, workspace);
  const stamp = stampOf(session);
  if (session.isOpen && session.workspace.folder === rooms.folder) {
    const restored = await restoring.restoreBackup(rooms, backup, stamp);
    session.plans.clear();
    session.forgetProfiles();
    return answered(restored);
  }
  const restored = await restoreFolder(rooms, backup, stamp);
  await session.openNamed(basename(rooms.folder));
  return answered(restored);
}

/** Restores a backup into a folder that nobody has open, be its database damaged or not there. Throws StoreError. */
export async function restoreFolder(
  rooms: Rooms,
  what: string,
  stamp: restoring.Stamp,
  secret: Secret | null = null,
): Promise<restoring.Restored> {
  settleWorkspace(rooms.folder);
  const unlock = lockWorkspace(rooms.folder);
  try {
    return await restoring.restoreBackup(rooms, what, stamp, secret);
  } finally {
    unlock();
  }
}

function answered(restored: restoring.Restored): Restored {
  return { ...restored, missing: [...restored.missing] };
}

function stampOf(session: Session): restoring.Stamp {
  return { now: session.options.now(), actor: session.stamp().actor };
}

/** The folder of the open workspace, or of one of the app's folder by its name. */
export function roomsFor(session: Session, name: string | undefined): Rooms {
  const { home } = session.options;
  if (name === undefined) return session.workspace.rooms;
  if (home === null || !listWorkspaces(home).includes(name)) throw notFound("There is no workspace of that name.");
  const folder = join(home, name);
  return roomsOf(folder, session.keys.vaultOf(folder));
}

/** A backup as it is listed. */
function asBackup(manifest: Manifest, { problem }: Pick<FoundBackup, "problem"> = { problem: null }): Backup {
  const { name, madeAt, reason, totals, originals, packets, database, missing } = manifest;
  const bytes = [...originals, ...packets].reduce((sum, file) => sum + file.bytes, database.bytes);
  return {
    name,
    madeAt,
    reason,
    documents: totals.rows.document ?? 0,
    findings: totals.rows.finding ?? 0,
    packets: totals.rows.packet ?? 0,
    bytes,
    missing: [...missing],
    problem,
  };
}

/** A backup of which only the outside can be read. */
function unread({ name, problem, sealed }: FoundBackup): Backup {
  const locked = sealed === null ? null : "It is encrypted: it opens with its passphrase.";
  return {
    name,
    madeAt: sealed?.madeAt ?? null,
    reason: sealed?.reason ?? null,
    documents: 0,
    findings: 0,
    packets: 0,
    bytes: 0,
    missing: [],
    problem: problem ?? locked,
  };
}
