/** Evidence rows gathered by the table they stand in, and the index of the files they come from. */
import { compareText, groupBy } from "./order.ts";
import type { Delivery, EvidenceTable, PacketEntry, PacketFinding, SourceFile, SourceRow } from "./packet.ts";

const rowKey = (row: { sha256: string; sheet: string | null; row: number }) =>
  JSON.stringify([row.sha256, row.sheet, row.row]);

/**
 * The evidence of a finding, one table for each file, sheet and set of columns, in the finding's own order. An evidence item whose
 * source row was not handed over still appears, with the cells the finding itself keeps: evidence is never dropped.
 */
export function evidenceTables(finding: PacketFinding): EvidenceTable[] {
  const have = new Set(finding.sourceRows.map(rowKey));
  const kept: SourceRow[] = finding.evidence
    .filter((item) => !have.has(rowKey(item)))
    .map((item) => ({
      document: item.document,
      sha256: item.sha256,
      sheet: item.sheet,
      row: item.row,
      columns: Object.keys(item.cells),
      cells: Object.values(item.cells),
      marked: Object.keys(item.cells),
    }));
  const unique = groupBy([...finding.sourceRows, ...kept], (row) =>
    JSON.stringify([rowKey(row), row.columns, row.cells]),
  );
  const rows = [...unique.values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, marked: same.flatMap((row) => row.marked) }] : [];
  });
  const tables = groupBy(rows, (row) => JSON.stringify([row.document, row.sha256, row.sheet, row.columns]));
  return [...tables.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    // Cells beyond the last title are cells too: they get a column of their own.
    const width = Math.max(...group.map((row) => Math.max(row.cells.length, row.columns.length)));
    const columns = Array.from({ length: width }, (_, index) => first.columns[index] || `Column ${index + 1}`);
    const deciding = new Set(group.flatMap((row) => row.marked));
    return [
      {
        document: first.document,
        sha256: first.sha256,
        sheet: first.sheet,
        columns,
        marked: columns.map((title) => deciding.has(title)),
        rows: group
          .map((row) => ({ row: row.row, cells: columns.map((_, index) => row.cells[index] ?? "") }))
          .sort((a, b) => a.row - b.row),
      },
    ];
  });
}

type Originals = ReadonlyMap<string, { readonly delivery: Delivery; readonly name: string | null }>;

/** Every file the packet leans on, with the rows it uses and where its original is, by name. */
export function sourceFiles(entries: readonly PacketEntry[], originals: Originals): SourceFile[] {
  const used = entries.flatMap(({ finding, evidence }) => [
    ...evidence.map(({ rows, ...table }) => ({ ...table, rows: rows.map(({ row }) => row) })),
    ...(finding.keptRows ?? []).map(({ row, ...table }) => ({ ...table, rows: [row] })),
  ]);
  const files = groupBy(used, (table) => JSON.stringify([table.document, table.sha256]));
  return [...files.values()]
    .flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      const { document, sha256 } = first;
      const sheets = [...groupBy(group, (table) => JSON.stringify(table.sheet)).values()].map((same) => ({
        sheet: same[0]?.sheet ?? null,
        rows: [...new Set(same.flatMap((table) => table.rows))].sort((a, b) => a - b),
      }));
      sheets.sort((a, b) => compareText(a.sheet ?? "", b.sheet ?? ""));
      const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
      const { delivery = "kept", name = null } = originals.get(sha256) ?? {};
      return [{ document, sha256, delivery, attachedAs: name, rows, sheets }];
    })
    .sort((a, b) => compareText(a.document, b.document) || compareText(a.sha256, b.sha256));
}

/** Row numbers as a reader writes them: `8, 12–14`. */
export function rowList(rows: readonly number[]): string {
  const parts: string[] = [];
  for (let index = 0; index < rows.length; ) {
    const from = rows[index] ?? 0;
    let end = index;
    while (rows[end + 1] === (rows[end] ?? 0) + 1) end += 1;
    const to = rows[end] ?? from;
    parts.push(end - index >= 2 ? `${from}–${to}` : end > index ? `${from}, ${to}` : `${from}`);
    index = end + 1;
  }
  return parts.join(", ");
}
