/** Comments and attached files of findings and claims. */
import { mkdir, readdir, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { follow } from "#main/cli/command.ts";
import { type Bench, openBench } from "../support/engine.ts";
import { at, importTogether, summary } from "../support/imports.ts";
import { draftOf, putFindings, trail } from "./support/claims.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(async () => bench.close());

/** A token for a new file. */
async function file(name: string, text: string): Promise<string> {
  const [path = ""] = await bench.put([{ path: name, bytes: text }]);
  return bench.files.offer(path);
}

/** How many files lie in the archive. */
async function archived(): Promise<number> {
  const entries = await readdir(join(bench.workspace, "originals"), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).length;
}

describe("comments", () => {
  it("belong to a finding or a claim, say who and when, and can be taken back", async () => {
    const number = await draftOf(bench, 100);
    await bench.client.claims.comment({ about: { claim: number }, text: " Called Kim " });
    const finding = { finding: "f1" };
    const { comments } = await bench.client.claims.comment({ about: finding, text: "Driver confirms" });
    expect(comments).toMatchObject([
      { actor: "tester", text: "Driver confirms", at: expect.stringMatching(/^2026-08-18T/) },
    ]);
    expect((await bench.client.claims.notes({ about: { claim: number } })).comments).toMatchObject([
      { text: "Called Kim" },
    ]);
    const id = comments[0]?.id ?? 0;
    // Not by way of another subject.
    await expect(bench.client.claims.uncomment({ about: { claim: number }, id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await bench.client.claims.uncomment({ about: finding, id })).comments).toEqual([]);
    await expect(bench.client.claims.uncomment({ about: finding, id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await trail(bench)).toEqual([
      "join claim C-0001 tester",
      "comment C-0001 tester",
      "comment f1 tester",
      "remove comment f1 tester",
    ]);
  });

  it("need something to belong to", async () => {
    const missing = [{ finding: "nobody" }, { claim: 9 }];
    for (const about of missing) {
      await expect(bench.client.claims.comment({ about, text: "x" })).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(bench.client.claims.notes({ about })).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });
});

describe("attachments", () => {
  it("are archived as they are, and saved again byte for byte", async () => {
    const about = { claim: await draftOf(bench, 100) };
    const { attachments } = await bench.client.claims.attach({
      about,
      files: [await file("Answer.eml", "From: Amazon"), await file("photo.txt", "a picture")],
    });
    expect(attachments.map(({ name, bytes }) => [name, bytes])).toEqual([
      ["Answer.eml", 12],
      ["photo.txt", 9],
    ]);
    const path = join(bench.root, "saved.eml");
    await bench.client.claims.saveAttachment({ id: attachments[0]?.id ?? 0, to: bench.files.offer(path) });
    expect(await readFile(path, "utf8")).toBe("From: Amazon");
  });

  it("are attached once under one name, and archived once under any", async () => {
    const about = { claim: await draftOf(bench, 100) };
    await bench.client.claims.attach({ about, files: [await file("a.txt", "same"), await file("b.txt", "same")] });
    const again = await bench.client.claims.attach({ about, files: [await file("a.txt", "same")] });
    expect(again.attachments.map(({ name }) => name)).toEqual(["a.txt", "b.txt"]);
    expect(await archived()).toBe(1);
  });

  it("go with their bytes when nothing else refers to them", async () => {
    await putFindings(bench, { id: "x", cents: 1 });
    const about = { finding: "x" };
    const claim = { claim: await draftOf(bench, 100) };
    const [one] = (await bench.client.claims.attach({ about, files: [await file("a.txt", "same")] })).attachments;
    const [other] = (await bench.client.claims.attach({ about: claim, files: [await file("b.txt", "same")] }))
      .attachments;
    expect((await bench.client.claims.detach({ about, id: one?.id ?? 0 })).attachments).toEqual([]);
    expect(await archived()).toBe(1);
    await bench.client.claims.detach({ about: claim, id: other?.id ?? 0 });
    expect(await archived()).toBe(0);
    const to = bench.files.offer(join(bench.root, "x.txt"));
    await expect(bench.client.claims.saveAttachment({ id: other?.id ?? 0, to })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("keep the bytes of a document that was taken back, and a document those of an attachment that was taken away", async () => {
    const about = { claim: await draftOf(bench, 100) };
    const text = summary("3 Standard Parcel 4");
    await importTogether(bench, [{ path: "week.csv", text, at: at(0) }]);
    const [attached] = (await bench.client.claims.attach({ about, files: [await file("week.csv", text)] })).attachments;
    const [document] = await bench.client.documents.history({});
    await bench.client.documents.undo({ documentIds: [document?.id ?? 0] });
    expect(await archived()).toBe(1);
    await importTogether(bench, [{ path: "week.csv", text, at: at(0) }]);
    await bench.client.claims.detach({ about, id: attached?.id ?? 0 });
    expect(await archived()).toBe(1);
  });

  it("that cannot be kept are refused, each with a sentence, and then none is attached", async () => {
    const about = { claim: await draftOf(bench, 100) };
    const folder = join(bench.root, "folder");
    await mkdir(folder);
    const large = join(bench.root, "large.mov");
    await writeFile(large, "");
    await truncate(large, 100 * 1024 * 1024 + 1);
    const refused: [string, RegExp][] = [
      [bench.files.offer(folder), /^folder is no file/],
      [bench.files.offer(large), /^large\.mov is larger than 100 MB/],
      [bench.files.offer(join(bench.root, "gone.txt")), /^gone\.txt is no longer there/],
      [await file("empty.txt", ""), /^empty\.txt is empty/],
    ];
    for (const [token, message] of refused) {
      const files = [await file("fine.txt", "fine"), token];
      await expect(bench.client.claims.attach({ about, files })).rejects.toMatchObject({
        ...{ code: "REFUSED", message: expect.stringMatching(message) },
      });
    }
    await expect(
      bench.client.claims.attach({ about: { claim: 9 }, files: [await file("a", "a")] }),
    ).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await bench.client.claims.notes({ about })).attachments).toEqual([]);
    expect(await archived()).toBe(0);
  });

  it("whose archived bytes were changed are not given out", async () => {
    const about = { claim: await draftOf(bench, 100) };
    const [one] = (await bench.client.claims.attach({ about, files: [await file("a.txt", "true")] })).attachments;
    const sha256 = one?.sha256 ?? "";
    await writeFile(join(bench.workspace, "originals", sha256.slice(0, 2), sha256), "false");
    const path = join(bench.root, "saved.txt");
    await expect(
      bench.client.claims.saveAttachment({ id: one?.id ?? 0, to: bench.files.offer(path) }),
    ).rejects.toMatchObject({
      message: expect.stringMatching(/^The archived file of a\.txt is missing or was changed/),
    });
    await expect(readFile(path)).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("are part of backups and of verifying", async () => {
    const about = { claim: await draftOf(bench, 100) };
    const [one] = (await bench.client.claims.attach({ about, files: [await file("a.txt", "true")] })).attachments;
    const backup = await bench.client.workspace.backUp({});
    expect(backup.missing).toEqual([]);
    const sha256 = one?.sha256 ?? "";
    await writeFile(join(bench.workspace, "originals", sha256.slice(0, 2), sha256), "false");
    const { whole, lines } = await follow(await bench.client.workspace.verify({}));
    expect(whole).toBe(false);
    expect(lines.filter(({ state }) => state === "problem").map(({ text }) => text)).toEqual([
      expect.stringContaining("a.txt"),
    ]);
  });
});
