/** Names of attached files. */
import { expect, it } from "vitest";
import { attachmentName } from "#main/claims/file-name.ts";

it.each([
  ["Answer from Amazon.pdf", "Answer from Amazon.pdf"],
  ["../../etc/passwd", "etc-passwd"],
  ["C:\\claims\\a:b?.msg", "C-claims-a-b-.msg"],
  ["invoice\u202Efdp.exe", "invoice-fdp.exe"],
  ["  Zażółć  gęślą.eml ", "Zażółć gęślą.eml"],
  ["...", "attachment"],
  ["", "attachment"],
  [`${"x".repeat(300)}.pdf`, `${"x".repeat(116)}.pdf`],
  [`${"🚚".repeat(130)}.pdf`, `${"🚚".repeat(116)}.pdf`],
  ["a\nb\tc.txt", "a-b-c.txt"],
])("%j is kept as %j", (name, kept) => expect(attachmentName(name)).toBe(kept));
