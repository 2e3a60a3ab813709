/** Questions that go out as messages with a number and come back answered. */

/** An answer: a value, or why there is none. */
export interface NumberedAnswer {
  readonly id: number;
  readonly value: string | null;
  /** A sentence; null when the value counts. */
  readonly refusal: string | null;
}

/** Questions that wait for their answers. */
export class Questions<Q> {
  readonly #send: (id: number, question: Q) => void;
  readonly #waiting = new Map<number, PromiseWithResolvers<string | null>>();
  #last = 0;

  constructor(send: (id: number, question: Q) => void) {
    this.#send = send;
  }

  /** Asks. Rejects with the refusal. */
  ask(question: Q): Promise<string | null> {
    const id = ++this.#last;
    const waiting = Promise.withResolvers<string | null>();
    this.#waiting.set(id, waiting);
    this.#send(id, question);
    return waiting.promise;
  }

  /** Takes in what came back. */
  answer({ id, value, refusal }: NumberedAnswer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (refusal === null) waiting?.resolve(value);
    else waiting?.reject(new Error(refusal));
  }
}

/** What a question comes to, as a message. */
export async function answered(id: number, work: Promise<string | null>): Promise<NumberedAnswer> {
  try {
    return { id, value: await work, refusal: null };
  } catch (error) {
    return { id, value: null, refusal: error instanceof Error ? error.message : String(error) };
  }
}
