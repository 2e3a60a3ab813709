/** Encryption on the command line: the passphrase comes from a file or the environment, and each failure has its sentence and exit code 4. */
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { main } from "#main/cli/main.ts";
import { filesWith } from "../store/support/encrypted.ts";
import { summary } from "../support/imports.ts";

let root: string;
let workspace: string;
let recoveryKey = "";
const file = (name: string) => join(root, name);
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "backhaul-cli-"));
  workspace = file("Harbor");
  await writeFile(file("summary.csv"), summary("3 Standard Parcel 5"));
  await writeFile(file("good.txt"), "four vans at dawn\r\nand nothing else\n");
  await writeFile(file("bad.txt"), "four vans at dusk\n");
  await writeFile(file("new.txt"), "vans at noon 77");
  await writeFile(file("short.txt"), "short");
});
afterAll(async () => rm(root, { recursive: true, force: true }));

/** Runs `backhaul` with these words, in this process. */
async function backhaul(...args: readonly string[]): Promise<{ code: number; said: string }> {
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
  }
}
const withFile = (name: string) => ["--passphrase-file", file(name)];

it("encrypts, works with the passphrase, changes it, restores, and decrypts", { timeout: 180_000 }, async () => {
  expect((await backhaul("import", workspace, file("summary.csv"))).code).toBe(0);
  const plain = await backhaul("history", workspace, "--json");
  expect((await backhaul("backup", workspace, "--to", file("before"))).code).toBe(0);

  expect(await backhaul("encrypt", workspace)).toMatchObject({
    code: 2,
    said: expect.stringMatching(/^Say the passphrase: in a file/),
  });
  expect(await backhaul("encrypt", workspace, "--passphrase-file")).toMatchObject({ code: 2 });
  expect(await backhaul("encrypt", workspace, ...withFile("nowhere.txt"))).toMatchObject({
    code: 2,
    said: expect.stringMatching(/^There is no passphrase file/),
  });
  expect(await backhaul("encrypt", workspace, ...withFile("short.txt"))).toMatchObject({
    code: 1,
    said: "A passphrase needs at least 8 characters.\n",
  });
  const encrypted = await backhaul("encrypt", workspace, ...withFile("good.txt"));
  expect(encrypted.code).toBe(0);
  recoveryKey = /^Recovery key: (\S+)$/m.exec(encrypted.said)?.[1] ?? "";
  expect(await filesWith(workspace, "Standard Parcel")).toEqual([]);

  const locked = { code: 4, said: "This workspace is encrypted. Unlock it with its passphrase or its recovery key.\n" };
  for (const command of [["history"], ["check"], ["verify"], ["backup"], ["import", file("summary.csv")]])
    expect(await backhaul(command[0] ?? "", workspace, ...command.slice(1))).toMatchObject(locked);
  expect(await backhaul("history", workspace, ...withFile("bad.txt"))).toEqual({
    code: 4,
    said: "That is not the passphrase of this workspace. Try again, or use the recovery key.\n",
  });
  expect(await backhaul("history", workspace, "--json", ...withFile("good.txt"))).toEqual(plain);
  process.env.BACKHAUL_PASSPHRASE = "four vans at dawn";
  expect(await backhaul("history", workspace, "--json")).toEqual(plain);
  expect(process.env.BACKHAUL_PASSPHRASE).toBeUndefined();
  await writeFile(file("recovery.txt"), recoveryKey.toLowerCase());
  expect((await backhaul("verify", ...withFile("recovery.txt"), workspace)).code).toBe(0);
  await writeFile(
    file("mistyped.txt"),
    recoveryKey.replace(/^./, (first) => (first === "A" ? "B" : "A")),
  );
  expect(await backhaul("verify", ...withFile("mistyped.txt"), workspace)).toMatchObject({
    code: 4,
    said: expect.stringMatching(/^Group 1 of the recovery key is mistyped/),
  });

  const named = await backhaul("backups", workspace);
  expect(named.said).toMatch(/before an update/);
  const listed = await backhaul("backups", workspace, "--json", ...withFile("good.txt"));
  const [{ name }] = JSON.parse(listed.said) as [{ name: string }];
  expect((await backhaul("restore", workspace, name)).code).toBe(4);
  const restored = await backhaul("restore", workspace, name, ...withFile("good.txt"));
  expect(restored).toMatchObject({ code: 0, said: expect.stringMatching(/^restored/m) });
  const elsewhere = await backhaul("backup", workspace, "--to", file("after"), ...withFile("good.txt"));
  expect(elsewhere.code).toBe(0);

  expect((await backhaul("passphrase", workspace, ...withFile("good.txt"))).code).toBe(2);
  expect(
    (await backhaul("passphrase", workspace, "--new-passphrase-file", file("new.txt"), ...withFile("good.txt"))).code,
  ).toBe(0);
  expect((await backhaul("history", workspace, ...withFile("good.txt"))).code).toBe(4);
  const renewed = await backhaul("passphrase", workspace, "--new-recovery-key", ...withFile("new.txt"));
  expect(/^Recovery key: (\S+)$/m.exec(renewed.said)?.[1]).not.toBe(recoveryKey);
  expect((await backhaul("history", workspace, ...withFile("recovery.txt"))).code).toBe(4);

  expect((await backhaul("decrypt", workspace, ...withFile("good.txt"))).code).toBe(4);
  expect((await backhaul("decrypt", workspace, ...withFile("new.txt"))).code).toBe(0);
  expect(await backhaul("history", workspace, "--json")).toEqual(plain);
  expect((await backhaul("verify", workspace)).code).toBe(0);

  // A backup that was made before the passphrase changed opens with the passphrase of that day, wherever it was carried.
  const carried = /backed up +(\S+)/.exec(elsewhere.said)?.[1] ?? "";
  const path = join(file("after"), "Harbor", `${carried}.json`);
  expect(readFileSync(path, "utf8")).not.toContain("summary.csv");
  expect(await backhaul("restore", file("Fresh"), path)).toMatchObject({
    code: 4,
    said: expect.stringMatching(/is encrypted\. Say the passphrase of the day it was made/),
  });
  expect((await backhaul("restore", file("Fresh"), path, ...withFile("good.txt"))).code).toBe(0);
  expect(await backhaul("history", file("Fresh"), "--json", ...withFile("good.txt"))).toEqual(plain);
});

it("says what is wrong with a key file that is damaged or lost", { timeout: 60_000 }, async () => {
  const other = file("Other");
  expect((await backhaul("import", other, file("summary.csv"))).code).toBe(0);
  expect((await backhaul("encrypt", other, ...withFile("good.txt"))).code).toBe(0);
  await rm(join(other, "backups"), { recursive: true });
  await writeFile(join(other, "key.json"), "{");
  expect(await backhaul("history", other, ...withFile("good.txt"))).toMatchObject({
    code: 4,
    said: expect.stringMatching(/\(key\.json\) is damaged, so it cannot be unlocked/),
  });
});
