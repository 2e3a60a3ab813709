/**
 * What a role may do, in one table: whoever asks - window, command line, writer thread - goes by it. Queries are open to every role. A
 * command that is not listed is refused to staff, so that a new one is closed until somebody decides.
 */
import type { Role } from "#shared/contract/people.ts";
import { COMMANDS } from "./forward.ts";

const EVERYBODY: readonly Role[] = ["staff", "manager", "owner"];
const OFFICE: readonly Role[] = ["manager", "owner"];
const OWNER: readonly Role[] = ["owner"];

/** Who may do what is not open to everybody or not closed to staff by itself. */
const ALLOWED: Record<string, readonly Role[]> = {
  "workspace.openSample": EVERYBODY,
  "workspace.create": EVERYBODY,
  "workspace.open": EVERYBODY,
  "workspace.close": EVERYBODY,
  "workspace.backUp": EVERYBODY,
  "workspace.backups": EVERYBODY,
  "workspace.previewRestore": OWNER,
  "workspace.restore": OWNER,
  "workspace.verify": EVERYBODY,
  "workspace.unlock": EVERYBODY,
  "workspace.lock": EVERYBODY,
  "workspace.encrypt": OWNER,
  "workspace.decrypt": OWNER,
  "workspace.changePassphrase": OWNER,
  "workspace.newRecoveryKey": OWNER,
  "workspace.remembering": EVERYBODY,
  "workspace.remember": EVERYBODY,
  "workspace.supportBundle": EVERYBODY,
  "documents.plan": EVERYBODY,
  "documents.commit": EVERYBODY,
  "documents.discard": EVERYBODY,
  "documents.planRows": EVERYBODY,
  "documents.planDifference": EVERYBODY,
  "documents.suggestMapping": EVERYBODY,
  "documents.tryMapping": EVERYBODY,
  "documents.applyMapping": EVERYBODY,
  "documents.undo": OFFICE,
  "findings.check": EVERYBODY,
  "findings.exceptionsPage": EVERYBODY,
  "findings.exportControl": EVERYBODY,
  "findings.decide": EVERYBODY,
  "findings.assign": EVERYBODY,
  "findings.saveView": EVERYBODY,
  "findings.removeView": EVERYBODY,
  "claims.join": EVERYBODY,
  "claims.leave": EVERYBODY,
  "claims.step": EVERYBODY,
  "claims.undo": EVERYBODY,
  "claims.pay": EVERYBODY,
  "claims.unpay": EVERYBODY,
  "claims.close": EVERYBODY,
  "claims.assign": EVERYBODY,
  "claims.warnings": EVERYBODY,
  "claims.comment": EVERYBODY,
  "claims.uncomment": EVERYBODY,
  "claims.attach": EVERYBODY,
  "claims.detach": EVERYBODY,
  "claims.saveAttachment": EVERYBODY,
  "claims.packet": EVERYBODY,
  "claims.verifyPacket": EVERYBODY,
  "reference.saveProfile": EVERYBODY,
  "reference.removeProfile": OFFICE,
  "reference.linkPeople": EVERYBODY,
  "reference.unlinkPeople": EVERYBODY,
  "reference.setParameter": OFFICE,
  "reference.removeParameter": OFFICE,
  "reference.saveEntry": EVERYBODY,
  "reference.exportList": EVERYBODY,
  "reference.teachAlias": EVERYBODY,
  "reference.linkVan": EVERYBODY,
  "reference.unlinkVan": EVERYBODY,
  "reference.teachCharge": EVERYBODY,
  "people.save": OWNER,
  "people.remove": OWNER,
  "people.switch": EVERYBODY,
  "people.setPin": EVERYBODY,
  "people.setDismissLimit": OWNER,
};

/** What is open while nobody has said who they are: to say it, and to leave for another workspace. Everything else shows people's pay. */
const WHILE_LOCKED: ReadonlySet<string> = new Set([
  "workspace.status",
  "workspace.openSample",
  "workspace.create",
  "workspace.open",
  "workspace.close",
  "workspace.unlock",
  "workspace.lock",
  "people.list",
  "people.switch",
]);

/** The roles that may call a procedure of the contract, by its `group.name`. */
export function rolesFor(procedure: string): readonly Role[] {
  return ALLOWED[procedure] ?? (COMMANDS.has(procedure) ? OFFICE : EVERYBODY);
}

/** Why a procedure is refused, as a sentence; null where it is allowed. */
export function refusedTo(role: Role, locked: boolean, procedure: string): string | null {
  if (locked && !WHILE_LOCKED.has(procedure)) return "Say who you are first: choose your name and give your PIN.";
  const roles = rolesFor(procedure);
  if (roles.includes(role)) return null;
  return roles.includes("manager")
    ? "Only a manager or an owner can do this. Ask one of them, or switch to your own name."
    : "Only an owner can do this. Ask one, or switch to your own name.";
}
