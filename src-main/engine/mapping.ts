/** The mapping step: what an unknown table could be, what it would be read as, and the mappings that are kept. */

import type { DocumentKind } from "#shared/catalogue.ts";
import type { MappingAnswer, MappingProfile, MappingSuggestion, MappingTrial, Plan } from "#shared/contract/schemas.ts";
import { refusal } from "./errors.ts";
import type { Session } from "./session.ts";

/** Which table of which planned file, and as what it should be read. */
export interface SuggestionRequest {
  readonly planId: string;
  readonly sha256: string;
  readonly sheet: string | null;
  readonly headerRow?: number | undefined;
  readonly kind?: DocumentKind | undefined;
  readonly layout?: string | undefined;
}

/** A first draft of a mapping. */
export async function suggestMapping(_session: Session, _request: SuggestionRequest): Promise<MappingSuggestion> {
  throw refusal("Not there yet.");
}

/** What a table would be read as. */
export async function tryMapping(_session: Session, _answer: MappingAnswer): Promise<MappingTrial> {
  throw refusal("Not there yet.");
}

/** Reads a file with a mapping and makes the plan anew. */
export async function applyMapping(_session: Session, _answer: MappingAnswer, _save: boolean): Promise<Plan> {
  throw refusal("Not there yet.");
}

/** The saved mappings. */
export async function profiles(_session: Session): Promise<MappingProfile[]> {
  throw refusal("Not there yet.");
}

/** Saves a mapping. */
export async function saveProfile(_session: Session, _profile: MappingProfile, _rename?: string): Promise<void> {
  throw refusal("Not there yet.");
}

/** Forgets a mapping. */
export async function removeProfile(_session: Session, _name: string): Promise<void> {
  throw refusal("Not there yet.");
}
