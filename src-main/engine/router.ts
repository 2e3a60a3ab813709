/** Implements the contract over a session. No decision about money here: the routes ask the store and the commands. */
import { claimsRoutes } from "./routes/claims.ts";
import { documentsRoutes } from "./routes/documents.ts";
import { findingsRoutes } from "./routes/findings.ts";
import { kitOf } from "./routes/kit.ts";
import { ledgerRoutes } from "./routes/ledger.ts";
import { peopleRoutes } from "./routes/people.ts";
import { referenceRoutes } from "./routes/reference.ts";
import { workspaceRoutes } from "./routes/workspace.ts";
import type { Session } from "./session.ts";

/** The router of one engine. */
export function createRouter(session: Session) {
  const kit = kitOf(session);
  return kit.os.router({
    workspace: workspaceRoutes(kit),
    documents: documentsRoutes(kit),
    findings: findingsRoutes(kit),
    claims: claimsRoutes(kit),
    ledger: ledgerRoutes(kit),
    reference: referenceRoutes(kit),
    people: peopleRoutes(kit),
  });
}
