import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { Parser, type ParserLimits } from "#main/documents/read/parser.ts";

const folder = mkdtempSync(join(tmpdir(), "parser-"));
const REAL = pathToFileURL(join(import.meta.dirname, "../../src-main/documents/read/worker.ts"));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** A worker that does something bad to files named after it and answers all others. */
const BAD = pathToFileURL(
  file(
    "bad-worker.mjs",
    `import { parentPort } from "node:worker_threads";
     parentPort.on("message", ({ id, name }) => {
       if (name === "hang") for (;;);
       if (name === "throw") throw new Error("boom");
       if (name === "exit") process.exit(3);
       if (name === "eat") { let eaten = null; for (;;) eaten = { eaten, more: String(Math.random()) }; }
       parentPort.postMessage({ id, result: { documents: [], refused: [] } });
     });`,
  ),
);

let parser: Parser;
function open(worker: URL, limits?: ParserLimits): Parser {
  parser = new Parser(worker, limits);
  return parser;
}
afterEach(() => parser.close());

describe("the reader's worker", () => {
  it("reads files in the order they were dropped", async () => {
    open(REAL);
    const names = ["a.csv", "b.csv", "c.csv"];
    const done: string[] = [];
    await Promise.all(
      names.map(async (name) => {
        const { documents } = await parser.read(name, file(name, "Date,Station\n1,2\n"));
        done.push(documents[0]?.name ?? "refused");
      }),
    );
    expect(done).toEqual(names);
  });

  it.each([
    ["hang", "took too long to read"],
    ["throw", "the reader stopped on it"],
    ["exit", "the reader stopped on it"],
    ["eat", "needs more memory than there is"],
  ])("is replaced when a file makes it %s, and the next file is read", async (name, sentence) => {
    open(BAD, { milliseconds: name === "hang" ? 300 : 15_000, memoryMb: 64 });
    const path = file(name, "content");
    const [bad, good] = await Promise.all([parser.read(name, path), parser.read("good", path)]);
    expect(bad.refused[0]?.reason).toContain(sentence);
    expect(bad.refused[0]).toMatchObject({ name, bytes: 7, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(good.refused).toEqual([]);
  });

  it("stops reading a file when it is called off, and goes on with the next", async () => {
    open(BAD);
    const path = file("any", "content");
    const abort = new AbortController();
    const hanging = parser.read("hang", path, abort.signal);
    const waiting = parser.read("waits", path, abort.signal);
    const next = parser.read("good", path);
    setTimeout(() => abort.abort(new Error("called off")), 50);
    await expect(hanging).rejects.toThrow("called off");
    await expect(waiting).rejects.toThrow("called off");
    expect((await next).refused).toEqual([]);
  });

  it("refuses what is not there and what is a folder", async () => {
    open(REAL);
    expect((await parser.read("x", join(folder, "missing.csv"))).refused[0]?.reason).toContain("could not be opened");
    expect((await parser.read("x", folder)).refused[0]?.reason).toContain("This is a folder");
  });

  it("answers nothing more once it is closed", async () => {
    open(BAD);
    const hanging = parser.read("hang", file("h", ""));
    await Promise.all([expect(hanging).rejects.toThrow("closed"), parser.close()]);
    await expect(parser.read("good", file("g", ""))).rejects.toThrow("closed");
  });
});
