/** What becomes of each row of a planned file, and what a document changes of those it takes the place of. */
import type { Difference, PlanRow, RowState } from "#shared/contract/schemas.ts";
import { refusal } from "./errors.ts";
import type { Session } from "./session.ts";

/** Which rows of a planned file. */
export interface PlanRowsRequest {
  readonly planId: string;
  readonly sha256: string;
  readonly states?: readonly RowState[] | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** Rows of a planned file with their states and reasons. */
export async function planRows(
  _session: Session,
  _request: PlanRowsRequest,
): Promise<{ total: number; rows: PlanRow[] }> {
  throw refusal("Not there yet.");
}

/** What a planned file changes of what is stored. */
export async function planDifference(
  _session: Session,
  _request: { readonly planId: string; readonly sha256: string; readonly limit: number },
): Promise<Difference> {
  throw refusal("Not there yet.");
}

/** What a stored document changed. */
export async function storedDifference(
  _session: Session,
  _request: { readonly documentId: number; readonly limit: number },
): Promise<Difference> {
  throw refusal("Not there yet.");
}
