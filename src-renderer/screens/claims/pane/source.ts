import type { PaymentProposal } from "#shared/contract/claims.ts";
import type { SourcePlace } from "../../../parts/SourceGrid.tsx";

/** A row of a document that a payment or credit rests on. */
export type PaymentSource = PaymentProposal["source"];

/** Where the row stands; undefined when its document is not stored any more. */
export function placeOf({ documentId, document, sheet, row }: PaymentSource): SourcePlace | undefined {
  return documentId === null ? undefined : { documentId, document, sheet, row, titles: [], cells: {} };
}
