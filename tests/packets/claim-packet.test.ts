/** Packets of claims through the contract: from findings of real documents to files, and back to the question whether they still hold. */
import { createHash, randomFillSync } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { follow } from "#main/cli/command.ts";
import { originalPath } from "#main/documents/archive.ts";
import type { PacketFormat } from "#shared/contract/claims.ts";
import { type Bench, importAndCheck, openBench } from "../support/engine.ts";
import { generateCompany } from "../support/sample/company.ts";
import { attachmentsOf, bookmarksOf, flawsOf, pagesOf, squeezed } from "./reading.ts";

const company = generateCompany({
  seed: 11,
  stations: 2,
  weeks: 1,
  routesPerDay: 8,
  firstSunday: "2026-08-02",
  leaks: true,
});
const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
  await importAndCheck(bench, company.files);
  const found = await bench.client.findings.list({ direction: ["owed", "overcharged"], withAmount: true });
  await bench.client.findings.decide({ ids: found.map(({ id }) => id), decision: "confirm", reason: "" });
}, 60_000);
afterAll(async () => bench.close());

const claims = async () =>
  (await bench.client.claims.list({ filter: {}, sort: "number", descending: false, offset: 0, limit: 100 })).rows;
const firstOf = async (kind: "amazon" | "lessor") => {
  const row = (await claims()).find((each) => each.kind === kind);
  if (!row) throw new Error(`the company has a claim on ${kind}`);
  return row;
};
const packet = async (claimNumber: number, format: PacketFormat) => {
  const made = await follow(await bench.client.claims.packet({ filter: {}, claimNumber, format }));
  const path = join(bench.engine.session.workspace.packets, made.file);
  return { made, path, bytes: new Uint8Array(await readFile(path)) };
};
const verify = async (bytes: Uint8Array | string) => {
  const [path = ""] = await bench.put([{ path: "back.bin", bytes }]);
  return bench.client.claims.verifyPacket({ file: bench.files.offer(path) });
};
const problems = ({ lines }: Awaited<ReturnType<typeof verify>>) =>
  lines.filter(({ state }) => state === "problem").map(({ text }) => text);

describe("the packet of a claim", () => {
  it("claims what the claim claims, in every format, and is remembered with it", async () => {
    const claim = await firstOf("amazon");
    for (const format of ["pdf", "zip", "xlsx", "csv"] as const) {
      const { made, bytes } = await packet(claim.number, format);
      expect(made).toMatchObject({ findings: claim.findings, totalCents: claim.claimedCents, sha256: hashOf(bytes) });
      expect(made.file).toMatch(new RegExp(`^Backhaul packet .*\\.${format}$`));
      expect(made.pages > 0).toBe(format === "pdf" || format === "zip");
    }
    const { packets } = await bench.client.claims.get({ number: claim.number });
    expect(packets.map(({ format }) => format)).toEqual(["pdf", "zip", "xlsx", "csv"]);
    expect(
      await bench.engine.session.workspace.store.read((db) =>
        db.selectFrom("audit").select(["command"]).where("command", "=", "packet").execute(),
      ),
    ).toHaveLength(4);
  });

  it("names claim, counterparty, invoice and total, has bookmarks and the originals exactly as imported", async () => {
    const claim = await firstOf("amazon");
    const { bytes } = await packet(claim.number, "pdf");
    expect(flawsOf(bytes)).toBe("");
    const cover = squeezed(pagesOf(bytes)[0] ?? "");
    for (const part of [`Claim ${claim.label}`, "Amazon", claim.invoiceNumber ?? "", "Please correct invoice"])
      expect(cover).toContain(squeezed(part));
    expect(bookmarksOf(bytes)[1]?.kids.flatMap(({ kids }) => kids)).toHaveLength(claim.findings);
    const imported = new Map(company.files.map((file) => [hashOf(file.bytes), file.path]));
    const members = company.files
      .filter(({ path }) => path.endsWith(".zip"))
      .flatMap((file) => Object.values(unzipSync(file.bytes)).map(hashOf));
    const attached = [...attachmentsOf(bytes)].filter(
      ([name]) => !/^(?:findings\.csv|backhaul-packet\.json)$/.test(name),
    );
    expect(attached.length).toBeGreaterThan(1);
    for (const [, content] of attached)
      expect(imported.has(hashOf(content)) || members.includes(hashOf(content))).toBe(true);
  });

  it("shows Amazon nobody's hours or pay and no lease, and a lessor none of Amazon's rates", async () => {
    const pay = company.files.filter(({ path }) => /timecard|roster/i.test(path)).map(({ bytes }) => hashOf(bytes));
    const amazons = company.files.filter(({ path }) => /Variable|Incentive|rate-card|Weekly/i.test(path));
    const toAmazon = await packet((await firstOf("amazon")).number, "pdf");
    for (const content of attachmentsOf(toAmazon.bytes).values()) expect(pay).not.toContain(hashOf(content));
    const toLessor = await packet((await firstOf("lessor")).number, "pdf");
    const names = [...attachmentsOf(toLessor.bytes).keys()];
    expect(names.filter((name) => amazons.some(({ path }) => path.endsWith(name)))).toEqual([]);
    expect(names).not.toContain("lease-schedule.csv");
    expect(squeezed(pagesOf(toLessor.bytes).join(""))).toContain("Pleasecredit");
  });

  it("the ZIP holds pages, rows and originals, and a list that fits", async () => {
    const { bytes } = await packet((await firstOf("lessor")).number, "zip");
    const files = unzipSync(bytes);
    const sums = new TextDecoder().decode(files["SHA256SUMS.txt"]).trimEnd().split("\n");
    expect(sums.map((line) => line.slice(66)).sort()).toEqual(
      Object.keys(files)
        .filter((name) => name !== "SHA256SUMS.txt")
        .sort(),
    );
    for (const line of sums) expect(hashOf(files[line.slice(66)] ?? new Uint8Array())).toBe(line.slice(0, 64));
    expect(Object.keys(files).some((name) => name.startsWith("originals/"))).toBe(true);
    expect(Object.keys(files).filter((name) => name.includes(".."))).toEqual([]);
  });

  it("is refused for a claim that is none", async () => {
    await expect(packet(9_999, "pdf")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("that is cancelled between pages leaves no file, no number and no entry", async () => {
    const { number } = await firstOf("amazon");
    const { packets, store } = bench.engine.session.workspace;
    const before = [await readdir(packets), await store.read((db) => db.selectFrom("audit").select("seq").execute())];
    const abort = new AbortController();
    const events = await bench.client.claims.packet(
      { filter: {}, claimNumber: number, format: "pdf" },
      { signal: abort.signal },
    );
    const stages: string[] = [];
    const cancelled = (async () => {
      for await (const event of events) {
        if (event.type === "progress") stages.push(event.stage);
        if (event.type === "progress" && event.stage === "Writing the pages" && event.done === 2) abort.abort();
      }
    })();
    await expect(cancelled).rejects.toThrow();
    expect(new Set(stages)).toEqual(
      new Set(["Gathering", "Reading the sources", "Setting the pages", "Writing the pages"]),
    );
    expect([await readdir(packets), await store.read((db) => db.selectFrom("audit").select("seq").execute())]).toEqual(
      before,
    );
  });
});

describe("verifying a packet", () => {
  it.each(["pdf", "zip", "xlsx", "csv"] as const)("finds a %s as it was made", async (format) => {
    const { bytes } = await packet((await firstOf("amazon")).number, format);
    const result = await verify(bytes);
    expect(problems(result)).toEqual([]);
    expect(result.whole).toBe(true);
    expect(result.lines[0]?.text).toMatch(/as it was made on Aug 18, 2026/);
  });

  it("finds one byte that was changed", async () => {
    const { bytes } = await packet((await firstOf("amazon")).number, "pdf");
    const last = Buffer.from(bytes).lastIndexOf("%%EOF");
    const changed = Uint8Array.from(bytes);
    changed[last + 5] = 0x20;
    const result = await verify(changed);
    expect(result.whole).toBe(false);
    expect(problems(result)).toEqual([
      expect.stringMatching(/^The file is not as it was made: packet .* had another fingerprint\./),
    ]);
  });

  it("finds any byte that was changed anywhere, and never stumbles over it", async () => {
    const { bytes } = await packet((await firstOf("lessor")).number, "pdf");
    for (let part = 0; part < 24; part += 1) {
      const changed = Uint8Array.from(bytes);
      const at = Math.floor((part * bytes.length) / 24);
      changed[at] = (changed[at] ?? 0) ^ 0x15;
      const result = await verify(changed);
      expect(result.whole).toBe(false);
      expect(problems(result).length).toBeGreaterThan(0);
    }
  });

  it("finds an amount that was changed in what the packet says of itself", async () => {
    const claim = await firstOf("amazon");
    const files = unzipSync((await packet(claim.number, "zip")).bytes);
    const manifest = JSON.parse(new TextDecoder().decode(files["backhaul-packet.json"]));
    manifest.findings[0].cents += 100;
    manifest.findings[0].foundCents += 100;
    files["backhaul-packet.json"] = new TextEncoder().encode(JSON.stringify(manifest));
    const texts = problems(await verify(zipSync(files)));
    expect(texts).toContainEqual(expect.stringMatching(/^The file is not as it was made/));
    expect(texts).toContainEqual(
      expect.stringMatching(/^Its findings add up to \$[\d,.]+, and its total says \$[\d,.]+\.$/),
    );
    expect(texts).toContainEqual(
      expect.stringMatching(/^Finding 1, A\d\d .* came to \$[\d,.]+ in the packet and comes to \$[\d,.]+ now\.$/),
    );
  });

  it("finds a file that was changed, taken out or put in", async () => {
    const claim = await firstOf("amazon");
    const { bytes } = await packet(claim.number, "zip");
    const [name = ""] = Object.keys(unzipSync(bytes)).filter((each) => each.startsWith("originals/"));
    const with_ = async (change: (files: ReturnType<typeof unzipSync>) => void) => {
      const files = unzipSync(bytes);
      change(files);
      return problems(await verify(zipSync(files)));
    };
    expect(
      await with_((files) => {
        files[name] = new TextEncoder().encode("other");
      }),
    ).toContain(`${name} was changed after the packet was made.`);
    expect(
      await with_((files) => {
        delete files[name];
      }),
    ).toContain(`${name} belongs to the packet and is not in it any more.`);
    expect(
      await with_((files) => {
        files["extra.csv"] = new Uint8Array([65]);
      }),
    ).toContain("extra.csv was added after the packet was made.");
    expect(
      await with_((files) => {
        delete files["backhaul-packet.json"];
      }),
    ).toEqual(["This is no packet of Backhaul, or what makes it one was taken out of it."]);
    expect(
      await with_((files) => {
        files["backhaul-packet.json"] = new Uint8Array([65]);
      }),
    ).toEqual(["What this packet says of itself cannot be read: it was changed after it was made."]);
  });

  it("says of what is no packet that it is none, whatever it is", async () => {
    for (const file of company.files.filter(({ path }) => /\.(?:zip|xlsx|csv)$/.test(path)).slice(0, 4))
      expect((await verify(file.bytes)).whole).toBe(false);
    for (const bytes of ["", "%PDF-1.7 and then nothing", "PK\u0003\u0004 torn", "plain text"])
      expect(problems(await verify(bytes))).toHaveLength(1);
    const page = join(bench.root, "exceptions.pdf");
    await bench.client.findings.exceptionsPage({ day: "2026-08-05", station: null, to: bench.files.offer(page) });
    const foreign = await readFile(page);
    expect(problems(await verify(foreign))).toEqual([
      "This is no packet of Backhaul, or what makes it one was taken out of it.",
    ]);
  });

  it("finds an amount that moved, a finding that was cleared, and an original that was changed since", async () => {
    const claim = await firstOf("amazon");
    const { bytes } = await packet(claim.number, "pdf");
    const { store, originals } = bench.engine.session.workspace;
    const { items } = await bench.client.claims.get({ number: claim.number });
    const [moved, cleared] = items;
    if (!moved || !cleared) throw new Error("two findings");
    await store.write((db) =>
      db.updateTable("finding").set({ amountCents: 1 }).where("id", "=", moved.findingId).execute(),
    );
    await store.write((db) =>
      db.updateTable("finding").set({ status: "cleared" }).where("id", "=", cleared.findingId).execute(),
    );
    const manifest = JSON.parse(new TextDecoder().decode(attachmentsOf(bytes).get("backhaul-packet.json")));
    const source = manifest.sources.find(({ document }: { document: string }) => !document.includes("/"));
    const path = originalPath(originals, source.sha256);
    const kept = await readFile(path);
    await writeFile(path, "changed");
    const result = await verify(bytes);
    await writeFile(path, kept);
    expect(problems(result)).toEqual([
      `The original of ${source.document} is missing from the archive or was changed.`,
      expect.stringMatching(/came to \$[\d,.]+ in the packet and comes to \$0\.01 now\.$/),
    ]);
    expect(result.lines).toContainEqual({
      state: "note",
      text: expect.stringMatching(/was cleared since: the documents agree now\.$/),
    });
    await store.write((db) =>
      db.updateTable("finding").set({ amountCents: moved.nowCents }).where("id", "=", moved.findingId).execute(),
    );
    await store.write((db) =>
      db.updateTable("finding").set({ status: "confirmed" }).where("id", "=", cleared.findingId).execute(),
    );
  });

  it("knows a packet of another workspace for what it is", async () => {
    const { bytes } = await packet((await firstOf("amazon")).number, "pdf");
    const other = await openBench();
    try {
      const [path = ""] = await other.put([{ path: "back.pdf", bytes }]);
      const { whole, lines } = await other.client.claims.verifyPacket({ file: other.files.offer(path) });
      expect(whole).toBe(false);
      expect(lines[0]?.text).toMatch(/^This workspace has not made a packet /);
      expect(lines.map(({ text }) => text)).toContain(
        "The entry of the audit trail that it was sealed with is not in this workspace.",
      );
    } finally {
      await other.close();
    }
  });
});

it("an original that is missing is said to be, and its findings show the cells they were found on", async () => {
  const claim = await firstOf("amazon");
  const { sources = [] } = JSON.parse(
    new TextDecoder().decode(attachmentsOf((await packet(claim.number, "pdf")).bytes).get("backhaul-packet.json")),
  );
  const source = sources.find(({ document }: { document: string }) => /Variable/.test(document));
  const path = originalPath(bench.engine.session.workspace.originals, source.sha256);
  const kept = await readFile(path);
  await rm(path);
  try {
    const { bytes, made } = await packet(claim.number, "pdf");
    expect(made.totalCents).toBe(claim.claimedCents);
    expect(squeezed(pagesOf(bytes).join(""))).toContain("Missingfromthearchive");
    expect(attachmentsOf(bytes).has(source.document)).toBe(false);
  } finally {
    await writeFile(path, kept);
  }
});

describe("originals that are too large for a PDF", () => {
  /** The company with an invoice that carries a large picture. */
  async function heavyBench(): Promise<Bench> {
    const heavy = company.files.map((file) => {
      if (!/DXA4 Variable Invoice.*\.xlsx$/.test(file.path)) return file;
      const picture = randomFillSync(new Uint8Array(21 * 1024 * 1024));
      return { ...file, bytes: zipSync({ ...unzipSync(file.bytes), "xl/media/image1.png": picture }, { level: 0 }) };
    });
    const own = await openBench();
    await importAndCheck(own, heavy);
    return own;
  }

  it("go into a ZIP of the same name, and the PDF says so", async () => {
    const own = await heavyBench();
    try {
      const to = join(own.root, "handed out.pdf");
      const made = await follow(
        await own.client.claims.packet({ filter: { code: "A01" }, kind: "amazon", to: own.files.offer(to) }),
      );
      const bytes = new Uint8Array(await readFile(to));
      expect(hashOf(bytes)).toBe(made.sha256);
      expect([...attachmentsOf(bytes).keys()].sort()).toEqual(["backhaul-packet.json", "findings.csv"]);
      expect(squeezed(pagesOf(bytes).join(""))).toContain("sotheyareinaZIP");
      const folder = own.engine.session.workspace.packets;
      const [zip = ""] = await readdir(folder);
      expect(zip).toMatch(/\.zip$/);
      expect(made.zip).toBe(zip);
      const files = unzipSync(new Uint8Array(await readFile(join(folder, zip))));
      expect(Object.keys(files).some((name) => /^originals\/DXA4 Variable Invoice/.test(name))).toBe(true);
      for (const path of [to, join(folder, zip)]) {
        const { lines, whole } = await own.client.claims.verifyPacket({ file: own.files.offer(path) });
        expect(lines.filter(({ state }) => state === "problem")).toEqual([]);
        expect(whole).toBe(true);
      }
    } finally {
      await own.close();
    }
  }, 120_000);
});
