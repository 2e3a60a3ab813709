/** What the words of a row that sums up say it sums up. */

/** What a row sums up, by its words. */
export type SumKind =
  /** Amounts before tax. */
  | "subtotal"
  | "tax"
  /** A section that it names: `Tolls total`, `Total for unit 1042`. */
  | "named"
  /** `Total`: of a section or of the invoice. */
  | "total"
  /** The invoice, beyond doubt. */
  | "invoice"
  /** What is left to pay, which may count payments and earlier invoices too. */
  | "balance";

const TAX =
  /^(?:total )?(?:[a-z]{2} )?(?:(?:sales|use|rental|vehicle|state|local|city|county)(?: ?(?:&|and|\/) ?use)? )?tax(?:es)?(?: (?:totals?|amount))?(?: ?\(?[\d.]+ ?%\)?)?$/i;

const BEFORE = "(?:before|excl\\.?|excluding|without) tax(?:es)?";
const AFTER = "(?:after|incl\\.?|including|with) tax(?:es)?";

const KINDS: readonly (readonly [RegExp, SumKind])[] = [
  [TAX, "tax"],
  [/^(?:net )?(?:amount|balance) (?:due|payable|owed)\b/i, "balance"],
  [/^(?:(?:new|current|account) balance|(?:please )?(?:pay|remit) (?:this|the) amount)$/i, "balance"],
  [/^(?:totals? )?(?:(?:new|current) )?charges$/i, "total"],
  [new RegExp(`^(?:(?:sub[ -]?|net )totals?|totals? ${BEFORE})$`, "i"), "subtotal"],
  [new RegExp(`^(?:gross totals?|totals? ${AFTER}|invoice amount)$`, "i"), "invoice"],
  [
    /^(?:(?:grand|invoice|account) (?:sub[ -]?)?totals?|totals? (?:due|payable|amount|invoice|of invoice|for invoice|this invoice))\b/i,
    "invoice",
  ],
  [/^totals?$/i, "total"],
];

const BARE = new RegExp(
  `^(?:(?:grand|invoice|account|net|gross) )?(?:sub[ -]?)?totals?(?: (?:due|payable|amount|${BEFORE}|${AFTER}))?$`,
  "i",
);
/** With the number of what it sums up: `Unit 1042 Subtotal`. A total loss is a line. */
const OWN =
  /^(?:(?:sub[ -]?)?totals? (?!loss\b)(?:[-\u2013] )?[a-z#][\w &/#.:-]{1,40}|[a-z\d#][\w &/#.,:()-]{0,50} (?:[-\u2013] )?(?:sub[ -]?)?totals?)$/i;
const OTHER =
  /^(?:(?:new|current) charges|invoice amount|(?:net )?(?:amount|balance) (?:due|payable|owed)|(?:new|current|account) balance|(?:please )?(?:pay|remit) (?:this|the) amount)$/i;

/** Words without stars and colons around them, the currency, a month and what stands in parentheses. A rate of tax is kept. */
function bare(words: string): string {
  return words
    .replace(/^[*=\s]+|[*=:\s]+$/g, "")
    .replace(/\s+[-\u2013] (?:[a-z]+ )?\d{4}$/i, "")
    .replace(/\s*(?:\((?!\d[\d.]* ?%)[^()]*\)|\b(?:USD|US\$))$/i, "")
    .replace(/[:\s]+$/, "");
}

/** What a sum is of. */
export function kindOfSum(words: string): SumKind {
  const own = bare(words);
  return KINDS.find(([pattern]) => pattern.test(own))?.[1] ?? "named";
}

/** Whether words are those of a tax. */
export function saysTax(words: string): boolean {
  return TAX.test(bare(words));
}

/** Whether words are those of a sum, whatever it sums up. */
export function saysSum(words: string): boolean {
  const own = bare(words);
  return OWN.test(own) || BARE.test(own) || OTHER.test(own);
}

/** Whether words are those of a total that names nothing: it may count what the lines have of quantity. */
export function saysTotal(words: string): boolean {
  return BARE.test(bare(words));
}

/** `Total Due: $1,840.26` in one cell, as its words and its figure; null for another text. */
export function sumInOneCell(text: string): { readonly words: string; readonly figure: string } | null {
  const [, words = "", figure = ""] = /^(.*?[a-z)])[:\s]+(\(?-?\$?\s?\d[\d,]*\.\d{2}\)?)$/i.exec(text.trim()) ?? [];
  return words !== "" && saysSum(words) ? { words, figure } : null;
}
