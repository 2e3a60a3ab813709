/** What of a finding's evidence a receiver is shown. */
import type { KeptRow, PacketFinding } from "./packet.ts";
import type { Handling } from "./templates.ts";

/**
 * The finding with the rows its receiver may see: whole rows, the cells that decided, or only the names of what stays with the sender.
 * The sentence, the formula and the two sides are the finding itself; a template does not take a check whose finding it may not show.
 */
export function shownTo(finding: PacketFinding, handling: (sha256: string) => Handling): PacketFinding {
  const keptRows: KeptRow[] = finding.evidence
    .filter((item) => handling(item.sha256) === "withheld")
    .map(({ document, sha256, sheet, row }) => ({ document, sha256, sheet, row }));
  const isShown = ({ sha256 }: { readonly sha256: string }) => handling(sha256) !== "withheld";
  return {
    ...finding,
    evidence: finding.evidence.filter(isShown),
    sources: finding.sources.filter(isShown),
    sourceRows: finding.sourceRows.filter(isShown).map((row) => {
      if (handling(row.sha256) === "whole") return row;
      const cells = new Map(row.columns.map((title, index) => [title, row.cells[index] ?? ""]));
      const columns = row.columns.filter((title) => row.marked.includes(title));
      return { ...row, columns, cells: columns.map((title) => cells.get(title) ?? ""), marked: columns };
    }),
    keptRows,
  };
}
