/** Column titles and labels as they are compared. */

const known = new Map<string, string>();

/**
 * A title in words: NFKC, no byte-order mark or other invisible characters, one kind of hyphen, single spaces (an underscore is one),
 * lower case, without the colon or the asterisks that mark it.
 */
export function normaliseTitle(title: string): string {
  return remembered(known, title, (text) =>
    text
      .normalize("NFKC")
      .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
      .replace(/[\u2010-\u2015\u2212]/g, "-")
      .replace(/[\s_]+/g, " ")
      .replace(/^[\s*]+|[\s*:]+$/g, "")
      .toLowerCase(),
  );
}

const keys = new Map<string, string>();

/**
 * What two titles have in common that are written apart: `Delivery Associate`, `delivery_associate`, `DeliveryAssociate` and
 * `Delivery-Associate` are one title, `Excluded?` and `Excluded` another. Empty for a title without letters, digits or signs.
 */
export function titleKey(title: string): string {
  return remembered(keys, title, (text) => normaliseTitle(text).replace(/[\s\-./?]/g, ""));
}

/** Documents repeat the same few titles on every sheet. */
function remembered(memory: Map<string, string>, text: string, make: (text: string) => string): string {
  let made = memory.get(text);
  if (made === undefined) {
    made = make(text);
    if (memory.size > 5_000) memory.clear();
    memory.set(text, made);
  }
  return made;
}
