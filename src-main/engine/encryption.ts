/** Encrypting the open workspace, decrypting it, and its keys. */
import type { Encrypted, Progress, Remembering } from "#shared/contract/schemas.ts";
import type { Lock } from "../store/manifest.ts";
import { newKeyFile, type Secret, unlocked, withRecoveryKey } from "../vault/key-file.ts";
import type { Vault } from "../vault/vault.ts";
import { changeKeys } from "../workspace/encrypting.ts";
import { readKeyFile, changePassphrase as rewrap, writeKeyFile } from "../workspace/keys.ts";
import { lockWorkspace } from "../workspace/workspace.ts";
import { refusal } from "./errors.ts";
import type { Event } from "./importing.ts";
import type { Session } from "./session.ts";

/** Encrypts the open workspace under a passphrase. The recovery key is told this once. Throws REFUSED for one that is encrypted. */
export async function* encrypt(
  session: Session,
  passphrase: string,
  signal?: AbortSignal,
): AsyncGenerator<Event<Encrypted>> {
  if (session.workspace.rooms.vault)
    throw refusal("This workspace is encrypted already. Change its passphrase instead.");
  const { file, vault, recoveryKey } = await newKeyFile(passphrase);
  const left = yield* writtenAnew(session, { vault, file }, signal);
  yield { type: "done", result: { recoveryKey, left } };
}

/** Takes the encryption back. The passphrase is asked for once more: what comes is readable for everybody. Throws REFUSED. */
export async function* decrypt(
  session: Session,
  passphrase: string,
  signal?: AbortSignal,
): AsyncGenerator<Event<{ left: string[] }>> {
  const { id } = await confirmed(session, { passphrase });
  const left = yield* writtenAnew(session, null, signal);
  await session.options.keychain?.forget(id).catch(() => undefined);
  yield { type: "done", result: { left } };
}

/** Sets another passphrase. Either of the two ways in proves who asks. Throws REFUSED for a wrong one, or a new one that is too short. */
export async function changePassphrase(session: Session, secret: Secret, passphrase: string): Promise<void> {
  await rewrap(session.workspace.rooms, await confirmed(session, secret), passphrase);
}

/** Makes a new recovery key and tells it this once; the old one is good for nothing from then on. */
export async function newRecoveryKey(session: Session, passphrase: string): Promise<string> {
  const vault = await confirmed(session, { passphrase });
  const { rooms } = session.workspace;
  const { file, recoveryKey } = withRecoveryKey(readKeyFile(rooms), vault);
  writeKeyFile(rooms.keyFile, file);
  return recoveryKey;
}

/** Whether this computer can remember keys, and whether it remembers those of the open workspace. It may be locked, or none be open. */
export async function remembering(session: Session): Promise<Remembering> {
  const { keychain } = session.options;
  const problem = keychain ? await keychain.problem() : "Only the window can remember keys on this computer.";
  const id = session.isOpen ? (session.workspace.rooms.vault?.id ?? null) : null;
  const remembered = problem === null && id !== null && ((await keychain?.has(id)) ?? false);
  return { problem, remembered };
}

/** Remembers the open workspace's keys on this computer, or forgets them. Throws REFUSED where it cannot. */
export async function remember(session: Session, on: boolean): Promise<Remembering> {
  const { vault } = session.workspace.rooms;
  const { keychain } = session.options;
  if (!vault) throw refusal("This workspace is not encrypted, so there is no key to remember.");
  const { problem } = await remembering(session);
  if (problem !== null && on) throw refusal(problem);
  await (on ? keychain?.keep(vault) : keychain?.forget(vault.id));
  return remembering(session);
}

/** Throws unless the secret opens the workspace that is open. Its keys. */
async function confirmed(session: Session, secret: Secret): Promise<Vault> {
  const { rooms } = session.workspace;
  if (!rooms.vault) throw refusal("This workspace is not encrypted.");
  const vault = await unlocked(readKeyFile(rooms), secret);
  if (vault.id !== rooms.vault.id) throw refusal("The key file (key.json) is that of another workspace.");
  return vault;
}

/** Closes the workspace, writes it anew, and opens it as it is then. */
async function* writtenAnew(
  session: Session,
  lock: Lock | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, string[]> {
  const { rooms, folder } = session.workspace;
  const stamp = { now: session.options.now(), actor: session.stamp().actor };
  await session.leave();
  const unlock = lockWorkspace(folder);
  let isDone = false;
  try {
    const left = yield* changeKeys(rooms, lock, stamp, signal);
    if (lock) session.keys.unlock(folder, lock.vault);
    else session.keys.clear();
    isDone = true;
    return left;
  } finally {
    unlock();
    // What went wrong before is what has to be said.
    if (isDone) await session.open(folder);
    else await session.open(folder).catch(() => undefined);
  }
}
