/** What can keep a workspace from opening; each has a sentence for the person in front of it. */
export type StoreErrorCode =
  | "NEWER"
  | "MIGRATION"
  | "DAMAGED"
  | "LOCKED"
  | "NESTED_WRITE"
  | "BACKUP"
  /** It is encrypted, and its keys are not at hand. */
  | "ENCRYPTED";

/** A store that could not do what was asked. Nothing was changed. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string) {
    super(message);
    this.name = "StoreError";
    this.code = code;
  }
}
