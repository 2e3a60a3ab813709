/** What became of a decision over one or many findings, in words. */
import { plural } from "../../parts/plural.ts";

/** A claim that findings joined. */
interface JoinedClaim {
  readonly number: number;
  readonly label: string;
  readonly added: number;
}

/** What is said once something was done. */
export interface Outcome {
  readonly text: string;
  readonly claims: readonly JoinedClaim[];
  /** Why findings were left alone, or are in no claim though they were confirmed; the most first. */
  readonly left: readonly { readonly why: string; readonly count: number; readonly untouched: boolean }[];
  /** Whether it can be taken back as one. */
  readonly undo: boolean;
  readonly many: boolean;
}

/** As the engine answers a decision. */
interface Answer {
  readonly changed: readonly string[];
  readonly claims: readonly JoinedClaim[];
  readonly left: readonly { readonly id: string; readonly why: string }[];
}

/** Gathers the answers to the pieces of one decision. */
export class Outcomes {
  readonly changed = new Set<string>();
  readonly #claims = new Map<number, JoinedClaim>();
  readonly #left: { readonly id: string; readonly why: string }[] = [];
  readonly #done: string;

  /** @param done what became of them: `confirmed`. */
  constructor(done: string) {
    this.#done = done;
  }

  /** Adds the answer to one piece. */
  add({ changed, claims, left }: Answer): void {
    for (const id of changed) this.changed.add(id);
    for (const claim of claims) {
      const added = claim.added + (this.#claims.get(claim.number)?.added ?? 0);
      this.#claims.set(claim.number, { ...claim, added });
    }
    this.#left.push(...left);
  }

  /** All of it. `asked` is how many it was wanted for, `unsent` how many of them were not come to, as the person stopped it. */
  result(asked: number, unsent: number): Outcome {
    const count = this.changed.size;
    const text = `${asked === 1 && count === 1 ? "Finding" : plural(count, "finding", "findings")} ${this.#done}.`;
    const reasons = [...Map.groupBy(this.#left, ({ why }) => why)].flatMap(([why, all]) => {
      const untouched = all.filter(({ id }) => !this.changed.has(id)).length;
      return [
        { why, count: untouched, untouched: true },
        { why, count: all.length - untouched, untouched: false },
      ].filter(({ count: some }) => some > 0);
    });
    const explained = reasons.reduce((sum, { untouched, count: some }) => sum + (untouched ? some : 0), 0);
    const passedOver = asked - unsent - count - explained;
    const already = this.#done === "undone" ? "There was no decision to take back." : `Already ${this.#done}.`;
    if (passedOver > 0) reasons.push({ why: already, count: passedOver, untouched: true });
    return {
      text: unsent > 0 ? `${text} Stopped: ${plural(unsent, "finding is", "findings are")} as before.` : text,
      claims: [...this.#claims.values()].filter(({ added }) => added > 0),
      left: reasons.sort((a, b) => b.count - a.count),
      undo: count > 0 && this.#done !== "undone",
      many: asked > 1,
    };
  }
}
