/**
 * The one contract between the engine and the window, the command line and the writer thread. Queries answer from a read-only
 * connection; commands are marked so, run one at a time and may report progress as an event stream that can be cancelled.
 */
import { claims } from "./routes/claims.ts";
import { documents } from "./routes/documents.ts";
import { findings } from "./routes/findings.ts";
import { ledger } from "./routes/ledger.ts";
import { people } from "./routes/people.ts";
import { reference } from "./routes/reference.ts";
import { workspace } from "./routes/workspace.ts";

export const contract = { workspace, documents, findings, claims, ledger, reference, people };
export type Contract = typeof contract;
