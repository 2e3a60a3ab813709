/** Implements the contract's ledger: see its routes for what each one means. */
import { ledgerRows, ledgerSource } from "../ledger.ts";
import type { Kit } from "./kit.ts";

export const ledgerRoutes = ({ os, session, now }: Kit) => ({
  rows: os.ledger.rows.handler(({ input }) => session.workspace.store.read((db) => ledgerRows(db, input, now()))),
  source: os.ledger.source.handler(({ input }) => session.workspace.store.read((db) => ledgerSource(db, input))),
});
