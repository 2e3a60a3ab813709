/** Column titles and labels as they are compared. */

const known = new Map<string, string>();

/**
 * A title as it is compared: NFKC, no byte-order mark or other invisible characters, one kind of hyphen, single spaces, lower case,
 * without a colon at its end.
 */
export function normaliseTitle(title: string): string {
  let normal = known.get(title);
  if (normal === undefined) {
    normal = title
      .normalize("NFKC")
      .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
      .replace(/[\u2010-\u2015\u2212]/g, "-")
      .replace(/\s+/g, " ")
      .trim()
      .replace(/\s*:$/, "")
      .toLowerCase();
    if (known.size > 5_000) known.clear();
    known.set(title, normal);
  }
  return normal;
}
