/** `npm run bench -- NAME`: figures that depend on the machine, as ratios within one run. Without a name all of them, one after the other. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts") && file !== "run.ts")
  .map((file) => file.slice(0, -3))
  .sort();
const [asked] = process.argv.slice(2);
const file = (name: string) => join(import.meta.dirname, `${name}.ts`);
if (asked !== undefined && !existsSync(file(asked))) {
  console.error(`There is no benchmark ${asked}. There are: ${names.join(", ")}.`);
  process.exit(2);
}
for (const name of asked === undefined ? names : [asked]) {
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, ["--expose-gc", file(name)], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
