/**
 * The one gate for what the window sends the engine, before anything of it is decoded: a text that is not too long, and a call or a
 * cancellation as the app's own client writes them. Whatever else arrives reaches no handler and breaks nothing.
 */
import { ORPCError } from "@orpc/client";
import { onMessagePortClose, onMessagePortMessage, postMessagePortMessage } from "@orpc/client/message-port";
import { z } from "zod";

type Port = Parameters<typeof onMessagePortMessage>[0];
/** What the handler listens on: a port that only ever hears what passed the gate. */
interface GuardedPort {
  on(event: string, listener: (event?: { data: unknown }) => void): void;
  postMessage(data: unknown): void;
}

/** Characters of the longest message: a decision on all findings of many years has room, 100 MB do not. */
export const LONGEST_MESSAGE = 4 * 1024 * 1024;

const id = z.string().regex(/^\w{1,32}$/);
const call = z.strictObject({
  i: id,
  // No headers and no other method: forms, files and streams have no business here.
  p: z.strictObject({ u: z.string().regex(/^\/[\w~/%.-]{0,200}$/), b: z.unknown().optional() }),
});
const cancellation = z.strictObject({ i: id, t: z.literal(4), p: z.undefined().optional() });
const message = z.union([call, cancellation]);

/** The port as the handler shall have it. */
export function guarded(port: Port): GuardedPort {
  return {
    on: (event, listener) => {
      if (event === "close") onMessagePortClose(port, () => listener());
      if (event === "message")
        onMessagePortMessage(port, (data: unknown) => {
          const refused = refusalOf(data);
          if (refused === null) listener({ data });
          else if (refused.id !== null) postMessagePortMessage(port, answer(refused.id, refused.code));
        });
    },
    postMessage: (data) => postMessagePortMessage(port, data),
  };
}

type Code = "PAYLOAD_TOO_LARGE" | "BAD_REQUEST";

/** Why a message is not let through, with the number of the call it pretends to be; null for one that is. */
function refusalOf(data: unknown): { id: string | null; code: Code } | null {
  if (typeof data !== "string") return { id: null, code: "BAD_REQUEST" };
  if (data.length > LONGEST_MESSAGE) return { id: idAtStart(data), code: "PAYLOAD_TOO_LARGE" };
  return message.safeParse(parsed(data)).success ? null : { id: idAtStart(data), code: "BAD_REQUEST" };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The number of a call, which the client writes first: what is too long is not parsed to find it. */
function idAtStart(text: string): string | null {
  return /^\{"i":"(\w{1,32})"/.exec(text.slice(0, 64))?.[1] ?? null;
}

/** The error as the client takes it for the answer to its call. */
function answer(id: string, code: Code): string {
  const text = code === "BAD_REQUEST" ? "This is not a call." : "This is more than can be sent at once.";
  const error = new ORPCError(code, { message: text });
  return JSON.stringify({ i: id, p: { s: error.status, b: { json: error.toJSON() } } });
}
