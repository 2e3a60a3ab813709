/** The engine: the contract's router over one session. The window, the writer thread and the command line are served by the same one. */

import type { FileGrants } from "./grants.ts";
import type { KeyCell } from "./key-cell.ts";
import type { Keychain } from "./keychain.ts";
import { createRouter } from "./router.ts";
import { Session } from "./session.ts";

export interface EngineOptions {
  /** Folder that holds the app's workspaces and settings.json; null for the command line, which names folders itself. */
  readonly home: string | null;
  /** Folder with the sample company, fonts and rules that ship with the app. */
  readonly resources: string;
  /** Module the parser worker thread starts with. */
  readonly parserWorker: URL;
  /** `read` opens a read-only connection and answers queries; `write` owns the writing connection and does everything. */
  readonly access: "read" | "write";
  readonly files: FileGrants;
  /** Who acts, for the audit trail. */
  readonly actor: string;
  /** This run of the app: whoever gave their PIN in it need not give it again. Null for the command line, which says whom it acts as. */
  readonly run: string | null;
  /** The app's version, for packets. */
  readonly version: string;
  readonly now: () => Date;
  /** Where the key of an unlocked workspace lies, shared between the threads of one engine. */
  readonly keys?: KeyCell;
  /** The keys this computer remembers; absent for the command line. */
  readonly keychain?: Keychain;
}

export type EngineRouter = ReturnType<typeof createRouter>;

export interface Engine {
  /** Implements the whole contract. */
  readonly router: EngineRouter;
  readonly session: Session;
  /** Follows which workspace is open after another engine changed it. */
  refresh(): Promise<void>;
  /** Lets go of the open workspace's files until it is refreshed. */
  release(): Promise<void>;
  close(): Promise<void>;
}

/** Starts an engine on the workspace that was open last, if any. A workspace that cannot be opened is left closed; opening it again says why. */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const session = new Session(options);
  await session.follow().catch(() => session.leave());
  return {
    router: createRouter(session),
    session,
    refresh: () => session.follow(),
    release: () => session.leave(),
    close: () => session.close(),
  };
}
