/** Mappings on the command line: a draft to edit, saved, used and taken elsewhere. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { main } from "#main/cli/main.ts";
import { mappingProfile } from "#shared/contract/schemas.ts";

let root: string;
let workspace: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "backhaul-cli-"));
  workspace = join(root, "workspace");
  await mkdir(join(root, "inbox"));
  await run(
    "import",
    workspace,
    await put("stations.csv", "Station,Name,State,Time Zone\nDXA4,Memphis,TN,America/Chicago\n"),
  );
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(root, { recursive: true, force: true });
});

async function put(name: string, text: string): Promise<string> {
  const path = join(root, "inbox", name);
  await writeFile(path, text);
  return path;
}

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

const CLOCK = "Worker No,Surname,Given Name,Work Day,Punched In,Punched Out,Worked Hours\n";
const row = (day: string) => `40017,Ames,Lena,${day},08:10 AM,06:00 PM,9.83\n`;

/** Saves a draft for the clock's file under a name. */
async function saveDraft(name: string): Promise<string> {
  const { out } = await run("profile", "suggest", workspace, await put("clock.csv", CLOCK + row("8/3/2026")));
  const file = await put(`${name}.json`, JSON.stringify({ ...mappingProfile.parse(JSON.parse(out)), name }));
  expect((await run("profile", "save", workspace, file)).code).toBe(0);
  return file;
}

describe("profile", () => {
  it("suggests a draft and says what is to be looked at", async () => {
    const { code, out, error } = await run(
      "profile",
      "suggest",
      workspace,
      await put("clock.csv", CLOCK + row("8/3/2026")),
    );
    expect(code).toBe(0);
    expect(mappingProfile.parse(JSON.parse(out))).toMatchObject({ kind: "timecard", columns: { in: "Punched In" } });
    expect(error).toContain("dates can be read both ways");
  });

  it("suggests for another kind, and nothing for a file that is recognised", async () => {
    const clock = await put("clock.csv", CLOCK + row("8/3/2026"));
    const { out, error } = await run("profile", "suggest", workspace, clock, "--kind", "staff roster");
    expect(mappingProfile.parse(JSON.parse(out)).kind).toBe("staff roster");
    expect(error).toContain("still to be said: name, state, station");
    expect((await run("profile", "suggest", workspace, clock, "--kind", "novel")).code).toBe(2);
    const known = await put("known.csv", "Date,Description,Amount\n8/3/2026,Fuel,12.00\n");
    const none = await run("profile", "suggest", workspace, known);
    expect(none).toMatchObject({ code: 3, out: "" });
    expect(none.error).toContain("known.csv needs no mapping");
  });

  it("saves, lists, shows, exports and removes", async () => {
    const file = await saveDraft("Wharf Clock");
    expect((await run("profile", "list", workspace)).out).toContain("Wharf Clock");
    expect(JSON.parse((await run("profile", "list", workspace, "--json")).out)).toHaveLength(1);
    const shown = JSON.parse((await run("profile", "show", workspace, "Wharf Clock")).out);
    expect(shown).toEqual(JSON.parse(await readFile(file, "utf8")));
    const copy = join(root, "copy.json");
    expect((await run("profile", "export", workspace, "Wharf Clock", "--out", copy)).code).toBe(0);
    expect(JSON.parse(await readFile(copy, "utf8"))).toEqual(shown);
    expect((await run("profile", "remove", workspace, "Wharf Clock")).code).toBe(0);
    expect((await run("profile", "show", workspace, "Wharf Clock")).code).toBe(2);
    expect((await run("profile", "remove", workspace, "Wharf Clock")).code).toBe(1);
  });

  it("does not save what is no mapping, and says where", async () => {
    const { code, error } = await run("profile", "save", workspace, await put("bad.json", '{"name": "A"}'));
    expect(code).toBe(2);
    expect(error).toContain("kind:");
    expect((await run("profile", "save", workspace, await put("worse.json", "{"))).code).toBe(2);
    expect((await run("profile", "sing", workspace, "A")).code).toBe(2);
  });
});

describe("import --profile", () => {
  it("reads files of another header that has the mapping's titles, and says of others that they do not fit", async () => {
    await saveDraft("Wharf Clock");
    const wider = await put("wider.csv", `Gate,${CLOCK}4,${row("8/4/2026")}`);
    const odd = await put("odd.csv", "Fruit,Price\nApple,1\n");
    expect((await run("import", workspace, wider)).code).toBe(3);
    const { code, out, error } = await run("import", workspace, wider, odd, "--profile", "Wharf Clock");
    expect(code).toBe(3);
    expect(out).toContain("imported  wider.csv");
    expect(out).toContain("to map    odd.csv");
    expect(error).toContain('odd.csv: the mapping "Wharf Clock" does not fit, there is no "Punched In"');
    expect((await run("import", workspace, wider, "--profile", "Nobody")).code).toBe(2);
  });

  it("leaves a file waiting that cannot be read with it", async () => {
    await saveDraft("Wharf Clock");
    const other = await put("other.csv", `Gate,${CLOCK}4,${row("13/8/2026")}`);
    const { code, error } = await run("import", workspace, other, "--profile", "Wharf Clock");
    expect(code).toBe(3);
    expect(error).toContain('"13/8/2026" in row 2 has not');
  });
});
