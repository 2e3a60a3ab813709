/** How an error of the store becomes one of the contract. */
import { ORPCError } from "@orpc/server";
import { StoreError } from "../store/errors.ts";
import { VaultError } from "../vault/errors.ts";

/** A sentence the user can act on. */
export function refusal(message: string): ORPCError<"REFUSED", undefined> {
  return new ORPCError("REFUSED", { message, status: 422, defined: true });
}

/** No workspace is open. */
export function noWorkspace(): ORPCError<"NO_WORKSPACE", undefined> {
  return new ORPCError("NO_WORKSPACE", { message: "No workspace is open.", status: 409, defined: true });
}

/** The workspace is encrypted and nobody has unlocked it, or could not. */
export function locked(
  message = "This workspace is locked. Unlock it with its passphrase or its recovery key.",
): ORPCError<"LOCKED", undefined> {
  return new ORPCError("LOCKED", { message, status: 423, defined: true });
}

/** What is about keys, and not about what is sealed with them. */
const OF_KEYS: readonly string[] = ["ENCRYPTED", "WRONG_PASSPHRASE", "WRONG_RECOVERY_KEY", "KEY_FILE"];

/** What was asked for is not there. */
export function notFound(message = "That is not here any more."): ORPCError<"NOT_FOUND", undefined> {
  return new ORPCError("NOT_FOUND", { message, status: 404, defined: true });
}

/** The preview no longer fits the workspace. */
export function stalePlan(): ORPCError<"STALE_PLAN", undefined> {
  return new ORPCError("STALE_PLAN", {
    message: "The workspace changed since this preview was made. Preview the files again.",
    status: 409,
    defined: true,
  });
}

/** Store errors as refusals with their sentence; anything else as it is. */
export function translated(error: unknown): unknown {
  if (error instanceof StoreError || error instanceof VaultError)
    return OF_KEYS.includes(error.code) ? locked(error.message) : refusal(error.message);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const sentence = DISK.find(([pattern]) => pattern.test(code))?.[1];
  return sentence === undefined ? error : refusal(sentence);
}

/** What a disk can refuse, as the user can act on it. */
const DISK: readonly (readonly [RegExp, string])[] = [
  [
    /^SQLITE_(?:BUSY|LOCKED)/,
    "Another program is using this workspace. Nothing of this was stored. Close it there and try again.",
  ],
  [
    /^SQLITE_(?:CORRUPT|NOTADB)/,
    "The workspace's database is damaged. It was left as it is. Verify it to see what is wrong, and restore one of its backups.",
  ],
  [/^(?:ENOSPC|EDQUOT|EFBIG|SQLITE_FULL)/, "The disk is full. Nothing of this was stored. Make room and try again."],
  [
    /^(?:EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_CANTOPEN)/,
    "Backhaul may not write to this workspace's folder. Nothing was stored. Check the folder's permissions and try again.",
  ],
  [
    /^(?:EIO|SQLITE_IOERR)/,
    "The disk did not answer as it should. Nothing of this was stored. Check the disk and try again.",
  ],
];
