/** The one gate every message from the window passes before any handler sees it. */
import type { BrowserWindow, IpcMainInvokeEvent } from "electron";
import { z } from "zod";
import { SAVE_KINDS } from "#shared/shell.ts";
import { isAppUrl } from "./policy.ts";

/** A line of words: not empty, not too long, no control characters and no marks that turn the direction of the text around. */
const plainText = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u);

/** Messages the window may send, with what they carry. A message that is not here has no handler. */
export const MESSAGES = {
  connect: z.tuple([]),
  offer: z.tuple([z.array(z.string().min(1).max(4096)).min(1).max(1000)]),
  chooseFiles: z.tuple([]),
  saveAs: z.tuple([z.strictObject({ suggestedName: z.string().min(1).max(200), kind: z.enum(SAVE_KINDS) })]),
  chooseFolder: z.tuple([]),
  revealPacket: z.tuple([z.string().min(1).max(255)]),
  setState: z.tuple([z.strictObject({ title: z.string().max(200), busy: z.boolean() })]),
  notify: z.tuple([z.strictObject({ title: plainText(80), body: plainText(300) })]),
} as const;

type Messages = typeof MESSAGES;
/** A handler for every message. */
export type Handlers = {
  readonly [K in keyof Messages]: (...args: z.infer<Messages[K]>) => unknown;
};

/** Name of a message between preload and main. */
export const channel = (message: string) => `backhaul:${message}`;

/** Whether a message comes from the top frame of the window, showing the app's own page. */
export function isFromWindow(window: BrowserWindow, event: Pick<IpcMainInvokeEvent, "senderFrame">): boolean {
  const frame = event.senderFrame;
  return !!frame && frame === window.webContents.mainFrame && isAppUrl(frame.url);
}

/** Lets the window's messages through to their handlers: right sender, right shape, or an error. */
export function openGate(window: BrowserWindow, handlers: Handlers): void {
  for (const message of Object.keys(MESSAGES) as (keyof Messages)[]) {
    // Listening on the window's own contents: no other contents can reach these at all.
    window.webContents.ipc.handle(channel(message), (event, ...args: unknown[]) => {
      if (!isFromWindow(window, event)) throw new Error("Refused: this message does not come from the window.");
      return handle(handlers, message, args);
    });
  }
}

function handle<K extends keyof Messages>(handlers: Handlers, message: K, args: unknown[]): unknown {
  const parsed = MESSAGES[message].safeParse(args);
  if (!parsed.success) throw new Error(`Refused: ${message} does not take that.`);
  const handler: (...args: z.infer<Messages[K]>) => unknown = handlers[message];
  return handler(...(parsed.data as z.infer<Messages[K]>));
}
