/** The name an attached file is shown and saved under. Pure. */

/** At most this many characters, the ending kept. */
const LONGEST = 120;

/**
 * A name as any file system takes it: no folders, no control or direction characters, no reserved ones; long ones are shortened before their
 * ending. A name of which nothing is left is `attachment`.
 */
export function attachmentName(name: string): string {
  const plain = name
    .normalize("NFC")
    .replace(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, "-")
    .replace(/\s+/g, " ")
    .replace(/^[-. ]+|[-. ]+$/g, "");
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(plain)?.[0] ?? "";
  const stem = [...plain.slice(0, plain.length - ending.length)].slice(0, LONGEST - ending.length).join("");
  return `${stem}${ending}` || "attachment";
}
