/** A step that a claim cannot take. The message is a plain sentence for the person who asked for it. */
export class ClaimRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ClaimRefused";
  }
}
