import { type ClaimDetail, type ClaimState, claimState } from "#shared/contract/claims.ts";
import { parseCents } from "#shared/money.ts";
import { isIsoDate } from "#shared/week.ts";
import { printClaim, printClaims } from "./claims-print.ts";
import { type Client, type Command, parse, printJson, UsageError, withWorkspace } from "./command.ts";

const OPTIONS = {
  json: { type: "boolean" },
  on: { type: "string" },
  reference: { type: "string" },
  note: { type: "string" },
  reason: { type: "string" },
  credit: { type: "boolean" },
  proposal: { type: "string" },
  grant: { type: "string", multiple: true },
} as const;
type Values = ReturnType<typeof parse<typeof OPTIONS>>["values"];

/** What can be done with one claim: gives the claim afterwards. */
type Action = (client: Client, claim: ClaimDetail, values: Values, what: string | undefined) => Promise<ClaimDetail>;

/** Whether an action names something beside the claim. */
const ACTIONS: Record<string, { readonly names: boolean; readonly act: Action }> = {
  show: { names: false, act: async (_client, claim) => claim },
  step: { names: true, act: step },
  pay: { names: true, act: pay },
  close: {
    names: false,
    act: async (client, { number }, { on, reason }) =>
      client.claims.close({ number, on: await dayOf(client, on), reason: reason ?? "" }),
  },
  undo: { names: false, act: (client, { number }) => client.claims.undo({ number }) },
};

/** `claims`: findings are confirmed into claims, and claims are taken from draft to closed. A claim is named `C-0007` or `7`. */
export const claimsCommand: Command = {
  name: "claims",
  usage:
    "claims (list WORKSPACE | add WORKSPACE FINDING... | show WORKSPACE CLAIM | " +
    "step WORKSPACE CLAIM STATE [--on DAY] [--reference TEXT] [--note TEXT] [--grant FINDING=AMOUNT...] | " +
    "pay WORKSPACE CLAIM AMOUNT [--on DAY] [--credit] [--note TEXT] [--proposal NUMBER] | " +
    "close WORKSPACE CLAIM [--on DAY] [--reason TEXT] | undo WORKSPACE CLAIM) [--json]",
  async run(args) {
    const { values, positionals } = parse(args, OPTIONS);
    const [name, workspace, ...rest] = positionals;
    if (name === undefined || workspace === undefined) throw new UsageError("Say what to do and the workspace.");
    if (name === "list") return list(workspace, rest, values);
    if (name === "add") return add(workspace, rest, values);
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (action === undefined) throw new UsageError(`There is no "claims ${name}".`);
    const [text, what, ...more] = rest;
    if (text === undefined || more.length > 0 || (what === undefined) === action.names)
      throw new UsageError("Say the workspace, one claim, and what there is to say of it.");
    const number = numberOf(text);
    const access = name === "show" ? "read" : "write";
    const claim = await withWorkspace(workspace, { access }, async (client) =>
      action.act(client, await client.claims.get({ number }), values, what),
    );
    if (values.json) printJson(claim);
    else printClaim(claim);
    return 0;
  },
};

async function list(workspace: string, rest: readonly string[], { json }: Values): Promise<number> {
  if (rest.length > 0) throw new UsageError("Say one workspace.");
  const asked = { filter: {}, sort: "number" as const, descending: false, offset: 0, limit: 1000 };
  const claims = await withWorkspace(workspace, { access: "read" }, (client) => client.claims.list(asked));
  if (json) printJson(claims.rows);
  else printClaims(claims);
  return 0;
}

/** Confirms findings, which puts them into claims; what was left as it is goes to standard error, with the reason. */
async function add(workspace: string, ids: string[], { json }: Values): Promise<number> {
  if (ids.length === 0) throw new UsageError("Say the findings to claim. See: findings WORKSPACE --json");
  const { claims, left } = await withWorkspace(workspace, { access: "write" }, async (client) => {
    await client.findings.decide({ ids, decision: "confirm", reason: "" });
    // What was confirmed before, and what only a person puts into a claim.
    const joined = await client.claims.join({ ids });
    const all = await client.claims.list({
      ...{ filter: { status: ["draft"] }, sort: "number", descending: false, offset: 0, limit: 1000 },
    });
    const details = await Promise.all(all.rows.map(({ number }) => client.claims.get({ number })));
    const holding = details.filter(({ items }) => items.some(({ findingId }) => ids.includes(findingId)));
    const inside = new Set(holding.flatMap(({ items }) => items.map(({ findingId }) => findingId)));
    return { claims: holding, left: joined.left.filter(({ id }) => !inside.has(id)) };
  });
  for (const { id, why } of left) process.stderr.write(`${id}: ${why}\n`);
  if (json) printJson(claims);
  else for (const claim of claims) printClaim(claim);
  return left.length > 0 ? 1 : 0;
}

async function step(client: Client, claim: ClaimDetail, values: Values, what = ""): Promise<ClaimDetail> {
  const to = claimState.safeParse(what.toLowerCase().replaceAll("-", " ")).data;
  if (to === undefined)
    throw new UsageError(`There is no state "${what}". States are ${claimState.options.join(", ")}.`);
  const on = await dayOf(client, values.on);
  const said = { reference: values.reference ?? "", note: values.note ?? "" };
  return client.claims.step({ number: claim.number, to, on, ...said, ...grantedOf(to, values.grant) });
}

/** `A01-ce3238f696b86fed=325.00`, once for each finding. */
function grantedOf(to: ClaimState, grants: readonly string[] | undefined) {
  if (grants === undefined) return {};
  if (!["approved", "partly approved", "rejected"].includes(to))
    throw new UsageError("Only an answer grants something.");
  const approved = grants.map((text) => {
    const [findingId = "", amount = ""] = text.split("=");
    return { findingId, cents: centsOf(amount), reason: "" };
  });
  return { approved };
}

async function pay(client: Client, claim: ClaimDetail, values: Values, what = ""): Promise<ClaimDetail> {
  const { number } = claim;
  const cents = centsOf(what);
  if (cents === 0) throw new UsageError("Say what came in: more than 0.00.");
  const note = values.note ?? "";
  if (values.proposal === undefined) {
    const kind = values.credit ? "credited" : "paid";
    return client.claims.pay({ number, kind, receivedOn: await dayOf(client, values.on), cents, note });
  }
  const proposal = claim.proposals[Number(values.proposal) - 1];
  if (proposal === undefined) throw new UsageError(`There is no proposal ${values.proposal}. See: claims show`);
  const { kind, receivedOn, key } = proposal;
  return client.claims.pay({ number, kind, receivedOn: values.on ?? receivedOn, cents, note, proposal: key });
}

function numberOf(text: string): number {
  const number = Number(/^(?:C-)?0*(\d{1,9})$/i.exec(text)?.[1] ?? "0");
  if (number === 0) throw new UsageError(`${text} is no claim: say C-0007 or 7.`);
  return number;
}

function centsOf(text: string): number {
  const cents = parseCents(text);
  if (cents === undefined || cents < 0) throw new UsageError(`${text} is no amount in dollars and cents.`);
  return cents;
}

async function dayOf(client: Client, text: string | undefined): Promise<string> {
  if (text === undefined) return (await client.workspace.status({})).today;
  if (!isIsoDate(text)) throw new UsageError(`${text} is no day. Write it as 2026-08-02.`);
  return text;
}
