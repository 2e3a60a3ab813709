/** What is stored, as a person reads it. */
import * as shapes from "../ledger.ts";
import { base } from "./base.ts";

export const ledger = {
  /** A stretch of a table of what is stored, as far as it counts, newest first. */
  rows: base.input(shapes.ledgerQuery).output(shapes.ledgerPage),
  /** Where a row of the ledger stands in its document. */
  source: base.input(shapes.ledgerRef).output(shapes.ledgerSource),
};
