/** Plans, undo, decisions and history: nothing is lost, nothing is written twice. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { follow } from "#main/cli/command.ts";
import { appendAudit, brokenAuditEntry } from "#main/store/audit.ts";
import { type Bench, importAndCheck, openBench } from "../support/engine.ts";
import { generateCompany } from "../support/sample/company.ts";

const options = { seed: 11, stations: 2, weeks: 1, routesPerDay: 8, firstSunday: "2026-08-02" };
const leaky = generateCompany({ ...options, leaks: true });
const clean = generateCompany({ ...options, leaks: false });
const invoiceOf = (company: typeof leaky) => company.files.filter((file) => /DTN7 Variable Invoice/.test(file.path));
const others = leaky.files.filter((file) => !/DTN7 Variable Invoice/.test(file.path));

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(async () => bench.close());

const first = async (code: "A01") => {
  const [finding] = await bench.client.findings.list({ code });
  if (!finding) throw new Error(`${code} is planted`);
  return finding;
};

describe("the plan is the preview", () => {
  it("says what is new and commits just that", async () => {
    const paths = await bench.put(leaky.files);
    const plan = await follow(
      await bench.client.documents.plan({ files: paths.map((path) => bench.files.offer(path)) }),
    );
    const planned = plan.files.reduce((sum, file) => sum + file.rows.new, 0);
    expect(plan.files.every((file) => file.state === "ready" && file.rows.changed + file.rows.already === 0)).toBe(
      true,
    );
    const done = await follow(await bench.client.documents.commit({ planId: plan.planId, hash: plan.hash }));
    expect(done.imported.reduce((sum, file) => sum + file.rows, 0)).toBe(planned);
  });

  it("of a corrected invoice says what changed and what it takes the place of", async () => {
    await importAndCheck(bench, leaky.files);
    const [invoice] = invoiceOf(leaky);
    const text = new TextDecoder().decode(invoice?.bytes).replace("325.00,", "324.00,");
    const [path = ""] = await bench.put([{ path: "corrected.csv", bytes: text }]);
    const plan = await follow(await bench.client.documents.plan({ files: [bench.files.offer(path)] }));
    expect(plan.files[0]?.rows).toMatchObject({ new: 0, changed: 1, error: 0 });
    expect(plan.files[0]?.message).toMatch(
      /1 changed.* It is newer than DTN7 Variable Invoice .* counts in place of it/,
    );
  });

  it("is refused when the workspace changed in between, and stores nothing", async () => {
    const paths = await bench.put(leaky.files);
    const plan = await follow(await bench.client.documents.plan({ files: [bench.files.offer(paths[0] ?? "")] }));
    await bench.importPaths(paths.slice(1, 3));
    const before = await bench.client.documents.history({});
    await expect(
      follow(await bench.client.documents.commit({ planId: plan.planId, hash: plan.hash })),
    ).rejects.toMatchObject({ code: "STALE_PLAN" });
    expect(await bench.client.documents.history({})).toEqual(before);
  });

  it("commits once", async () => {
    const [path = ""] = await bench.put(leaky.files);
    const plan = await follow(await bench.client.documents.plan({ files: [bench.files.offer(path)] }));
    await follow(await bench.client.documents.commit({ planId: plan.planId, hash: plan.hash }));
    await expect(
      follow(await bench.client.documents.commit({ planId: plan.planId, hash: plan.hash })),
    ).rejects.toMatchObject({ code: "STALE_PLAN" });
  });

  it("reads a file only with a token, once", async () => {
    const [path = ""] = await bench.put(leaky.files);
    const token = bench.files.offer(path);
    await follow(await bench.client.documents.plan({ files: [token] }));
    await expect(follow(await bench.client.documents.plan({ files: [token] }))).rejects.toMatchObject({
      code: "REFUSED",
    });
    await expect(
      follow(await bench.client.documents.plan({ files: [path.padEnd(16, "x").slice(0, 64)] })),
    ).rejects.toMatchObject({ code: "REFUSED" });
  });
});

describe("a later version of a document", () => {
  it("counts in place of the earlier one, whichever is imported first, and taking it back restores the earlier", async () => {
    await importAndCheck(bench, [...others, ...invoiceOf(leaky)]);
    const owed = await bench.client.findings.list({ station: "DTN7", family: "A" });
    expect(owed.length).toBeGreaterThan(0);
    await importAndCheck(
      bench,
      invoiceOf(clean).map((file) => ({ ...file, path: "corrected invoice.csv" })),
    );
    // That the invoice was amended is worth a look, and no money.
    const left = await bench.client.findings.list({ station: "DTN7", family: "A" });
    expect(left.filter(({ code, amountCents }) => code !== "A23" || amountCents !== null)).toEqual([]);
    const cleared = await bench.client.findings.list({ station: "DTN7", family: "A", status: ["cleared"] });
    expect(cleared.map((finding) => finding.id).sort()).toEqual(owed.map((finding) => finding.id).sort());
    const [newest] = await bench.client.documents.history({});
    await bench.client.documents.undo({ documentIds: [newest?.id ?? 0] });
    await bench.check();
    const again = await bench.client.findings.list({ station: "DTN7", family: "A" });
    expect(again.map((finding) => finding.id).sort()).toEqual(owed.map((finding) => finding.id).sort());
  });
});

describe("taking an import back", () => {
  it("of everything leaves no document, no open finding and no original", async () => {
    await importAndCheck(bench, leaky.files);
    for (const document of await bench.client.documents.history({}))
      await bench.client.documents.undo({ documentIds: [document.id] });
    await bench.check();
    expect(await bench.client.documents.history({})).toEqual([]);
    expect(await bench.client.findings.list({})).toEqual([]);
    const left = await readdir(join(bench.workspace, "originals"), { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
  });

  it("and importing again gives the findings of importing once", async () => {
    await importAndCheck(bench, leaky.files);
    const before = await bench.client.findings.list({});
    for (const document of await bench.client.documents.history({}))
      await bench.client.documents.undo({ documentIds: [document.id] });
    await importAndCheck(bench, leaky.files);
    expect(await bench.client.findings.list({})).toEqual(before);
  });
});

describe("decisions", () => {
  beforeEach(async () => {
    await importAndCheck(bench, leaky.files);
  });

  it("survive a re-check of the same money", async () => {
    const finding = await first("A01");
    await bench.client.findings.decide({ ids: [finding.id], decision: "dismiss", reason: "Paid on the next invoice" });
    await importAndCheck(bench, [
      {
        path: "more.csv",
        bytes: new TextEncoder().encode(
          "Station,Name,State,Time Zone,DSP Short Code\nDXA4,Renamed,CA,America/Los_Angeles,HLNE\nDTN7,Renamed,TN,America/Chicago,HLNE\n",
        ),
      },
    ]);
    expect((await bench.client.findings.get({ id: finding.id })).status).toBe("dismissed");
  });

  it("need a reason to dismiss", async () => {
    const finding = await first("A01");
    await expect(
      bench.client.findings.decide({ ids: [finding.id], decision: "dismiss", reason: "  " }),
    ).rejects.toMatchObject({ code: "REFUSED" });
    expect((await first("A01")).status).toBe("open");
  });

  it("can be taken back one by one, and the history says who, when and why", async () => {
    const { id } = await first("A01");
    await bench.client.findings.decide({ ids: [id], decision: "confirm", reason: "" });
    await bench.client.findings.decide({ ids: [id], decision: "dismiss", reason: "Not worth it" });
    await bench.client.findings.decide({ ids: [id], decision: "undo", reason: "" });
    expect((await bench.client.findings.get({ id })).status).toBe("confirmed");
    await bench.client.findings.decide({ ids: [id], decision: "undo", reason: "" });
    const detail = await bench.client.findings.get({ id });
    expect(detail.status).toBe("open");
    expect(detail.history.map((entry) => [entry.action, entry.actor, entry.reason])).toEqual([
      ["found", "tester", ""],
      ["confirmed", "tester", ""],
      ["dismissed", "tester", "Not worth it"],
      ["undone", "tester", ""],
      ["undone", "tester", ""],
    ]);
  });

  it("a dismissed finding opens again when its amount moves, and says why", async () => {
    const { id, station } = await first("A01");
    await bench.client.findings.decide({ ids: [id], decision: "dismiss", reason: "Small" });
    const card = leaky.files.find((file) => /rate-card/.test(file.path));
    const text = new TextDecoder().decode(card?.bytes).replaceAll("325.00", "326.00").replaceAll("310.00", "311.00");
    await importAndCheck(bench, [{ path: "new-card.csv", bytes: new TextEncoder().encode(text) }]);
    const detail = await bench.client.findings.get({ id });
    expect(detail).toMatchObject({ status: "open", station });
    expect(detail.history.at(-1)).toMatchObject({ action: "reopened" });
    expect(detail.history.at(-1)?.reason).toMatch(/moved from \$[\d,.]+ to \$[\d,.]+/);
  });
});

describe("evidence", () => {
  it("of every finding resolves to the row of the archived original that it quotes", async () => {
    await importAndCheck(bench, leaky.files);
    const findings = await bench.client.findings.list({});
    expect(findings.length).toBeGreaterThan(10);
    for (const { id } of findings) {
      const detail = await bench.client.findings.get({ id });
      expect(detail.sources).toHaveLength(detail.evidence.length);
      for (const [index, source] of detail.sources.entries()) {
        const grid = await bench.client.documents.source({
          documentId: source.documentId,
          sheet: source.sheet,
          row: source.row,
          around: 0,
        });
        for (const text of Object.values(detail.evidence[index]?.cells ?? {})) expect(grid.rows[0]).toContain(text);
        expect(grid.sha256).toBe(detail.evidence[index]?.sha256);
      }
    }
  });
});

describe("the audit trail", () => {
  it("is a whole chain after a day's work, and cannot be changed or shortened", async () => {
    await importAndCheck(bench, leaky.files);
    await bench.client.findings.decide({ ids: [(await first("A01")).id], decision: "confirm", reason: "" });
    const { store } = bench.engine.session.workspace;
    expect(await store.read(brokenAuditEntry)).toBeNull();
    const entries = await store.read((db) => db.selectFrom("audit").selectAll().execute());
    expect(new Set(entries.map((entry) => entry.command))).toEqual(
      new Set(["import", "check", "confirm", "join claim"]),
    );
    await expect(store.write((db) => db.updateTable("audit").set({ actor: "someone else" }).execute())).rejects.toThrow(
      /append-only/,
    );
    await expect(store.write((db) => db.deleteFrom("audit").execute())).rejects.toThrow(/append-only/);
  });

  it("is written in the transaction it describes: what is rolled back leaves no entry", async () => {
    const { store } = bench.engine.session.workspace;
    const entry = {
      at: "2026-08-18T12:00:00.000Z",
      actor: "tester",
      command: "import",
      subject: "x",
      before: null,
      after: null,
    };
    await expect(
      store.write(async (db) => {
        await appendAudit(db, entry);
        throw new Error("half way");
      }),
    ).rejects.toThrow("half way");
    expect(await store.read((db) => db.selectFrom("audit").selectAll().execute())).toEqual([]);
  });
});

describe("a confirmed finding", () => {
  const card = () => {
    const text = new TextDecoder().decode(leaky.files.find((file) => /rate-card/.test(file.path))?.bytes);
    return text.replaceAll("325.00", "326.00").replaceAll("310.00", "311.00");
  };
  beforeEach(async () => {
    await importAndCheck(bench, leaky.files);
  });

  it("stays confirmed and in its claim when its amount moves, and its history says so", async () => {
    const { id, amountCents } = await first("A01");
    await bench.client.findings.decide({ ids: [id], decision: "confirm", reason: "" });
    await importAndCheck(bench, [{ path: "new-card.csv", bytes: new TextEncoder().encode(card()) }]);
    const detail = await bench.client.findings.get({ id });
    expect(detail).toMatchObject({ status: "confirmed", claim: { label: "C-0001", status: "draft" } });
    expect(detail.amountCents).not.toBe(amountCents);
    expect(detail.history.at(-1)).toMatchObject({ action: "changed", amountCents: detail.amountCents });
    expect(detail.history.at(-1)?.reason).toMatch(/^The amount moved from \$[\d,.]+ to \$[\d,.]+\.$/);
  });

  it("is cleared when its cause is gone and opens again when it comes back; the old decision is then no longer taken back", async () => {
    const { id } = await first("A01");
    await bench.client.findings.decide({ ids: [id], decision: "confirm", reason: "" });
    const { station } = await bench.client.findings.get({ id });
    const pattern = new RegExp(`${station} Variable Invoice`);
    const corrected = clean.files
      .filter((file) => pattern.test(file.path))
      .map((file) => ({ ...file, path: `corrected ${file.path}` }));
    await importAndCheck(bench, corrected);
    const cleared = await bench.client.findings.get({ id });
    expect(cleared.status).toBe("cleared");
    expect(cleared.history.at(-1)).toMatchObject({
      action: "cleared",
      reason: "The documents agree now; the cause is gone.",
    });
    const [newest] = await bench.client.documents.history({});
    await bench.client.documents.undo({ documentIds: [newest?.id ?? 0] });
    await bench.check();
    const again = await bench.client.findings.get({ id });
    expect(again.status).toBe("open");
    expect(again.history.at(-1)).toMatchObject({ action: "reopened", reason: "The cause is there again." });
    const undone = await bench.client.findings.decide({ ids: [id], decision: "undo", reason: "" });
    expect(undone.changed).toEqual([]);
  });
});
