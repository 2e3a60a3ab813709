/** Claims on the command line: from a finding to money, printed and as JSON. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { main } from "#main/cli/main.ts";
import { at, invoice, summary, writeTimed } from "../support/imports.ts";

let root: string;
let workspace: string;
const ids: string[] = [];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "backhaul-claims-"));
  workspace = join(root, "workspace");
  const paths = await writeTimed(root, [
    { path: "week.csv", text: summary("3 Standard Parcel 4", "4 Standard Parcel 5"), at: at(0) },
    { path: "billed.csv", text: invoice("INV-HARBOR-614", "3 Standard Parcel 3", "4 Standard Parcel 4"), at: at(0) },
    {
      ...{ path: "remittances.csv", at: at(0) },
      text: "Payment Date,Payment Number,Invoice Number,Amount\n2026-09-04,PAY-2,INV-HARBOR-614,100.00\n",
    },
  ]);
  await run("import", workspace, ...paths);
  await run("check", workspace);
  const { out } = await run("findings", workspace, "--code", "A01", "--json");
  for (const { id } of JSON.parse(out) as { id: string }[]) ids.push(id);
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Runs a command and gives what it printed. */
async function run(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const said = { out: "", error: "" };
  const keep = (stream: NodeJS.WriteStream, name: "out" | "error") =>
    vi.spyOn(stream, "write").mockImplementation((text) => {
      said[name] += String(text);
      return true;
    });
  const spies = [keep(process.stdout, "out"), keep(process.stderr, "error")];
  const code = await main(args);
  for (const spy of spies) spy.mockRestore();
  return { code, ...said };
}

it("goes from findings to a closed claim", async () => {
  expect(ids).toHaveLength(2);
  const [first = "", second = ""] = ids;
  const added = await run("claims", "add", workspace, first, second, "A99-0");
  expect(added).toMatchObject({ code: 1, error: "A99-0: It is not here any more.\n" });
  expect(added.out).toMatch(/^C-0001 {2}Amazon · DXA4 · INV-HARBOR-614 · draft · deadline 2026-08-22\nclaimed 600\.00/);
  await run("claims", "step", workspace, "C-0001", "submitted", "--on", "2026-08-20", "--reference", "CASE 1");
  const answer = ["step", workspace, "1", "partly-approved", "--on", "2026-08-25", "--grant", `${first}=250.00`];
  expect((await run("claims", ...answer)).out).toContain("approved 250.00 · received 0.00");
  const shown = await run("claims", "show", workspace, "c-1");
  expect(shown.out).toMatch(/proposal 1 {2}Payment PAY-2 of Sep 4, 2026 pays \$100\.00/);
  expect(shown.out).toMatch(/2026-08-20 {2}submitted {2}Reference CASE 1\. \(/);
  await run("claims", "pay", workspace, "1", "100.00", "--proposal", "1");
  await run("claims", "pay", workspace, "1", "150.00", "--on", "2026-09-18", "--credit", "--note", "by mail");
  expect((await run("claims", "undo", workspace, "1")).out).toContain("partly approved");
  const closed = await run("claims", "close", workspace, "1", "--on", "2026-09-30", "--reason", "Given up", "--json");
  expect(JSON.parse(closed.out)).toMatchObject({
    ...{ label: "C-0001", status: "closed", claimedCents: 60_000, approvedCents: 25_000 },
    ...{ recoveredCents: 10_000, writtenOffCents: 15_000, outstandingCents: 0 },
    payments: [{ kind: "paid", receivedOn: "2026-09-04", source: { document: "remittances.csv", row: 2 } }],
  });
  const listed = await run("claims", "list", workspace);
  expect(listed.out).toMatch(/C-0001 .* closed .* 600\.00 +250\.00 +100\.00 +150\.00 +0\.00\nAll /);
  expect(JSON.parse((await run("claims", "list", workspace, "--json")).out)).toMatchObject([{ number: 1 }]);
});

it.each([
  [["claims"], 2, /Say what to do/],
  [["claims", "sell", "W"], 2, /There is no "claims sell"/],
  [["claims", "show", "W"], 2, /one claim/],
  [["claims", "show", "W", "X-1"], 2, /X-1 is no claim/],
  [["claims", "show", "W", "9"], 1, /There is no claim C-0009 any more/],
  [["claims", "step", "W", "1"], 2, /what there is to say of it/],
  [["claims", "step", "W", "1", "won"], 2, /There is no state "won"/],
  [["claims", "step", "W", "1", "submitted", "--grant", "f=1.00"], 2, /Only an answer grants/],
  [["claims", "step", "W", "1", "rejected", "--on", "2026-02-30"], 2, /is no day/],
  [["claims", "pay", "W", "1", "much"], 2, /much is no amount/],
  [["claims", "pay", "W", "1", "0"], 2, /more than 0\.00/],
  [["claims", "pay", "W", "1", "1.00", "--note", "x".repeat(501)], 2, /too long, or not of its form/],
  [["verify-packet", "W", "W"], 2, /is no file/],
  [["claims", "pay", "W", "1", "1.00", "--proposal", "7"], 2, /There is no proposal 7/],
  [["claims", "pay", "W", "1", "1.00", "--on", "2026-09-01"], 1, /The claim is closed/],
  [["claims", "add", "W"], 2, /Say the findings/],
  [["claims", "list", "W", "more"], 2, /Say one workspace/],
])("refuses %j with exit code %i and a sentence", async (args, code, sentence) => {
  const result = await run(...args.map((arg) => (arg === "W" ? workspace : arg)));
  expect(result.code).toBe(code);
  expect(result.error).toMatch(sentence);
});
