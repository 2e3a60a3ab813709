/** The licenses of everything that is in the app, for THIRD-PARTY-NOTICES.txt. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Installed } from "./modules.ts";

/** Licenses that let an app pass on what they cover, with nothing owed but the notice. */
export const ALLOWED: ReadonlySet<string> = new Set([
  "MIT",
  "ISC",
  "0BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "Zlib",
  "OFL-1.1",
]);

/** Packages that name their license in a file only. */
const SAID_ELSEWHERE: Readonly<Record<string, string>> = { "png-js": "MIT" };

/** The license of a package as an expression. Throws for one that names none. */
export function licenseOf({ name, license }: Pick<Installed, "name" | "license">): string {
  const said = license ?? SAID_ELSEWHERE[name];
  if (said === undefined) throw new Error(`${name} does not say under which license it is.`);
  return said;
}

/** Whether an expression such as "(MIT OR CC0-1.0)" can be met with allowed licenses alone. */
export function isAllowed(expression: string): boolean {
  return expression
    .replace(/[()]/g, "")
    .split(/ OR /i)
    .some((choice) => choice.split(/ AND /i).every((one) => ALLOWED.has(one.trim())));
}

/** The notices as one text. Throws for a package under a license that is not allowed. */
export function noticesOf(root: string, packages: readonly Installed[]): string {
  const parts = packages.map((one) => {
    const license = licenseOf(one);
    if (!isAllowed(license)) throw new Error(`${one.name} is under ${license}, which is not allowed.`);
    return [`${one.name} ${one.version ?? ""}`.trim(), `License: ${license}`, "", licenseText(join(root, one.path))];
  });
  const head = [
    "Backhaul contains the following works of others, each under its own license.",
    "Electron and Chromium come with their own notices: LICENSE.electron.txt and LICENSES.chromium.html.",
    "The Roboto and Roboto Mono typefaces are under the license in resources/fonts/LICENSE.",
  ];
  return [head, ...parts]
    .map((part) => part.join("\n").trim())
    .join(`\n\n${"-".repeat(80)}\n\n`)
    .concat("\n");
}

/** The license texts that lie in a package's folder, each once, or the sentence that there is none. */
function licenseText(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) =>
      /(?:^|[\\/])(?:LICEN[CS]E|NOTICE|COPYING)[^\\/]*$/i.test(name) && !/\bnode_modules\b|\.[cm]?[jt]s$/.test(name),
  );
  const texts = files.sort().flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isFile() ? [readFileSync(path, "utf8").replaceAll("\r\n", "\n").trim()] : [];
  });
  return [...new Set(texts)].join("\n\n") || "The package comes without the text of its license.";
}
