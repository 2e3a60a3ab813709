/** Whatever is done with several claims, in whatever order: the store holds what the life cycle says, and undo restores it exactly. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sumsOf } from "#main/claims/sums.ts";
import { brokenAuditEntry } from "#main/store/audit.ts";
import { loadClaim } from "#main/store/claims.ts";
import { type Bench, openBench } from "../support/engine.ts";
import { allClaims, putFindings, trail } from "./support/claims.ts";

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(async () => bench.close());

const on = "2026-08-18";
const which = fc.nat(1);
const percent = fc.integer({ min: 1, max: 100 });
const command = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("step" as const), which, to: fc.nat(6), percent }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("pay" as const), which, percent }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("unpay" as const), which, payment: fc.nat(2) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("undo" as const), which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("decide" as const), which, dismiss: fc.boolean() }) },
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;
type Detail = Awaited<ReturnType<Bench["client"]["claims"]["get"]>>;

/** Two claims of two and three findings in a new workspace. */
async function begin(run: number): Promise<void> {
  await bench.engine.session.open(`${bench.root}/model ${run}`);
  const put = [311, 207, 1_003, 99, 450].map((cents, index) => ({
    ...{ id: `f${index}`, cents, invoice: index < 2 ? "INV-1" : "INV-2" },
  }));
  await bench.client.claims.join({ ids: await putFindings(bench, ...put) });
}

/** Does it, or hears why not. Returns whether it was done. */
async function carryOut(asked: Command): Promise<boolean> {
  const { claims, findings } = bench.client;
  const number = asked.which + 1;
  const claim = await claims.get({ number });
  switch (asked.kind) {
    case "step": {
      const to = claim.next[asked.to] ?? "acknowledged";
      const part = ({ findingId, claimedCents }: Detail["items"][number]) => ({
        ...{ findingId, cents: Math.floor((claimedCents * asked.percent) / 100), reason: "as agreed" },
      });
      const approved = to === "partly approved" ? claim.items.map(part) : [];
      return done(claims.step({ number, to, on, approved, note: "so" }));
    }
    case "pay": {
      const cents = Math.max(1, Math.ceil((claim.outstandingCents * asked.percent) / 100));
      return done(claims.pay({ number, kind: "credited", receivedOn: on, cents, note: "" }));
    }
    case "unpay":
      return done(claims.unpay({ number, payment: claim.payments[asked.payment]?.id ?? 0 }));
    case "undo":
      return done(claims.undo({ number }));
    default: {
      const ids = [asked.which === 0 ? "f0" : "f2"];
      const decision = asked.dismiss ? "dismiss" : "confirm";
      return (await findings.decide({ ids, decision, reason: "seen" })).changed.length > 0;
    }
  }
}

async function done(command: Promise<unknown>): Promise<boolean> {
  try {
    await command;
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: "REFUSED" });
    return false;
  }
}

async function invariants(): Promise<void> {
  const list = await allClaims(bench);
  for (const row of list.rows) {
    const detail = await bench.client.claims.get({ number: row.number });
    const stored = await bench.engine.session.workspace.store.read((db) => loadClaim(db, row.number));
    if (stored === undefined) throw new Error("the claim is listed");
    const sum = (of: (item: Detail["items"][number]) => number) =>
      detail.items.reduce((all, item) => all + of(item), 0);
    const { proposals, ...line } = row;
    expect(detail).toMatchObject(line);
    expect(detail.proposals).toHaveLength(proposals);
    expect(sum((item) => item.claimedCents)).toBe(row.claimedCents);
    expect(sum((item) => item.recoveredCents)).toBe(row.recoveredCents);
    if (row.status === "draft") continue;
    const sums = sumsOf(stored.claim);
    const { claimedCents, approvedCents, recoveredCents, writtenOffCents, outstandingCents } = row;
    expect(sums).toMatchObject({ claimedCents, approvedCents, recoveredCents, writtenOffCents, outstandingCents });
    expect(claimedCents).toBe(recoveredCents + writtenOffCents + outstandingCents + sums.declinedCents);
  }
  expect(list.sums.claimedCents).toBe(list.rows.reduce((all, row) => all + row.claimedCents, 0));
}

/** Everything of a claim but its history, which only grows. */
const shown = ({ history, ...claim }: Detail) => claim;

it("holds after any sequence of commands", async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 25 }), async (commands) => {
      run += 1;
      await begin(run);
      for (const asked of commands) {
        const entries = (await trail(bench)).length;
        const before = await bench.client.claims.get({ number: asked.which + 1 });
        const changed = await carryOut(asked);
        const added = (await trail(bench)).length - entries;
        // A decision that moves a finding into a claim or out of one says both.
        if (asked.kind !== "decide") expect(added).toBe(changed ? 1 : 0);
        else expect(added > 0).toBe(changed);
        await invariants();
        if (!changed || asked.kind === "decide" || asked.kind === "undo") continue;
        const after = await bench.client.claims.get({ number: asked.which + 1 });
        expect(shown(await bench.client.claims.undo({ number: asked.which + 1 }))).toEqual(shown(before));
        // And once more forward: the same command leads to the same claim, but for the number of a new payment.
        expect(await carryOut(asked)).toBe(true);
        const again = await bench.client.claims.get({ number: asked.which + 1 });
        const plain = ({ payments, ...claim }: ReturnType<typeof shown>) => ({
          ...claim,
          payments: payments.map(({ id, ...payment }) => payment),
        });
        expect(plain(shown(again))).toEqual(plain(shown(after)));
      }
      expect(await bench.engine.session.workspace.store.read(brokenAuditEntry)).toBeNull();
    }),
    { numRuns: 25 },
  );
});
