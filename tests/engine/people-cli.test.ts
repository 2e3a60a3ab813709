/** The command line obeys the people of a workspace: without a name it may do what everybody may, with one what their role may. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { main } from "#main/cli/main.ts";
import { type Office, openOffice } from "./support/office.ts";

const PIN = "604193";

let office: Office;
let backup: string;
beforeEach(async () => {
  office = await openOffice();
  backup = (await office.client.workspace.backUp({})).name;
  await office.client.people.save({ name: "Dana", role: "owner" });
  await office.client.people.setPin({ name: "Dana", pin: PIN });
  await office.client.people.save({ name: "Luis", role: "manager" });
  await office.engine.close();
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await office.close();
});

/** Runs a command; its exit code and what it printed, errors included. */
async function run(...args: string[]): Promise<{ code: number; said: string }> {
  let said = "";
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((text) => {
      said += String(text);
      return true;
    });
  }
  const code = await main(args);
  vi.restoreAllMocks();
  return { code, said };
}
const set = (...more: string[]) => run("set", office.workspace, "A04", "tolerance", "0.05", ...more);

it("without a name does what everybody may, and says why it does nothing else", async () => {
  expect((await run("check", office.workspace)).code).toBe(0);
  expect(await set()).toEqual({ code: 1, said: expect.stringMatching(/^Only a manager or an owner can do this\./) });
  expect(await run("restore", office.workspace, backup)).toEqual({
    code: 1,
    said: expect.stringMatching(/^Only an owner can do this\./),
  });
});

it("as a manager may set a parameter, and stands in the trail with it; a backup is an owner's to restore", async () => {
  const { said } = await set("--as", "Luis");
  expect(said).not.toMatch(/Only/);
  expect((await run("restore", office.workspace, backup, "--as", "Luis")).said).toMatch(/^Only an owner/);
});

it("as an owner with a PIN needs it in the environment, and the right one", async () => {
  const restore = () => run("--as", "Dana", "restore", office.workspace, backup, "--dry-run");
  expect((await restore()).said).toMatch(/^Give the PIN of Dana\./);
  vi.stubEnv("BACKHAUL_PIN", "0000");
  expect((await restore()).said).toMatch(/^This is not the PIN of Dana\./);
  vi.stubEnv("BACKHAUL_PIN", PIN);
  expect((await restore()).code).toBe(0);
});

it("leaves in the window whoever acted there", async () => {
  vi.stubEnv("BACKHAUL_PIN", PIN);
  await set("--as", "Luis");
  await office.again("monday");
  expect(await office.client.people.list({})).toMatchObject({ current: "Dana", locked: false });
});

it("asks for a name after --as, and for one that somebody has", async () => {
  expect(await set("--as")).toMatchObject({ code: 2, said: expect.stringMatching(/^Say a name after --as\./) });
  expect(await set("--as", "Eve")).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^Nobody here is called Eve\./),
  });
});
