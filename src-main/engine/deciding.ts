/** Decisions on findings: what may be decided, what becomes of the claims they are in, and the trail of it. */
import type { Joined } from "#shared/contract/claims.ts";
import type { Role } from "#shared/contract/people.ts";
import type { FindingStatus } from "#shared/contract/schemas.ts";
import { formatCents } from "#shared/money.ts";
import { appendAudit } from "../store/audit.ts";
import { assignFindings } from "../store/findings-assigning.ts";
import { type Decidable, decidable, statusesBefore, storeDecisions } from "../store/findings-decisions.ts";
import { dismissLimit, listPeople } from "../store/people.ts";
import type { Stamp } from "../store/profiles.ts";
import type { WriteHandle } from "../store/schema.ts";
import { joinClaims, type Left, leaveDrafts } from "./claims/joining.ts";
import { refusal } from "./errors.ts";
import type { Session } from "./session.ts";

/** A decision on some findings. */
export interface Decision {
  readonly ids: readonly string[];
  readonly decision: "confirm" | "dismiss" | "undo";
  readonly reason: string;
}

/** What a decision changed, and what was left as it is and why. */
export interface Decided {
  readonly changed: string[];
  readonly claims: { readonly number: number; readonly label: string; readonly added: number }[];
  readonly left: Left[];
}

interface Step extends Decidable {
  readonly after: FindingStatus;
}

/**
 * Confirms, dismisses or takes the last decision back, in one transaction with the claims that findings join or leave. Findings a decision
 * does not fit (already so, or cleared) are passed over. Throws REFUSED without a reason to dismiss.
 */
export async function decide(session: Session, decision: Decision): Promise<Decided> {
  if (decision.decision === "dismiss" && decision.reason === "") throw refusal("A finding is dismissed with a reason.");
  const role = session.acting?.role ?? "owner";
  return session.workspace.store.write((db) => decideIn(db, decision, role, session.stamp()));
}

async function decideIn(db: WriteHandle, decision: Decision, role: Role, stamp: Stamp): Promise<Decided> {
  const fitting = await stepsOf(db, decision);
  const above = decision.decision === "dismiss" ? await aboveLimit(db, fitting, role) : [];
  const refused = new Set(above.map(({ id }) => id));
  const allowed = fitting.filter(({ id }) => !refused.has(id));
  const leaving = idsOf(allowed.filter(({ after }) => after !== "confirmed"));
  const { left: stuck } = leaving.length > 0 ? await leaveDrafts(db, leaving, stamp) : { left: [] };
  const claimed = new Set(stuck.map(({ id }) => id));
  const steps = allowed.filter(({ id }) => !claimed.has(id));
  await keep(db, decision, steps, stamp);
  const joining = idsOf(steps.filter(({ after }) => after === "confirmed"));
  const joined: Joined = joining.length > 0 ? await joinClaims(db, joining, stamp) : { claims: [], left: [] };
  return {
    changed: idsOf(steps),
    claims: joined.claims.map(({ number, label, added }) => ({ number, label, added })),
    left: [...above, ...stuck, ...joined.left],
  };
}

/** The findings a decision would change, and to what. */
async function stepsOf(db: WriteHandle, { ids, decision }: Decision): Promise<Step[]> {
  const found = (await decidable(db, ids)).filter(({ status }) => status !== "cleared");
  const before = decision === "undo" ? await statusesBefore(db, idsOf(found)) : undefined;
  return found.flatMap((finding) => {
    const after = before ? before.get(finding.id) : decision === "confirm" ? "confirmed" : "dismissed";
    return after === undefined || after === finding.status ? [] : [{ ...finding, after }];
  });
}

/** Findings that only an owner may dismiss, where somebody else tries. */
async function aboveLimit(db: WriteHandle, steps: readonly Step[], role: Role): Promise<Left[]> {
  const limit = role === "owner" ? null : await dismissLimit(db);
  if (limit === null) return [];
  const why = `Only an owner can dismiss findings above ${formatCents(limit)}.`;
  return steps
    .filter(({ amountCents }) => amountCents !== null && Math.abs(amountCents) > limit)
    .map(({ id }) => ({ id, why }));
}

const ACTIONS = { confirm: "confirmed", dismiss: "dismissed", undo: "undone" } as const;

/** Keeps the steps. However many findings it was, it was one command, so the trail has one entry of it. */
async function keep(db: WriteHandle, { decision, reason }: Decision, steps: readonly Step[], stamp: Stamp) {
  if (steps.length === 0) return;
  for (const [status, group] of Map.groupBy(steps, ({ after }) => after)) {
    await storeDecisions(db, idsOf(group), { status, action: ACTIONS[decision], reason }, stamp);
  }
  const [only] = steps;
  const single = steps.length === 1 && only ? only : null;
  await appendAudit(db, {
    ...stamp,
    command: decision,
    subject: single?.id ?? `${steps.length} findings`,
    before: single ? { status: single.status } : Object.fromEntries(steps.map(({ id, status }) => [id, status])),
    after: single
      ? { status: single.after, reason }
      : { ...Object.fromEntries(steps.map(({ id, after }) => [id, after])), reason },
  });
}

function idsOf(findings: readonly { readonly id: string }[]): string[] {
  return findings.map(({ id }) => id);
}

/** Gives findings to a person (null: to nobody in particular). Throws REFUSED for a name nobody here has, where people are named. */
export async function assign(session: Session, ids: readonly string[], to: string | null): Promise<string[]> {
  const name = to?.trim() || null;
  const stamp = session.stamp();
  return session.workspace.store.write(async (db) => {
    const people = await listPeople(db);
    if (name !== null && people.length > 0 && !people.some((person) => person.name === name))
      throw refusal(`Nobody here is called ${name}. People are added in Setup.`);
    const changed = await assignFindings(db, ids, name, stamp);
    if (changed.length > 0) {
      const [only = ""] = changed;
      const subject = changed.length === 1 ? only : `${changed.length} findings`;
      await appendAudit(db, {
        ...stamp,
        command: "assign",
        subject,
        before: null,
        after: { assignee: name, findings: changed },
      });
    }
    return changed;
  });
}
