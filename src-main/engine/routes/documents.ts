/** Implements the contract's documents: see its routes for what each one means. */
import { documentHistory } from "../../store/history.ts";
import { planDifference, storedDifference } from "../differences.ts";
import { commit, plan } from "../importing.ts";
import * as mapping from "../mapping.ts";
import { archivedPage } from "../pdf-source.ts";
import { planRows } from "../planned.ts";
import * as safety from "../safety.ts";
import { archivedRows, texts } from "../sources.ts";
import { undoImports } from "../undoing.ts";
import type { Kit } from "./kit.ts";

export const documentsRoutes = ({ os, session, taken }: Kit) => ({
  plan: os.documents.plan.handler(async function* ({ input, signal }) {
    yield* plan(session, taken(input.files, "read"), signal);
  }),
  commit: os.documents.commit.handler(async function* ({ input, signal }) {
    yield* commit(session, input.planId, input.hash, signal);
  }),
  discard: os.documents.discard.handler(async ({ input }) => {
    await session.committing;
    session.plans.delete(input.planId);
    return {};
  }),
  planRows: os.documents.planRows.handler(({ input }) => planRows(session, input)),
  planDifference: os.documents.planDifference.handler(({ input }) => planDifference(session, input)),
  difference: os.documents.difference.handler(({ input }) => storedDifference(session, input)),
  suggestMapping: os.documents.suggestMapping.handler(({ input }) => mapping.suggestMapping(session, input)),
  tryMapping: os.documents.tryMapping.handler(({ input }) => mapping.tryMapping(session, input)),
  applyMapping: os.documents.applyMapping.handler(({ input: { save, ...answer } }) =>
    mapping.applyMapping(session, answer, save),
  ),
  history: os.documents.history.handler(() => session.workspace.store.read(documentHistory)),
  source: os.documents.source.handler(async ({ input, signal }) => {
    const { documentId, sheet } = input;
    const first = Math.max(1, input.row - input.around);
    const which = { documentId, sheet, from: first - 1, count: input.row + input.around - first + 1 };
    const { document, sha256, rows, totalRows } = await archivedRows(session, which, signal);
    return { document, sha256, sheet, firstRow: first, rows: rows.map(texts), totalRows };
  }),
  pdfPage: os.documents.pdfPage.handler(({ input, signal }) => archivedPage(session, input, signal)),
  undo: os.documents.undo.handler(async ({ input }) => {
    await safety.backUpBefore(session, "undo");
    await undoImports(session, input.documentIds);
    return {};
  }),
});
