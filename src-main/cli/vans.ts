import { existsSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { VanMonth } from "#shared/contract/schemas.ts";
import { formatCents } from "#shared/money.ts";
import { formatPeriod } from "#shared/week.ts";
import { type WorkbookCell, workbookBytes } from "../packets/workbook.ts";
import { type Command, parse, printJson, printTable, UsageError, withWorkspace } from "./command.ts";

/** `vans`: what Amazon pays for each van, what its lessor bills, and what is left, month by month. */
export const vansCommand: Command = {
  name: "vans",
  usage: "vans WORKSPACE [--month 2026-08] [--json | --out FILE.xlsx]",
  async run(args) {
    const { values, positionals } = parse(args, {
      json: { type: "boolean" },
      out: { type: "string" },
      month: { type: "string" },
    });
    const [workspace, ...rest] = positionals;
    const { out, month = null } = values;
    if (workspace === undefined || rest.length > 0) throw new UsageError("Say one workspace.");
    if (values.json && out !== undefined) throw new UsageError("Say --json or --out, not both.");
    if (month !== null && !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month))
      throw new UsageError(`${month} is no month (2026-08).`);
    if (out !== undefined && !existsSync(dirname(resolve(out))))
      throw new UsageError(`There is no folder ${dirname(out)}.`);
    const months = await withWorkspace(workspace, { access: "read" }, (client) => client.findings.vans({ month }));
    if (values.json) printJson(months);
    else if (out !== undefined) {
      const rows = sheetRows(months);
      writeFileSync(resolve(out), workbookBytes("Vans", rows));
      process.stdout.write(`${out}: ${rows.length - 1} ${rows.length === 2 ? "line" : "lines"}.\n`);
    } else print(months);
    return 0;
  },
};

type Row = VanMonth["rows"][number];

function print(months: readonly VanMonth[]): void {
  const rows = months.flatMap(({ month, rows: vans }) => vans.map((row) => tableRow(month, row)));
  printTable(
    [["Month", "Station", "Unit", "VIN", "Lessor", "Amazon pays", "Billed", "Claimed", "Cost", "Margin"], ...rows],
    [5, 6, 7, 8, 9],
  );
  for (const { month, withoutVanCents, unsharedCents } of months) {
    const name = formatPeriod(month);
    if (withoutVanCents !== 0)
      process.stdout.write(
        `${name}: ${formatCents(withoutVanCents)} were billed for no van of ours that could be looked up.\n`,
      );
    if (unsharedCents !== 0)
      process.stdout.write(
        `${name}: ${formatCents(unsharedCents)} of Amazon's fleet invoices are for a station without a known van.\n`,
      );
  }
}

function tableRow(month: string, row: Row): string[] {
  const money = (cents: number | null) => (cents === null ? "not known" : formatCents(cents));
  return [
    formatPeriod(month),
    row.station ?? "-",
    row.unit || "-",
    row.vin,
    row.lessors.join(", ") || "-",
    money(row.amazonCents),
    money(row.billedCents),
    money(row.claimedCents),
    money(row.netCents),
    money(row.marginCents),
  ];
}

const TITLES = [
  "Month",
  "Station",
  "Unit",
  "VIN",
  "Lessor",
  "Amazon pays",
  "Lessor bills",
  "Claimed back",
  "Cost",
  "Margin",
];

/** The sheet's rows, titles first. What is not known stays blank. */
function sheetRows(months: readonly VanMonth[]): WorkbookCell[][] {
  const cents = (value: number | null): WorkbookCell => (value === null ? null : { hundredths: value });
  const rows = months.flatMap(({ month, rows: vans }) =>
    vans.map((row): WorkbookCell[] => [
      month,
      row.station,
      row.unit,
      row.vin,
      row.lessors.join(", "),
      cents(row.amazonCents),
      cents(row.billedCents),
      cents(row.claimedCents),
      cents(row.netCents),
      cents(row.marginCents),
    ]),
  );
  return [TITLES, ...rows];
}
