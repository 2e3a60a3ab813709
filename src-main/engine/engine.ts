import type { FileGrants } from "./grants.ts";

export interface EngineOptions {
  /** Folder that holds the app's workspaces and settings.json. */
  readonly home: string;
  /** The sample company's files. */
  readonly sampleFolder: string;
  /** Module the parser worker thread starts with. */
  readonly parserWorker: URL;
  /** `read` opens a read-only connection and answers queries; `write` owns the writing connection and does everything. */
  readonly access: "read" | "write";
  readonly files: FileGrants;
  /** Who acts, for the audit trail. */
  readonly actor: string;
  readonly now: () => Date;
}
