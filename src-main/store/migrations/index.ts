/** The chain of schemas. Append only: a migration that has been released is never edited. */
import { foundation } from "./0001-foundation.ts";
import { anyFile } from "./0002-any-file.ts";
import { claimsAndPeople } from "./0003-claims-and-people.ts";
import { leaseTerms } from "./0004-lease-terms.ts";

export interface Migration {
  /** Schema version after it ran; versions count up by one. */
  readonly version: number;
  readonly name: string;
  readonly statements: readonly string[];
}

export const MIGRATIONS: readonly Migration[] = [foundation, anyFile, claimsAndPeople, leaseTerms];
