/** What the desktop shell and the engine process say to each other on their private channel. The window never sees it. */

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

/** To the engine. A message with an `id` is answered with the same `id`. */
export type ToEngine =
  | ({ readonly type: "start" } & EngineStart)
  /** Carries a message port: serve the contract on it. */
  | { readonly type: "connect" }
  /** Makes a token good for one use of a path. */
  | { readonly type: "offer"; readonly id: number; readonly token: string; readonly path: string }
  /** Asks where the open workspace keeps its packets. */
  | { readonly type: "packets"; readonly id: number }
  | { readonly type: "stop" };

/** From the engine. */
export type FromEngine =
  | { readonly type: "answer"; readonly id: number; readonly value: string | null }
  | { readonly type: "refusal"; readonly id: number; readonly message: string }
  /** The engine cannot start; it exits after saying so. */
  | { readonly type: "failed"; readonly message: string };
