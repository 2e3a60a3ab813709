/** What can go wrong with keys and sealed files; each has a sentence for the person in front of it. */
export type VaultErrorCode =
  | "WRONG_PASSPHRASE"
  | "WRONG_RECOVERY_KEY"
  | "PASSPHRASE_TOO_SHORT"
  | "KEY_FILE"
  | "TAMPERED";

/** A lock that did not open, or something sealed that was changed. Nothing was. */
export class VaultError extends Error {
  readonly code: VaultErrorCode;

  constructor(code: VaultErrorCode, message: string) {
    super(message);
    this.name = "VaultError";
    this.code = code;
  }
}
