/** Writes the sample company and the truth about it: `node tests/support/sample/make.ts`. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generateCompany } from "./company.ts";
import { DSP } from "./stations.ts";

const SEED = 20_260_802;
const folder = join(import.meta.dirname, "../../../resources/sample-company");

const { files, truth } = generateCompany({
  seed: SEED,
  stations: 2,
  weeks: 2,
  routesPerDay: [12, 20],
  firstSunday: "2026-08-02",
  leaks: true,
});

rmSync(folder, { recursive: true, force: true });
for (const { path, bytes } of files) {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
}
writeFileSync(join(folder, "truth.json"), `${JSON.stringify({ seed: SEED, dsp: DSP, leaks: truth }, null, 2)}\n`);
console.log(`${files.length} files, ${truth.length} leaks`);
