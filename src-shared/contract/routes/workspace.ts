/** Opening, closing, backing up and verifying a workspace. */
import { eventIterator } from "@orpc/contract";
import { z } from "zod";
import { DSP_CODE, STATION_CODE } from "../../codes.ts";
import * as s from "../schemas.ts";
import { base, nothing, whichBackup, workspaceName } from "./base.ts";

export const workspace = {
  status: base.input(nothing).output(s.workspaceStatus),
  /** Command: opens (creating it when absent) the sample company's workspace, imports and checks it. */
  openSample: base.input(nothing).output(eventIterator(s.events(s.workspaceStatus))),
  /** Command: creates and opens a workspace named after the DSP code, with its first station. */
  create: base
    .input(
      z.strictObject({
        dspCode: z.string().trim().regex(DSP_CODE),
        station: z.string().trim().regex(STATION_CODE),
        stationName: z.string().trim().min(1).max(60),
        state: z.string().length(2),
        timeZone: z.string().min(3).max(60),
      }),
    )
    .output(s.workspaceStatus),
  /** Command: opens a workspace of the app's folder by its name. */
  open: base.input(z.strictObject({ name: z.string().min(1).max(80) })).output(s.workspaceStatus),
  /** Command: closes the open workspace, back to the first-start screen. */
  close: base.input(nothing).output(s.workspaceStatus),
  /** Command: backs the open workspace up, into its own folder or, with all it refers to, into a granted one. */
  backUp: base.input(z.strictObject({ to: s.fileToken.optional() })).output(s.backup),
  /** Command: the backups of the open workspace, or of the named one when that cannot be opened; newest first. */
  backups: base.input(z.strictObject({ workspace: workspaceName.optional() })).output(s.backupList),
  /** Command: what restoring a backup would change. Nothing is. */
  previewRestore: base.input(whichBackup).output(s.restorePreview),
  /** Command: puts a backup in the place of the present state, which becomes a backup itself, and opens the workspace. */
  restore: base.input(whichBackup).output(s.restored),
  /** Command: opens the workspace that is locked. `remember` has this computer remember its key, where it can. */
  unlock: base.input(z.strictObject({ secret: s.secret, remember: z.boolean() })).output(s.workspaceStatus),
  /** Command: closes the encrypted workspace that is open and forgets its key; it is opened again with its passphrase. */
  lock: base.input(nothing).output(s.workspaceStatus),
  /** Command: encrypts the open workspace and its backups, all or nothing. */
  encrypt: base.input(z.strictObject({ passphrase: s.newPassphrase })).output(eventIterator(s.events(s.encrypted))),
  /** Command: takes the encryption back. */
  decrypt: base
    .input(z.strictObject({ passphrase: s.newPassphrase }))
    .output(eventIterator(s.events(z.strictObject({ left: z.array(z.string()) })))),
  /** Command: sets another passphrase. */
  changePassphrase: base.input(z.strictObject({ secret: s.secret, passphrase: s.newPassphrase })).output(nothing),
  /** Command: makes another recovery key, told this once. */
  newRecoveryKey: base
    .input(z.strictObject({ passphrase: s.newPassphrase }))
    .output(z.strictObject({ recoveryKey: z.string() })),
  /** Command: whether this computer remembers the open workspace's key. */
  remembering: base.input(nothing).output(s.remembering),
  /** Command: has this computer remember the open workspace's key, or forget it. */
  remember: base.input(z.strictObject({ on: z.boolean() })).output(s.remembering),
  /** Command: looks whether the open workspace is whole: database, audit trail, evidence, originals, packets. */
  verify: base.input(nothing).output(eventIterator(s.events(s.verification))),
  /** Command: what a support bundle of the open workspace holds, or of the named one when that cannot be opened; written as ZIP where `to` grants a file. */
  supportBundle: base
    .input(z.strictObject({ to: s.fileToken.optional(), workspace: workspaceName.optional() }))
    .output(eventIterator(s.events(s.supportBundle))),
};
