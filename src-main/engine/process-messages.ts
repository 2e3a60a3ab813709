/** What the desktop shell and the engine process say to each other on their private channel. The window never sees it. */
import type { NumberedAnswer } from "./questions.ts";

/** Where the engine finds things, and for which version of the app. */
export interface EngineStart {
  /** Folder that holds the app's workspaces. */
  readonly home: string;
  /** Folder with what ships with the app. */
  readonly resources: string;
  readonly version: string;
  /** The day to take for today, null for the real one. */
  readonly day: string | null;
}

/** What a token is good for: reading a file, writing one, or writing into a folder. */
export type FileUse = "read" | "write" | "folder";

/** A token and the one use of one path it is good for. */
export interface Grant {
  readonly token: string;
  readonly path: string;
  readonly use: FileUse;
}

/** To the engine. A message with an `id` is answered with the same `id`. */
export type ToEngine =
  | ({ readonly type: "start" } & EngineStart)
  /** Carries a message port: serve the contract on it. */
  | { readonly type: "connect" }
  /** Makes a token good for one use of a path. */
  | ({ readonly type: "offer"; readonly id: number } & Grant)
  /** Asks where the open workspace keeps its packets. */
  | { readonly type: "packets"; readonly id: number }
  /** What the shell's keychain says to a question of the engine. */
  | ({ readonly type: "keychain" } & NumberedAnswer)
  | { readonly type: "stop" };

/** What the engine asks of the shell's keychain. `id` names the keys, 32 hex digits; `secret` is base64. */
export type KeychainRequest =
  /** Why keys cannot be kept on this computer; null when they can. */
  | { readonly do: "problem" }
  | { readonly do: "recall"; readonly id: string }
  | { readonly do: "keep"; readonly id: string; readonly secret: string }
  | { readonly do: "forget"; readonly id: string };

/** From the engine. */
export type FromEngine =
  | { readonly type: "keychain"; readonly id: number; readonly request: KeychainRequest }
  | { readonly type: "answer"; readonly id: number; readonly value: string | null }
  | { readonly type: "refusal"; readonly id: number; readonly message: string }
  /** The engine cannot start; it exits after saying so. */
  | { readonly type: "failed"; readonly message: string };
