/** What a token from a dialog or a drop opens: that file or folder, once, for what it was given for. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { launch, type Running } from "./support/app.ts";
import { dropFiles } from "./support/drop.ts";
import { callEngine } from "./support/engine-client.ts";
import { openSample } from "./support/sample.ts";

let running: Running;
let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "backhaul-tokens-"));
  running = await launch();
  await openSample(running.page);
  // The test's own line to the engine loads the page again; once is enough.
  await callEngine(running.page, ["workspace", "status"], {});
});
test.afterAll(async () => {
  await running.close();
  await rm(folder, { recursive: true });
});

/** Has the next dialogs answered: where to save, which folder, and whether to replace what is there. */
function answerDialogs(path: string, replace = false) {
  return running.app.evaluateHandle(
    ({ dialog }, { path, replace }) => {
      const asked: unknown[] = [];
      Object.assign(dialog, {
        showSaveDialog: async (_window: unknown, options: unknown) => {
          asked.push(options);
          return { canceled: path === "", filePath: path };
        },
        showOpenDialog: async (_window: unknown, options: unknown) => {
          asked.push(options);
          return { canceled: path === "", filePaths: path === "" ? [] : [path] };
        },
        showMessageBox: async (_window: unknown, { message }: { message: string }) => {
          asked.push(message);
          return { response: replace ? 1 : 0 };
        },
      });
      return asked;
    },
    { path, replace },
  );
}

const save = (suggestedName: string, kind: "pdf" | "csv" = "pdf") =>
  running.page.evaluate((file) => window.backhaul.saveAs(file), { suggestedName, kind });
const writePacket = (to: string | null) => callEngine(running.page, ["claims", "packet"], { filter: {}, to });

test("a place to save is asked for with a plain name and the one ending", async () => {
  const asked = await answerDialogs("");
  expect(await save("../../etc/Claim DXA4.pdf")).toBeNull();
  const [options] = await asked.jsonValue();
  expect(options).toMatchObject({
    defaultPath: expect.stringMatching(/[\\/]-\.\.-etc-Claim DXA4\.pdf$/),
    filters: [{ name: "PDF", extensions: ["pdf"] }],
  });
});

test("what is saved gets the ending, and nothing is replaced unasked", async () => {
  const there = join(folder, "packet.pdf");
  await writeFile(there, "mine");
  const asked = await answerDialogs(join(folder, "packet"));
  expect(await save("packet")).toBeNull();
  expect((await asked.jsonValue()).at(-1)).toBe("packet.pdf is already there. Replace it?");
  expect(await readFile(there, "utf8")).toBe("mine");
  await answerDialogs(join(folder, "packet"), true);
  const token = await save("packet");
  expect(token).toMatch(/^[\w-]{24}$/);
  const outcome = await writePacket(token);
  expect(outcome.code).toBeUndefined();
  expect(await readFile(there, "latin1")).toMatch(/^%PDF-/);
});

test("a token to write with writes once, and reads nothing", async () => {
  await answerDialogs(join(folder, "once.pdf"));
  const token = await save("once");
  expect((await writePacket(token)).code).toBeUndefined();
  expect(await writePacket(token)).toMatchObject({ code: "REFUSED" });
  await writeFile(join(folder, "secret.csv"), "a,b\n1,2\n");
  await answerDialogs(join(folder, "secret.csv"));
  const other = await save("secret", "csv");
  const plan = await callEngine(running.page, ["documents", "plan"], { files: [other] });
  expect(JSON.stringify(plan)).not.toContain("secret.csv");
  expect(plan).toMatchObject({ code: "REFUSED" });
});

test("a dropped file can be read, not written over", async () => {
  const { page } = running;
  const file = join(folder, "original.csv");
  await writeFile(file, "the only copy\n");
  const offered = page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const catchDrop = (event: DragEvent) => {
          event.preventDefault();
          event.stopImmediatePropagation();
          resolve(window.backhaul.offer([...(event.dataTransfer?.files ?? [])]));
        };
        window.addEventListener("dragover", (event) => event.preventDefault());
        window.addEventListener("drop", catchDrop, { once: true, capture: true });
      }),
  );
  await dropFiles(page, [file]);
  const [token = ""] = await offered;
  expect(await writePacket(token)).toMatchObject({ code: "REFUSED" });
  expect(await readFile(file, "utf8")).toBe("the only copy\n");
});

test("a chosen folder takes a backup and nothing else", async () => {
  const { page } = running;
  const drive = join(folder, "drive");
  await mkdir(drive);
  await answerDialogs(drive);
  const choose = () => page.evaluate(() => window.backhaul.chooseFolder());
  expect(await writePacket(await choose())).toMatchObject({ code: "REFUSED" });
  const token = await choose();
  expect((await callEngine(page, ["workspace", "backUp"], { to: token })).code).toBeUndefined();
  expect(await readdir(drive)).toEqual(["Sample company"]);
  expect(await callEngine(page, ["workspace", "backUp"], { to: token })).toMatchObject({ code: "REFUSED" });
});
