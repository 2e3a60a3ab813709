/** Gathers a file that comes line by line: a block in place of thousands of lines. */
export class Blocks {
  readonly #full: Uint8Array[] = [];
  #block = new Uint8Array(1 << 20);
  #used = 0;

  add(chunk: Uint8Array): void {
    if (this.#used + chunk.length > this.#block.length) {
      this.#full.push(this.#block.subarray(0, this.#used));
      this.#block = new Uint8Array(Math.max(1 << 20, chunk.length));
      this.#used = 0;
    }
    this.#block.set(chunk, this.#used);
    this.#used += chunk.length;
  }

  all(): Uint8Array {
    return Buffer.concat([...this.#full, this.#block.subarray(0, this.#used)]);
  }
}
