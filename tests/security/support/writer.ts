/** A writer thread for tests: a few of the contract's commands, among them some that go wrong on request. */
import { setTimeout as sleep } from "node:timers/promises";
import { parentPort } from "node:worker_threads";
import { implement } from "@orpc/server";
import { RPCHandler } from "@orpc/server/message-port";
import type { FromWriter, ToWriter } from "#main/engine/writer-thread.ts";
import { contract } from "#shared/contract/index.ts";

const os = implement(contract);
const nothingOpen = { open: null, workspaces: [], locked: null, today: "2026-09-12" };
let running = 0;
let cancelled = 0;

/** Counts up forever unless the name of the procedure that was used before asked for an end. */
async function* count(total: number, signal: AbortSignal | undefined) {
  running += 1;
  if (running > 1) throw new Error("Two commands ran at once.");
  try {
    for (let done = 0; done < total; done++) {
      await sleep(2, undefined, signal && { signal });
      yield { type: "progress" as const, stage: "counting", done, total, detail: "" };
    }
  } finally {
    running -= 1;
    if (signal?.aborted) cancelled += 1;
  }
}

const router = {
  workspace: {
    openSample: os.workspace.openSample.handler(async function* ({ signal }) {
      yield* count(20, signal);
      yield { type: "done" as const, result: nothingOpen };
    }),
    create: os.workspace.create.handler(({ input, errors }) => {
      if (input.dspCode === "REFUSE") throw errors.REFUSED({ message: "There is one of that name already." });
      if (input.dspCode === "CRASH") process.exit(1);
      return nothingOpen;
    }),
    /** Tells how many commands were cancelled. */
    close: os.workspace.close.handler(() => ({
      open: null,
      workspaces: [],
      locked: null,
      today: `2026-01-0${cancelled}`,
    })),
  },
  findings: {
    /** Dies in the middle of its work. */
    check: os.findings.check.handler(async function* ({ signal }) {
      yield* count(3, signal);
      process.exit(1);
    }),
  },
};

const parent = parentPort;
parent?.on("message", (message: ToWriter) => {
  if (message.type === "serve") {
    new RPCHandler(router).upgrade(message.port);
    message.port.start();
  } else if (message.type === "offer") {
    parent.postMessage({ type: "offered", token: message.token } satisfies FromWriter);
  } else process.exit(0);
});
