/** Packets on the command line, of an encrypted workspace too, and what their exit codes say. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { follow } from "#main/cli/command.ts";
import { main } from "#main/cli/main.ts";
import { type Bench, openBench } from "../support/engine.ts";
import { at, importTogether, invoice, summary } from "../support/imports.ts";
import { attachmentsOf } from "./reading.ts";

let bench: Bench;
const file = (name: string) => join(bench.root, name);
const FILES = [
  { path: "summary.csv", text: summary("3 Standard Parcel 5", "4 Standard Parcel 6"), at: at(1) },
  { path: "invoice.csv", text: invoice("INV-1", "3 Standard Parcel 4"), at: at(2) },
];

beforeAll(async () => {
  bench = await openBench();
  await importTogether(bench, FILES);
  await bench.check();
  const found = await bench.client.findings.list({ direction: ["owed", "overcharged"], withAmount: true });
  await bench.client.findings.decide({ ids: found.map(({ id }) => id), decision: "confirm", reason: "" });
});
afterAll(async () => bench.close());

/** Runs `backhaul` with these words, in this process; the workspace is let go meanwhile. */
async function backhaul(...args: readonly string[]): Promise<{ code: number; said: string }> {
  await bench.engine.session.leave();
  let said = "";
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, "write").mockImplementation((text) => {
      said += String(text);
      return true;
    });
  try {
    return { code: await main(args), said };
  } finally {
    vi.restoreAllMocks();
    await bench.engine.session.open(bench.workspace);
  }
}

it("a claim's packet is written in the format its file's name says, and verified with exit code 0", async () => {
  for (const name of ["claim.pdf", "claim.zip", "claim.xlsx", "claim.csv"]) {
    const made = await backhaul("packet", bench.workspace, "--claim", "C-0001", "--out", file(name));
    expect(made).toEqual({ code: 0, said: expect.stringMatching(/: \d+ findings?, \$[\d,.]+ claimable/) });
    const checked = await backhaul("verify-packet", bench.workspace, file(name));
    expect(checked).toEqual({ code: 0, said: expect.stringMatching(/The packet matches the workspace\.\n$/) });
  }
});

it("a packet that was changed is found with exit code 1, in words and as JSON", async () => {
  const bytes = await readFile(file("claim.pdf"));
  await writeFile(file("changed.pdf"), Buffer.concat([bytes, Buffer.from("%")]));
  const said = await backhaul("verify-packet", bench.workspace, file("changed.pdf"));
  expect(said).toEqual({ code: 1, said: expect.stringMatching(/^ {2}WRONG {2}The file is not as it was made/) });
  const json = await backhaul("verify-packet", bench.workspace, file("changed.pdf"), "--json");
  expect(json.code).toBe(1);
  expect(JSON.parse(json.said)).toMatchObject({ whole: false, packet: expect.any(String) });
});

it("findings are chosen and narrowed to whoever they are for", async () => {
  const all = await backhaul("packet", bench.workspace, "--for", "amazon", "--out", file("all.csv"), "--json");
  expect(all.code).toBe(0);
  const none = await backhaul("packet", bench.workspace, "--for", "lessor", "--out", file("none.pdf"));
  expect(none).toEqual({ code: 1, said: "No finding matches, so there is nothing to put into a packet.\n" });
});

it.each([
  [["--out", "packet.doc"], /must end in \.pdf, \.zip, \.xlsx, \.csv/],
  [["--claim", "seven", "--out", "x.pdf"], /"seven" is no claim's number\. Write it like C-0007\./],
  [["--claim", "1", "--code", "A01", "--out", "x.pdf"], /A claim says itself which findings it has/],
  [["--for", "everybody", "--out", "x.pdf"], /A packet is for amazon, lessor, payroll, internal\./],
])("%j is wrong usage", async (words, sentence) => {
  const { code, said } = await backhaul("packet", bench.workspace, ...words);
  expect(code).toBe(2);
  expect(said).toMatch(sentence);
});

it("a claim or file that is not there is said so", async () => {
  expect(await backhaul("packet", bench.workspace, "--claim", "99", "--out", file("x.pdf"))).toEqual({
    code: 1,
    said: "There is no claim C-0099 any more.\n",
  });
  expect((await backhaul("verify-packet", bench.workspace, file("nothing.pdf"))).code).toBe(2);
});

it("an encrypted workspace hands out the same originals, unsealed", async () => {
  await follow(await bench.client.workspace.encrypt({ passphrase: "four vans at dawn" }));
  const to = file("sealed.pdf");
  await follow(await bench.client.claims.packet({ filter: {}, claimNumber: 1, to: bench.files.offer(to) }));
  const attached = attachmentsOf(new Uint8Array(await readFile(to)));
  for (const { path, text } of FILES) expect(new TextDecoder().decode(attached.get(path))).toBe(text);
  const result = await bench.client.claims.verifyPacket({ file: bench.files.offer(to) });
  expect(result.lines.filter(({ state }) => state === "problem")).toEqual([]);
});
