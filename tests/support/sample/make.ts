/** Writes the sample company and the truth about it: `node tests/support/sample/make.ts`. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generateCompany } from "./company.ts";
import { papersOf } from "./papers.ts";
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

/** What the company earns beside its variable invoices: tiers and incentive invoices, one of which pays the wrong tier. */
const named = files.map(({ path, bytes }) => ({ name: path.slice(path.lastIndexOf("/") + 1), content: bytes }));
const { papers, truth: spoilt } = papersOf(named, [null, "tier"]);
const weekOf = (content: string) => /Period Start,(\S+)/.exec(content)?.[1] ?? "";
for (const { name, content } of papers) {
  const text = String(content);
  const bytes = new TextEncoder().encode(text);
  const station = /Station,(\S+)/.exec(text)?.[1];
  if (name === "tiers.csv") files.push({ path: "company/scorecard-tiers.csv", bytes });
  if (name === "incentive-rates.csv") files.push({ path: "company/incentive-rates.csv", bytes });
  if (!name.startsWith("INV-")) continue;
  const invoice = `${weekOf(text)}/${station} Incentive Invoice ${name}`;
  files.push({ path: invoice, bytes });
  const leak = spoilt.find((each) => each.station === station && each.period === weekOf(text));
  if (leak === undefined) continue;
  const where = { file: invoice, detail: "line Delivered packages" };
  truth.push({ ...leak, direction: "owed", what: "the incentive is paid at the tier below the scorecard's", where });
}

rmSync(folder, { recursive: true, force: true });
for (const { path, bytes } of files) {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
}
writeFileSync(join(folder, "truth.json"), `${JSON.stringify({ seed: SEED, dsp: DSP, leaks: truth }, null, 2)}\n`);
console.log(`${files.length} files, ${truth.length} leaks`);
