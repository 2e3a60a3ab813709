import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { MessageChannel } from "node:worker_threads";
import { createORPCClient, ORPCError } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";
import type { ContractRouterClient } from "@orpc/contract";
import { implement } from "@orpc/server";
import { afterEach, describe, expect, it } from "vitest";
import { COMMANDS, createForwarder, type Reader } from "#main/engine/forward.ts";
import { WriterThread } from "#main/engine/writer-thread.ts";
import { type Contract, contract } from "#shared/contract/index.ts";

const station = { station: "DXA4", stationName: "Test", state: "CA", timeZone: "America/Los_Angeles" };
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** The engine process without its process: a reader that counts its refreshes, and the writer thread for tests. */
function start() {
  const os = implement(contract);
  let refreshes = 0;
  const unused = new Proxy({}, { get: () => undefined });
  const router = {
    workspace: {
      status: os.workspace.status.handler(() => ({
        open: null,
        workspaces: [],
        locked: null,
        today: `2026-02-${10 + refreshes}`,
      })),
      openSample: os.workspace.openSample.handler(refuse),
      create: os.workspace.create.handler(refuse),
      open: os.workspace.open.handler(refuse),
      close: os.workspace.close.handler(refuse),
    },
    findings: { check: os.findings.check.handler(refuse) },
    documents: unused,
    claims: unused,
    reference: unused,
  } as unknown as Reader["router"];
  const keys = new SharedArrayBuffer(65);
  const settings = { home: "", resources: "", version: "", day: null, actor: "", run: "", keys };
  const writer = new WriterThread(new URL("./support/writer.ts", import.meta.url), settings, async () => null);
  const forwarder = createForwarder(
    { router, refresh: async () => void refreshes++, release: async () => undefined },
    writer,
  );
  const { port1, port2 } = new MessageChannel();
  forwarder.serve(port1);
  port1.start();
  const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: port2 }));
  port2.start();
  closing.push(
    () => writer.stop(),
    () => port1.close(),
  );
  return { client, writer, refreshes: () => refreshes };
}

function refuse(): never {
  throw new Error("A command reached the reading side.");
}

async function collect<T>(events: Promise<AsyncIterable<T>>): Promise<T[]> {
  const all: T[] = [];
  for await (const event of await events) all.push(event);
  return all;
}

describe("commands", () => {
  it("are exactly the procedures the contract calls commands", async () => {
    const routes = join(import.meta.dirname, "..", "..", "src-shared", "contract", "routes");
    const marked = new Set<string>();
    for (const group of Object.keys(contract)) {
      let command = false;
      for (const line of (await readFile(join(routes, `${group}.ts`), "utf8")).split("\n")) {
        const name = /^ {2}(\w+): base/.exec(line)?.[1];
        if (name && command) marked.add(`${group}.${name}`);
        if (name) command = false;
        if (/^ {2}(?:\/\*\*| \*) Command:/.test(line)) command = true;
      }
    }
    expect(marked).toEqual(COMMANDS);
  });

  it("run in the writer thread, and the reader has caught up when the last event arrives", async () => {
    const { client, refreshes } = start();
    let seen = 0;
    let last = "";
    for await (const event of await client.workspace.openSample({})) {
      last = event.type;
      if (event.type === "done") seen = refreshes();
    }
    expect(last).toBe("done");
    expect(seen).toBeGreaterThan(0);
    await client.workspace.create({ dspCode: "ABCD", ...station });
    expect((await client.workspace.status({})).today).toBe(`2026-02-${10 + refreshes()}`);
  });

  it("run one at a time, whatever is sent at once", async () => {
    const { client } = start();
    const both = await Promise.all([
      collect(client.workspace.openSample({})),
      collect(client.workspace.openSample({})),
    ]);
    expect(both.map((events) => events.length)).toEqual([21, 21]);
  });

  it("are cancelled by whoever stops listening", async () => {
    const { client } = start();
    const abort = new AbortController();
    const events = await client.workspace.openSample({}, { signal: abort.signal });
    await expect(
      (async () => {
        for await (const event of events) if (event.type === "progress" && event.done === 2) abort.abort();
      })(),
    ).rejects.toThrow();
    expect((await client.workspace.close({})).today).toBe("2026-01-01");
  });

  it("pass their typed errors on", async () => {
    const { client } = start();
    const error = await client.workspace.create({ dspCode: "REFUSE", ...station }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ORPCError);
    expect(error).toMatchObject({ code: "REFUSED", defined: true, message: "There is one of that name already." });
  });

  it("refuse keys that the contract does not know", async () => {
    const { client } = start();
    const input = { dspCode: "ABCD", ...station, admin: true };
    await expect(client.workspace.create(input)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });
});

describe("a writer thread that dies", () => {
  const crashed = { code: "REFUSED", message: expect.stringContaining("stopped unexpectedly") };

  it("fails the command it was at with a plain sentence, and the next one runs", async () => {
    const { client } = start();
    await expect(client.workspace.create({ dspCode: "CRASH", ...station })).rejects.toMatchObject(crashed);
    await expect(client.workspace.create({ dspCode: "ABCD", ...station })).resolves.toBeTruthy();
  });

  it("ends the stream it was sending, and what waited for it runs", async () => {
    const { client } = start();
    const check = collect(client.findings.check({}));
    const next = collect(client.workspace.openSample({}));
    await expect(check).rejects.toMatchObject(crashed);
    expect(await next).toHaveLength(21);
  });

  it("does not leave an offered file waiting", async () => {
    const { client, writer } = start();
    await expect(writer.offer({ token: "token", path: "/tmp/file", use: "read" })).resolves.toBeUndefined();
    const dying = client.workspace.create({ dspCode: "CRASH", ...station }).catch(() => "failed");
    expect(await dying).toBe("failed");
    await expect(writer.offer({ token: "token", path: "/tmp/file", use: "read" })).resolves.toBeUndefined();
  });
});
