/** How backups are called, and what their names tell: `2026-08-18T12-00-00-000Z-day`. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Archive } from "../documents/archive.ts";
import { BACKUP_REASONS, type BackupReason } from "../store/thinning.ts";
import type { Vault } from "../vault/vault.ts";

const NAME = new RegExp(
  `^(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d)-(\\d\\d)-(\\d\\d)-(\\d{3})Z-(${BACKUP_REASONS.join("|")})(?:-\\d+)?$`,
);

/** The originals and packets that the backups of a folder share. */
export const filesOf = (backups: string, vault: Vault | null): Archive => ({ folder: join(backups, "files"), vault });

/** Files of a backup. */
export const backupDatabase = (backups: string, name: string): string => join(backups, `${name}.db`);
export const backupManifest = (backups: string, name: string): string => join(backups, `${name}.json`);

/** A name that is free: `2026-08-18T12-00-00-000Z-day`. */
export function backupName(backups: string, reason: BackupReason, now: Date): string {
  const plain = `${now.toISOString().replace(/[:.]/g, "-")}-${reason}`;
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? plain : `${plain}-${number}`;
    if (!existsSync(backupDatabase(backups, name)) && !existsSync(backupManifest(backups, name))) return name;
  }
}

/** The newest of a folder by its name: an instant, or null when there is none before `now`. */
export function lastBackup(backups: string, now: Date): Date | null {
  const instants = namesIn(backups).flatMap((name) => instantOf(name) ?? []);
  const past = instants.filter((instant) => instant <= now).map(Number);
  return past.length === 0 ? null : new Date(Math.max(...past));
}

/** Names of what lies in a folder and is called as backups are. */
export function namesIn(backups: string): string[] {
  if (!existsSync(backups)) return [];
  const names = readdirSync(backups).flatMap((file) => /^(.+)\.(?:db|json)$/.exec(file)?.[1] ?? []);
  return [...new Set(names)].filter((name) => NAME.test(name));
}

/** The instant in a name; null for one that is not of a backup. */
export function instantOf(name: string): Date | null {
  const [, day, hour, minute, second, milli] = NAME.exec(name) ?? [];
  if (day === undefined) return null;
  const instant = new Date(`${day}T${hour}:${minute}:${second}.${milli}Z`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

/** The reason in a name; undefined for one that is not of a backup. */
export function reasonOf(name: string): BackupReason | undefined {
  return BACKUP_REASONS.find((reason) => reason === NAME.exec(name)?.[6]);
}
