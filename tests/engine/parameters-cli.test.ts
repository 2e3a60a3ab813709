/** Parameters on the command line: written in their unit, listed with what was set. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { main } from "#main/cli/main.ts";

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "backhaul-cli-"));
  const stations = join(root, "stations.csv");
  await writeFile(stations, "Station,Name,State,Time Zone\nDXA4,Memphis,TN,America/Chicago\n");
  await run("import", join(root, "workspace"), stations);
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe("a value", () => {
  it("sets a value in its unit and lists it", async () => {
    const done = await run("set", join(root, "workspace"), "a13", "money", "1.50", "--from", "2026-08-02");
    expect(done).toMatchObject({ code: 0, error: "" });
    expect(done.out).toContain("$1.50 from 2026-08-02");
    const listed = await run("parameters", join(root, "workspace"), "--json");
    const all: unknown = JSON.parse(listed.out);
    expect(all).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          code: "A13",
          name: "money",
          values: [{ effectiveFrom: "2026-08-02", value: 150 }],
        }),
      ]),
    );
    expect((await run("parameters", join(root, "workspace"))).out).toMatch(/A13 +money .*\$1\.50 from 2026-08-02/);
  });

  it.each([
    [["A13", "money", "a lot"], /is not an amount in dollars and cents/],
    [["A13", "monies", "1"], /A13 has no parameter "monies". It has: money, tolerance/],
    [["Z99", "money", "1"], /There is no check Z99/],
    [["A13", "money", "1", "--from", "2026-02-30"], /no day/],
    [["A13", "money"], /Say a workspace/],
  ])("refuses %j with what is wrong", async (args, sentence) => {
    const { code, error } = await run("set", join(root, "workspace"), ...args);
    expect(code).toBe(2);
    expect(error).toMatch(sentence);
  });
});

/** Runs a command and gives what it printed. */
async function run(...args: string[]) {
  const printed = { out: "", error: "" };
  const out = vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed.out += String(text);
    return true;
  });
  const error = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    printed.error += String(text);
    return true;
  });
  const code = await main(args);
  out.mockRestore();
  error.mockRestore();
  return { code, ...printed };
}
