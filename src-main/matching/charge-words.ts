/** What a lessor's words charge for, as somebody said once. The words decide when lines are checked, so lines that came in before go by them too. Pure. */
import type { ChargeWordFact, LeaseLineFact } from "../documents/facts.ts";
import { lessorKey } from "./lessors.ts";

/** Words as they are compared: letters only, since numbers and dates change from line to line. */
export function chargeKey(words: string): string {
  return words
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
}

interface Taught {
  readonly key: string;
  readonly lessor: string;
  readonly code: string;
}

/** The taught words, ready to be looked up: a lessor's own before those of any, the longer before the shorter. */
export class TaughtCharges {
  readonly #taught: readonly Taught[];

  constructor(words: readonly ChargeWordFact[]) {
    this.#taught = words
      .map((each) => ({ key: chargeKey(each.words), lessor: lessorKey(each.provider), code: each.chargeCode }))
      .filter(({ key }) => key !== "")
      .sort(
        (a, b) =>
          Number(b.lessor !== "") - Number(a.lessor !== "") || b.key.length - a.key.length || (a.key < b.key ? -1 : 1),
      );
  }

  /** The code of a line's words; undefined where nobody said what they mean. Money that comes back stays a credit. */
  codeOf({ description, provider, amountCents, chargeCode }: ChargedLine): string | undefined {
    if (this.#taught.length === 0 || (amountCents < 0 && chargeCode === "CREDIT")) return undefined;
    const [words, lessor] = [` ${chargeKey(description)} `, lessorKey(provider)];
    const found = this.#taught.find(
      (each) => (each.lessor === "" || each.lessor === lessor) && words.includes(` ${each.key} `),
    );
    return found?.code === "CREDIT" && amountCents > 0 ? undefined : found?.code;
  }
}

type ChargedLine = Pick<LeaseLineFact, "description" | "provider" | "amountCents" | "chargeCode">;

/** The lines with the charges that the taught words say. Lines that they do not change stay the same objects. */
export function inTaughtWords(lines: readonly LeaseLineFact[], words: readonly ChargeWordFact[]): LeaseLineFact[] {
  const taught = new TaughtCharges(words);
  return lines.map((line) => {
    const chargeCode = taught.codeOf(line) ?? line.chargeCode;
    return chargeCode === line.chargeCode ? line : { ...line, chargeCode };
  });
}
