/** Implements the contract's claims: see its routes for what each one means. */
import * as commands from "../claims/commands.ts";
import { claimDetail } from "../claims/detail.ts";
import { joinAsked, leaveAsked } from "../claims/joining.ts";
import * as notes from "../claims/notes.ts";
import { claimOutcomes } from "../claims/outcomes.ts";
import { claimList } from "../claims/rows.ts";
import { deadlineWarnings } from "../claims/warnings.ts";
import { refusal } from "../errors.ts";
import { makeClaimPacket, makePacket } from "../packets.ts";
import { verifyPacket } from "../verify-packet.ts";
import type { Kit } from "./kit.ts";

export const claimsRoutes = ({ os, session, now, taken }: Kit) => ({
  list: os.claims.list.handler(({ input }) => session.workspace.store.read((db) => claimList(db, input, now()))),
  get: os.claims.get.handler(({ input }) => session.workspace.store.read((db) => claimDetail(db, input.number, now()))),
  outcomes: os.claims.outcomes.handler(() => session.workspace.store.read((db) => claimOutcomes(db, now()))),
  join: os.claims.join.handler(({ input: { ids, number } }) =>
    session.workspace.store.write((db) => joinAsked(db, ids, number, session.stamp())),
  ),
  leave: os.claims.leave.handler(async ({ input: { number, ids } }) => {
    await session.workspace.store.write((db) => leaveAsked(db, number, ids, session.stamp()));
    return {};
  }),
  step: os.claims.step.handler(({ input }) => commands.stepClaim(session, input)),
  undo: os.claims.undo.handler(({ input }) => commands.undoClaim(session, input)),
  pay: os.claims.pay.handler(({ input }) => commands.payClaim(session, input)),
  unpay: os.claims.unpay.handler(({ input }) => commands.unpayClaim(session, input)),
  close: os.claims.close.handler(({ input }) => commands.closeClaim(session, input)),
  assign: os.claims.assign.handler(({ input }) => commands.assignClaim(session, input)),
  warnings: os.claims.warnings.handler(() => deadlineWarnings(session)),
  notes: os.claims.notes.handler(({ input }) => session.workspace.store.read((db) => notes.notes(db, input.about))),
  comment: os.claims.comment.handler(({ input }) => notes.comment(session, input)),
  uncomment: os.claims.uncomment.handler(({ input }) => notes.uncomment(session, input)),
  attach: os.claims.attach.handler(({ input }) => notes.attach(session, input.about, taken(input.files, "read"))),
  detach: os.claims.detach.handler(({ input }) => notes.detach(session, input)),
  saveAttachment: os.claims.saveAttachment.handler(({ input }) => {
    const [path] = taken([input.to], "write");
    if (path === undefined) throw refusal("Say a file to write.");
    return notes.saveAttachment(session, input.id, path);
  }),
  packet: os.claims.packet.handler(async function* ({ input: { claimNumber, to, ...asked }, signal }) {
    const path = to === undefined ? null : (taken([to], "write")[0] ?? null);
    if (claimNumber === undefined) yield* makePacket(session, { ...asked, path }, signal);
    else yield* makeClaimPacket(session, { claimNumber, format: asked.format ?? "pdf", path }, signal);
  }),
  verifyPacket: os.claims.verifyPacket.handler(({ input, signal }) => {
    const [path] = taken([input.file], "read");
    if (path === undefined) throw refusal("Say a packet to verify.");
    return verifyPacket(session, path, signal);
  }),
});
