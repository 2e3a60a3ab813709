/** The queue as lines: rows, or groups with their rows below them. Only arithmetic: which line is what, without having the rows. */
import type { FindingGroup } from "#shared/contract/review.ts";
import type { FindingFilter } from "#shared/contract/schemas.ts";

/** A stretch of lines: the head of a group, if it has one, then its rows, if it is open. */
export interface Section {
  readonly group: FindingGroup | null;
  /** Matches its rows, and they come in the order of the queue. */
  readonly filter: FindingFilter;
  /** The line it begins at. */
  readonly start: number;
  /** Lines of rows it shows. */
  readonly rows: number;
  readonly open: boolean;
}

/** All lines of a queue. */
export interface Lines {
  readonly sections: readonly Section[];
  readonly total: number;
}

/** Where a line stands: the head of a section (`row` is -1), or one of its rows. */
export interface LinePlace {
  readonly section: Section;
  readonly row: number;
}

/** A queue without groups. */
export function plainLines(filter: FindingFilter, total: number): Lines {
  return { sections: [{ group: null, filter, start: 0, rows: total, open: true }], total };
}

/** A queue in groups, of which some are open. */
export function groupedLines(groups: readonly FindingGroup[], isOpen: (key: string) => boolean): Lines {
  let start = 0;
  const sections = groups.map((group): Section => {
    const open = isOpen(group.key);
    const section = { group, filter: group.filter, start, rows: open ? group.count : 0, open };
    start += 1 + section.rows;
    return section;
  });
  return { sections, total: start };
}

/** Where a line stands; undefined beyond the last one. */
export function placeOf({ sections, total }: Lines, line: number): LinePlace | undefined {
  if (line < 0 || line >= total) return undefined;
  let low = 0;
  let high = sections.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sections[middle]?.start ?? 0) <= line) low = middle;
    else high = middle - 1;
  }
  const section = sections[low];
  if (!section) return undefined;
  return { section, row: line - section.start - (section.group ? 1 : 0) };
}

/** A stretch of rows of one section. */
export interface Stretch {
  readonly section: Section;
  readonly from: number;
  /** Not included. */
  readonly to: number;
}

/** The rows between two lines, both included, section by section. */
export function stretches(lines: Lines, from: number, to: number): Stretch[] {
  const first = placeOf(lines, Math.max(0, from));
  const result: Stretch[] = [];
  if (!first) return result;
  for (let at = lines.sections.indexOf(first.section); at < lines.sections.length; at += 1) {
    const section = lines.sections[at];
    if (!section || section.start > to) break;
    const head = section.group ? 1 : 0;
    const begin = Math.max(0, from - section.start - head);
    const end = Math.min(section.rows, to - section.start - head + 1);
    if (begin < end) result.push({ section, from: begin, to: end });
  }
  return result;
}
