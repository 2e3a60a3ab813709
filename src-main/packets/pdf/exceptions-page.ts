/** What stands on the page of the daily exception report, and how much of it fits. */
import type { Content } from "pdfmake";
import type { DayExceptions } from "#shared/contract/schemas.ts";
import { formatCents } from "#shared/money.ts";
import { formatDate, formatWeekday } from "#shared/week.ts";
import { LINE, type Pen } from "./pen.ts";
import { ACCENT, CONTENT_WIDTH, GUTTER, MUTED, PAGE, rule, SIZE } from "./styles.ts";
import { type Column, ledger } from "./tables.ts";
import { count } from "./words.ts";

/** Whose report it is. */
export interface ExceptionsAbout {
  /** The workspace's name. */
  readonly company: string;
  /** Null for all stations. */
  readonly station: string | null;
  readonly version: string;
}

type Part = DayExceptions["parts"][number];

const TITLES: Readonly<Record<Part["kind"], { readonly title: string; readonly none: string }>> = {
  "missing punches": { title: "Missing punches", none: "no punch is missing" },
  "ghost hours": { title: "Hours without a route or training", none: "all hours have a route or training" },
  meals: { title: "Meals", none: "all meals are as asked" },
  overtime: { title: "Overtime building up", none: "nobody nears overtime" },
  people: { title: "People nobody could match", none: "everybody was matched" },
};

const WIDTHS = { station: 34, who: 92, amount: 50 };
const ROOM = PAGE.height - 44 - 40 - 96;
/** Rows of a part at most; fewer where the page is full. */
const MOST = 14;

/** The page's content. Rows that do not fit are counted under their part. */
export function exceptionsPage(report: DayExceptions, about: ExceptionsAbout, pen: Pen): Content[] {
  const full = report.parts.filter(({ rows, unverified }) => rows.length + unverified.length > 0);
  const quiet = report.parts.filter((part) => !full.includes(part)).map(({ kind }) => TITLES[kind].none);
  let most = MOST;
  let blocks = full.map((part) => partBlock(part, most, pen));
  while (most > 1 && blocks.reduce((sum, { height }) => sum + height, 0) > ROOM) {
    most -= 1;
    blocks = full.map((part) => partBlock(part, most, pen));
  }
  const total = report.parts.reduce((sum, { rows }) => sum + rows.length, 0);
  return [
    { text: "DAILY EXCEPTIONS", style: "eyebrow", margin: [0, 0, 0, 4] },
    { text: `${formatWeekday(report.day)}, ${report.day.slice(0, 4)}`, style: "packetNumber", fontSize: 22 },
    {
      text: `${about.company} · ${about.station ?? "all stations"} · ${count(total, "exception")}`,
      color: MUTED,
      margin: [0, 2, 0, 8],
    },
    rule(),
    ...blocks.map(({ content }) => content),
    ...(quiet.length > 0
      ? [
          {
            text: sentence(quiet),
            color: total === 0 ? ACCENT : MUTED,
            margin: [0, 10, 0, 0] as [number, number, number, number],
          },
        ]
      : []),
    ...(report.parts.length === 0 ? [{ text: `Nothing is known of ${formatDate(report.day)}.` }] : []),
  ];
}

function sentence(parts: readonly string[]): string {
  const [first = "", ...rest] = parts;
  return `${first.charAt(0).toUpperCase()}${[first.slice(1), ...rest].join("; ")}.`;
}

function partBlock({ kind, rows, unverified }: Part, most: number, pen: Pen): { content: Content; height: number } {
  const priced = rows.some(({ amountCents }) => amountCents !== null);
  const rest =
    CONTENT_WIDTH - WIDTHS.station - WIDTHS.who - (priced ? WIDTHS.amount : 0) - (priced ? 5 : 4) * 2 * GUTTER;
  const ask = 120;
  const columns: Column[] = [
    { title: "Station", width: WIDTHS.station },
    { title: "Who", width: WIDTHS.who },
    { title: "What", width: rest - ask },
    { title: "To do", width: ask },
    ...(priced ? [{ title: "In question", width: WIDTHS.amount, right: true }] : []),
  ];
  const shown = rows.slice(0, most);
  const table = ledger(
    pen,
    columns,
    shown.map(({ station, who, what, ask, amountCents }) => [
      station,
      who,
      what,
      ask,
      ...(priced ? [amountCents === null ? "" : formatCents(amountCents)] : []),
    ]),
    { size: SIZE.table, kept: true },
  );
  const more = rows.length - shown.length;
  const notes = [...(more > 0 ? [`And ${count(more, "more", "more")}: see Backhaul.`] : []), ...unverified.slice(0, 4)];
  if (unverified.length > 4) notes.push(`And ${unverified.length - 4} more that could not be verified.`);
  const noteLines = notes.reduce((sum, note) => sum + pen.lines(note, 8, CONTENT_WIDTH), 0);
  return {
    content: {
      stack: [
        {
          text: `${TITLES[kind].title}${rows.length > 0 ? ` · ${rows.length}` : ""}`,
          style: "subheading",
          margin: [0, 12, 0, 2],
        },
        ...(rows.length > 0 ? [table.content] : []),
        ...notes.map((note): Content => ({ text: note, style: "label", margin: [0, 2, 0, 0] })),
      ],
    },
    height: 30 + (rows.length > 0 ? table.height : 0) + noteLines * (8 * LINE + 2),
  };
}
