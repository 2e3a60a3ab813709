/** Implements the contract's workspace: see its routes for what each one means. */
import type { WorkspaceStatus } from "#shared/contract/schemas.ts";
import { listStations } from "../../store/company.ts";
import { countDocuments } from "../../store/documents.ts";
import { countOpen } from "../../store/findings-sums.ts";
import { isOnNetwork, NETWORK_DRIVE } from "../../workspace/drives.ts";
import { listWorkspaces } from "../../workspace/home.ts";
import { verifyWorkspace } from "../../workspace/verifying.ts";
import { goOnActing } from "../acting.ts";
import * as encryption from "../encryption.ts";
import { notFound } from "../errors.ts";
import { createWorkspace, isSample, openSample } from "../opening.ts";
import * as safety from "../safety.ts";
import type { Session } from "../session.ts";
import { supportBundle } from "../support.ts";
import { today } from "../today.ts";
import type { Kit } from "./kit.ts";

export const workspaceRoutes = ({ os, session, taken }: Kit) => ({
  status: os.workspace.status.handler(() => status(session)),
  openSample: os.workspace.openSample.handler(async function* ({ signal }) {
    yield* openSample(session, signal);
    yield { type: "done" as const, result: await status(session) };
  }),
  create: os.workspace.create.handler(async ({ input }) => {
    await createWorkspace(session, input);
    return status(session);
  }),
  open: os.workspace.open.handler(async ({ input }) => {
    if (!listWorkspaces(session.options.home).includes(input.name))
      throw notFound("There is no workspace of that name.");
    await session.openNamed(input.name);
    return status(session);
  }),
  close: os.workspace.close.handler(async () => {
    await session.closeNamed();
    return status(session);
  }),
  backUp: os.workspace.backUp.handler(({ input }) =>
    safety.backUp(session, input.to === undefined ? null : (taken([input.to], "folder")[0] ?? null)),
  ),
  backups: os.workspace.backups.handler(({ input }) => safety.listBackups(session, input.workspace)),
  previewRestore: os.workspace.previewRestore.handler(({ input }) => safety.previewRestore(session, input)),
  restore: os.workspace.restore.handler(async ({ input }) => {
    const { acting } = session;
    const restored = await safety.restore(session, input);
    await goOnActing(session, acting);
    return restored;
  }),
  unlock: os.workspace.unlock.handler(async ({ input }) => {
    await session.unlock(input.secret);
    // That it cannot be remembered keeps nobody out.
    if (input.remember) await encryption.remember(session, true).catch(() => undefined);
    return status(session);
  }),
  lock: os.workspace.lock.handler(async () => {
    await session.lock();
    return status(session);
  }),
  encrypt: os.workspace.encrypt.handler(async function* ({ input, signal }) {
    yield* encryption.encrypt(session, input.passphrase, signal);
  }),
  decrypt: os.workspace.decrypt.handler(async function* ({ input, signal }) {
    yield* encryption.decrypt(session, input.passphrase, signal);
  }),
  changePassphrase: os.workspace.changePassphrase.handler(async ({ input }) => {
    await encryption.changePassphrase(session, input.secret, input.passphrase);
    return {};
  }),
  newRecoveryKey: os.workspace.newRecoveryKey.handler(async ({ input }) => ({
    recoveryKey: await encryption.newRecoveryKey(session, input.passphrase),
  })),
  remembering: os.workspace.remembering.handler(() => encryption.remembering(session)),
  remember: os.workspace.remember.handler(({ input }) => encryption.remember(session, input.on)),
  verify: os.workspace.verify.handler(async function* ({ signal }) {
    yield* verifyWorkspace(session.workspace.rooms, signal);
  }),
  supportBundle: os.workspace.supportBundle.handler(async function* ({ input, signal }) {
    const path = input.to === undefined ? null : (taken([input.to], "write")[0] ?? null);
    const { version, home } = session.options;
    const request = { version, home, path, now: session.options.now() };
    yield* supportBundle(safety.roomsFor(session, input.workspace), request, signal);
  }),
});

/** What is open. */
async function status(session: Session): Promise<WorkspaceStatus> {
  const day = today(session.options.now());
  const workspaces = listWorkspaces(session.options.home);
  const { locked } = session;
  if (!session.isOpen) return { open: null, workspaces, locked, today: day };
  const { store, name, folder, rooms } = session.workspace;
  const open = await store.read(async (db) => ({
    name,
    folder,
    sample: isSample(session),
    encrypted: rooms.vault !== null,
    driveWarning: isOnNetwork(folder) ? NETWORK_DRIVE : null,
    documents: await countDocuments(db),
    findingsOpen: await countOpen(db),
    stations: (await listStations(db)).map((station) => station.station),
  }));
  return { open, workspaces, locked, today: day };
}
