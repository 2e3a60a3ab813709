/** A recognised table read to its end: what its kind makes of it, or why it cannot be taken after all. */
import { type DocumentKind, KIND_HELP } from "#shared/catalogue.ts";
import type { Interpretation } from "../interpretation.ts";
import { laterContradiction } from "./detect-format.ts";
import { contestedTitle, type Fit } from "./header.ts";
import { eachPiece } from "./pieces.ts";

/** Lists of what happened: an empty one says that nothing of its sort did. Every other kind says nothing without a row. */
const MAY_BE_EMPTY: ReadonlySet<DocumentKind> = new Set([
  "route summary",
  "service details",
  "delivered packages",
  "training",
  "unplanned delay",
  "concessions",
  "cancellations",
]);

/** Reads the rows of a recognised table. Returns why it cannot be taken, null where it can. */
export function readFit(fit: Fit, take: (piece: Interpretation) => void): string | null {
  const { definition } = fit;
  let refusal: string | null = null;
  let rows = 0;
  eachPiece(fit, (recognised) => {
    // What comes later in a long table was not seen when its format was told.
    const later = recognised === fit.recognised ? null : laterContradiction(recognised);
    refusal ??= later ?? refusalOf({ definition, recognised });
    if (refusal !== null) return;
    const piece = definition.interpret(recognised);
    rows += piece.facts.length + piece.problems.length;
    take(definition.layout === undefined ? piece : { ...piece, layout: definition.layout });
  });
  if (refusal === null && rows === 0 && !MAY_BE_EMPTY.has(definition.kind)) {
    return `The column titles of ${titleOf(definition.kind)} are there, but no row stands below them.`;
  }
  return refusal;
}

function refusalOf(fit: Fit): string | null {
  const contested = contestedTitle(fit);
  if (contested !== undefined) {
    return `Two columns are called "${contested}" and do not agree. Remove the one that does not count.`;
  }
  return fit.definition.refuse?.(fit.recognised) ?? null;
}

const titleOf = (kind: DocumentKind): string => KIND_HELP[kind].title.toLowerCase();
