/** What a window that was taken over may send down its port, and what comes of it: nothing. */
import { MessageChannel, type MessagePort } from "node:worker_threads";
import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";
import { os, type RouterClient } from "@orpc/server";
import { RPCHandler } from "@orpc/server/message-port";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { guarded, LONGEST_MESSAGE } from "#main/engine/port-gate.ts";

let calls: unknown[];
let window: MessagePort;
let engine: MessagePort;

const router = {
  group: {
    say: os.input(z.strictObject({ text: z.string() })).handler(({ input }) => {
      calls.push(input);
      return { length: input.text.length };
    }),
    count: os.handler(async function* ({ signal }) {
      for (let n = 0; !signal?.aborted; n++) {
        yield n;
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      calls.push("cancelled");
    }),
  },
};

beforeEach(() => {
  calls = [];
  const channel = new MessageChannel();
  window = channel.port1;
  engine = channel.port2;
  new RPCHandler(router).upgrade(guarded(engine));
  engine.start();
});
afterEach(() => window.close());

/** The client of the app. */
function client() {
  window.start();
  return createORPCClient<RouterClient<typeof router>>(new RPCLink({ port: window }));
}

/** Sends something as it is and gives back what is answered until a proper call has been. */
async function answersTo(...sent: unknown[]): Promise<string[]> {
  const answers: string[] = [];
  const last = Promise.withResolvers<void>();
  const hear = (data: unknown) => {
    if (String(data).startsWith('{"i":"last"')) last.resolve();
    else answers.push(String(data));
  };
  window.on("message", hear);
  for (const one of sent) window.postMessage(one);
  window.postMessage('{"i":"last","p":{"u":"/group/say","b":{"json":{"text":"still there"}}}}');
  await last.promise;
  window.off("message", hear);
  return answers;
}

describe("the app's own client", () => {
  it("is understood", async () => {
    expect(await client().group.say({ text: "hello" })).toEqual({ length: 5 });
  });

  it("can cancel", async () => {
    const abort = new AbortController();
    const numbers = await client().group.count(undefined, { signal: abort.signal });
    await expect(
      (async () => {
        for await (const n of numbers) if (n === 2) abort.abort();
      })(),
    ).rejects.toThrow();
    await expect.poll(() => calls).toEqual(["cancelled"]);
  });

  it("may send much at once, and is told when it is too much", async () => {
    const room = LONGEST_MESSAGE - 200;
    expect(await client().group.say({ text: "x".repeat(room) })).toEqual({ length: room });
    await expect(client().group.say({ text: "x".repeat(LONGEST_MESSAGE) })).rejects.toMatchObject({
      code: "PAYLOAD_TOO_LARGE",
    });
    expect(calls).toHaveLength(1);
  });
});

describe("anything else", () => {
  it("that is longer than a message may be is not even parsed", async () => {
    const deep = `{"i":"1","p":{"u":"/group/say","b":${"[".repeat(LONGEST_MESSAGE)}`;
    const [answer = ""] = await answersTo(deep);
    expect(JSON.parse(answer)).toMatchObject({ i: "1", p: { s: 413 } });
    expect(calls).toEqual([{ text: "still there" }]);
  });

  it.each([
    ["another method", '{"i":"1","p":{"u":"/group/say","m":"GET","b":{"json":{"text":"x"}}}}'],
    ["a header", '{"i":"1","p":{"u":"/group/say","h":{"content-type":"text/event-stream"}}}'],
    ["a whole address", '{"i":"1","p":{"u":"https://example.com/group/say","b":{"json":{"text":"x"}}}}'],
    ["an extra key", '{"i":"1","p":{"u":"/group/say","b":{"json":{"text":"x"}}},"x":1}'],
    ["an event of a stream nobody opened", '{"i":"1","t":3,"p":{"e":"message","d":1}}'],
    ["a type that does not exist", '{"i":"1","t":9,"p":{"u":"/group/say"}}'],
    ["no payload", '{"i":"1"}'],
    ["a prototype", '{"i":"1","__proto__":{"p":{"u":"/group/say","b":{"json":{"text":"x"}}}}}'],
    ["half a text", '{"i":"1","p":{"u":"/group/say"'],
  ])("in a message is refused: %s", async (_what, text) => {
    const [answer = ""] = await answersTo(text);
    expect(JSON.parse(answer)).toMatchObject({ i: "1", p: { s: 400 } });
    expect(calls).toEqual([{ text: "still there" }]);
  });

  it("that is no text reaches nobody, whatever it is", async () => {
    const call = { i: "1", p: { u: "/group/say", b: { json: { text: "x" } } } };
    const bytes = new TextEncoder().encode(JSON.stringify(call));
    const answers = await answersTo(call, bytes, bytes.buffer, null, 1, [call], new Map([["i", "1"]]), new Error("x"));
    expect(answers).toEqual([]);
    expect(calls).toEqual([{ text: "still there" }]);
  });

  it("never stops the engine from answering the next call", async () => {
    const text = fc.oneof(
      fc.json(),
      fc.string(),
      fc
        .record({ i: fc.string(), t: fc.integer({ max: 6 }), p: fc.anything() })
        .map((one) => JSON.stringify(one) ?? ""),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 5 }), async (texts) => {
        await answersTo(...texts);
      }),
      { numRuns: 50 },
    );
    expect(new Set(calls.map((call) => JSON.stringify(call)))).toEqual(new Set(['{"text":"still there"}']));
  });
});
