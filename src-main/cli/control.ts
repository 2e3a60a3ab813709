import { existsSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { ControlRow } from "#shared/contract/schemas.ts";
import { hundredthsOfHours } from "#shared/hours.ts";
import { formatCents, plainCents, group as thousands } from "#shared/money.ts";
import { formatWeek, isIsoDate } from "#shared/week.ts";
import { controlWorkbook, notVerified } from "../packets/control-workbook.ts";
import { type Command, parse, printJson, printTable, UsageError, withWorkspace } from "./command.ts";

/** Weeks shown where nobody says how many. */
const WEEKS = 13;

/** `control`: what Amazon should have paid and paid, week by week and station by station, and the hours on both sides. */
export const controlCommand: Command = {
  name: "control",
  usage: "control WORKSPACE [--station DXA4] [--week 2026-08-02] [--weeks 13] [--json | --out FILE.xlsx]",
  async run(args) {
    const { values, positionals } = parse(args, {
      json: { type: "boolean" },
      out: { type: "string" },
      station: { type: "string" },
      week: { type: "string" },
      weeks: { type: "string" },
    });
    const [workspace, ...rest] = positionals;
    const { out, week = null } = values;
    if (workspace === undefined || rest.length > 0) throw new UsageError("Say one workspace.");
    if (values.json && out !== undefined) throw new UsageError("Say --json or --out, not both.");
    if (week !== null && !isIsoDate(week)) throw new UsageError(`${week} is no day (2026-08-02).`);
    if (out !== undefined && !existsSync(dirname(resolve(out))))
      throw new UsageError(`There is no folder ${dirname(out)}.`);
    const input = { station: values.station?.toUpperCase() ?? null, week, weeks: weeksOf(values.weeks) };
    const rows = await withWorkspace(workspace, { access: "read" }, (client) => client.findings.control(input));
    if (values.json) printJson(rows);
    else if (out !== undefined) {
      writeFileSync(resolve(out), controlWorkbook(rows));
      process.stdout.write(`${out}: ${rows.length} ${rows.length === 1 ? "line" : "lines"}.\n`);
    } else printTable([TABLE, ...rows.map(tableRow)], [2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    return 0;
  },
};

function weeksOf(text: string | undefined): number {
  if (text === undefined) return WEEKS;
  const weeks = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (weeks < 1 || weeks > 520) throw new UsageError(`${text} is no number of weeks from 1 to 520.`);
  return weeks;
}

type Money = ControlRow["invoice"];

const TABLE = [
  "Week",
  "Station",
  "Invoice expected",
  "Paid",
  "Difference",
  "Incentive expected",
  "Paid",
  "Difference",
  "Routes",
  "Packages",
  "Hours paid",
  "Hours clocked",
  "Not verified",
];

function tableRow(row: ControlRow): string[] {
  return [
    formatWeek(row.week),
    row.station,
    ...moneyTexts(row.invoice),
    ...moneyTexts(row.incentive),
    row.routes === null ? "-" : thousands(row.routes),
    row.packages === null ? "-" : thousands(row.packages),
    hours(row.paidMinutes),
    hours(row.clockedMinutes),
    notVerified(row),
  ];
}

/** Expected, paid, difference. What is not verified says so; what is verified in part has an asterisk. */
function moneyTexts({ state, expectedCents, paidCents, differenceCents }: Money): string[] {
  const paid = paidCents === null ? "-" : formatCents(paidCents);
  if (expectedCents === null || differenceCents === null) {
    const open = state === "none" ? "-" : "not verified";
    return [open, paid, open];
  }
  const mark = state === "in part" ? "*" : "";
  return [formatCents(expectedCents), paid, `${formatCents(differenceCents)}${mark}`];
}

function hours(minutes: number | null): string {
  return minutes === null ? "-" : plainCents(hundredthsOfHours(minutes));
}
