/** Decisions through the engine: one by one and by the thousand, with the claims they join and leave, the trail of them, and undo. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { brokenAuditEntry } from "#main/store/audit.ts";
import { addEvent } from "#main/store/findings.ts";
import type { FindingFilter } from "#shared/contract/schemas.ts";
import { type Bench, openBench } from "../support/engine.ts";
import { fillFindings } from "../support/many-findings.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(async () => bench.close());

const fill = (count: number) => fillFindings(bench.engine.session.workspace.store, count);
const ids = async (filter: FindingFilter) => (await bench.client.findings.list(filter)).map(({ id }) => id);
const decide = (some: readonly string[], decision: "confirm" | "dismiss" | "undo", reason = "") =>
  bench.client.findings.decide({ ids: [...some], decision, reason });
const trail = () =>
  bench.engine.session.workspace.store.read((db) => db.selectFrom("audit").selectAll().orderBy("seq").execute());
const statuses = async (some: readonly string[]) => {
  const all = await bench.client.findings.list({ status: ["open", "confirmed", "dismissed", "cleared"] });
  return all.filter(({ id }) => some.includes(id)).map(({ status }) => status);
};

describe("five thousand findings at once", () => {
  it("are dismissed and brought back as one, with an entry in each history and one in the trail", async () => {
    await fill(8200);
    const open = (await ids({ status: ["open"] })).slice(0, 5000);
    expect(open).toHaveLength(5000);
    const { changed, left } = await decide(open, "dismiss", "Settled by phone");
    expect([changed.length, left]).toEqual([5000, []]);
    expect(new Set(await statuses(open))).toEqual(new Set(["dismissed"]));
    const detail = await bench.client.findings.get({ id: open[4999] ?? "" });
    expect(detail.history.at(-1)).toMatchObject({ action: "dismissed", reason: "Settled by phone", actor: "tester" });
    const [entry, ...more] = await trail();
    expect([entry?.command, entry?.subject, more]).toEqual(["dismiss", "5000 findings", []]);
    expect(Object.keys(JSON.parse(entry?.before ?? "{}"))).toHaveLength(5000);
    await decide(open, "undo");
    expect(new Set(await statuses(open))).toEqual(new Set(["open"]));
    expect(await bench.engine.session.workspace.store.read(brokenAuditEntry)).toBeNull();
  });

  it("are taken back each to what it was", async () => {
    await fill(300);
    const mixed = await ids({});
    const before = await statuses(mixed);
    expect(new Set(before).size).toBe(3);
    const { changed } = await decide(mixed, "confirm");
    await decide(changed, "undo");
    expect(await statuses(mixed)).toEqual(before);
  });
});

describe("a decision", () => {
  beforeEach(() => fill(300));

  it("passes over what it does not fit: already so, cleared, or not there", async () => {
    const [confirmed = ""] = await ids({ status: ["confirmed"] });
    const [cleared = ""] = await ids({ status: ["cleared"] });
    const seen = await trail();
    expect((await decide([confirmed, cleared, "nothing"], "confirm")).changed).toEqual([]);
    expect((await decide([cleared], "undo")).changed).toEqual([]);
    expect(await trail()).toEqual(seen);
  });

  it("counts once for a finding that is named twice", async () => {
    const [open = ""] = await ids({ status: ["open"] });
    expect((await decide([open, open], "dismiss", "Twice")).changed).toEqual([open]);
    expect((await bench.client.findings.get({ id: open })).history).toHaveLength(2);
  });

  it("that was taken back cannot be taken back again", async () => {
    const [open = ""] = await ids({ status: ["open"] });
    await decide([open], "dismiss", "No");
    expect((await decide([open], "undo")).changed).toEqual([open]);
    expect((await decide([open], "undo")).changed).toEqual([]);
  });
});

it("a dismissal does not come back for another amount: taking back what came after it leaves the finding open", async () => {
  await fill(60);
  const { store } = bench.engine.session.workspace;
  const [moved = "", still = ""] = await ids({ status: ["open"], withAmount: true });
  await decide([moved, still], "dismiss", "Small");
  await decide([moved, still], "confirm");
  await store.write((db) =>
    addEvent(db, moved, {
      ...{ at: "2026-08-18T12:00:00.000Z", actor: "tester", action: "changed", reason: "The amount moved." },
      ...{ amountCents: 999_999, statusBefore: "confirmed" },
    }),
  );
  await decide([moved, still], "undo");
  expect((await bench.client.findings.get({ id: moved })).status).toBe("open");
  expect((await bench.client.findings.get({ id: still })).status).toBe("dismissed");
});

describe("claims", () => {
  beforeEach(() => fill(300));
  const claimableIds = () => ids({ status: ["open"], direction: ["owed"], withAmount: true, counterparty: "Amazon" });

  it("are joined by what is confirmed and can be claimed, and by nothing else", async () => {
    const owed = (await claimableIds()).slice(0, 3);
    const watched = (await ids({ status: ["open"], direction: ["watch"] })).slice(0, 2);
    const { claims, changed } = await decide([...owed, ...watched], "confirm");
    expect(changed).toHaveLength(5);
    expect(claims.reduce((sum, { added }) => sum + added, 0)).toBe(3);
    for (const id of owed) {
      const { claim } = await bench.client.findings.get({ id });
      expect(claims.map(({ label }) => label)).toContain(claim?.label);
      expect(claim?.status).toBe("draft");
    }
    for (const id of watched) expect((await bench.client.findings.get({ id })).claim).toBeNull();
    const rows = (
      await bench.client.findings.queue({
        filter: { claimed: true },
        sort: "amount",
        descending: true,
        offset: 0,
        limit: 50,
      })
    ).rows;
    expect(rows.map(({ id }) => id).sort()).toEqual([...owed].sort());
  });

  it.each(["undo", "dismiss"] as const)("in draft are left again by %s", async (decision) => {
    const [id = ""] = await claimableIds();
    await decide([id], "confirm");
    expect((await decide([id], decision, decision === "dismiss" ? "After all not" : "")).left).toEqual([]);
    expect((await bench.client.findings.get({ id })).claim).toBeNull();
  });

  it("that were submitted keep their findings: they are left with a sentence, the others are decided", async () => {
    const [inside = "", outside = ""] = await claimableIds();
    await decide([inside], "confirm");
    await bench.engine.session.workspace.store.write((db) =>
      db.updateTable("claim").set({ status: "submitted" }).execute(),
    );
    const { changed, left } = await decide([inside, outside], "dismiss", "Too late");
    expect(changed).toEqual([outside]);
    expect(left).toEqual([{ id: inside, why: expect.stringMatching(/claim C-0001, which was submitted/) }]);
    expect((await bench.client.findings.get({ id: inside })).status).toBe("confirmed");
  });

  it("are joined again when a dismissal is taken back to confirmed", async () => {
    const [id = ""] = await claimableIds();
    await decide([id], "confirm");
    await decide([id], "dismiss", "Hm");
    const { claims } = await decide([id], "undo");
    expect(claims).toMatchObject([{ added: 1 }]);
    expect((await bench.client.findings.get({ id })).claim?.status).toBe("draft");
  });
});

describe("giving findings to somebody", () => {
  beforeEach(() => fill(300));

  it("shows in the row, the filter, the detail and the history, with who did it", async () => {
    const some = (await ids({ assignee: "" })).slice(0, 3);
    expect((await bench.client.findings.assign({ ids: some, to: " Priya " })).changed.sort()).toEqual([...some].sort());
    expect((await ids({ assignee: "Priya" })).sort()).toEqual([...some].sort());
    const [id = ""] = some;
    expect((await bench.client.findings.get({ id })).assignee).toBe("Priya");
    await bench.client.findings.assign({ ids: [id], to: null });
    const { assignee, history } = await bench.client.findings.get({ id });
    expect(assignee).toBeNull();
    expect(history.slice(-2).map(({ action, reason, actor }) => [action, reason, actor])).toEqual([
      ["assigned", "Priya", "tester"],
      ["assigned", "", "tester"],
    ]);
  });

  it("changes only those that were somebody else's, and is written down once", async () => {
    const [dana = ""] = await ids({ assignee: "Dana" });
    const [luis = ""] = await ids({ assignee: "Luis" });
    expect((await bench.client.findings.assign({ ids: [dana, luis, "nothing"], to: "Dana" })).changed).toEqual([luis]);
    expect((await bench.client.findings.assign({ ids: [dana, luis], to: "Dana" })).changed).toEqual([]);
    expect((await trail()).map(({ command, subject }) => [command, subject])).toEqual([["assign", luis]]);
  });

  it("is no decision: undo does not take it back", async () => {
    const [id = ""] = await ids({ status: ["open"], assignee: "" });
    await bench.client.findings.assign({ ids: [id], to: "Priya" });
    expect((await decide([id], "undo")).changed).toEqual([]);
  });
});
