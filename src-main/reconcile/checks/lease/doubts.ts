/** What a lease check could not judge, and why: said together, so that the owner reads one sentence. Pure. */
import type { DocumentKind } from "#shared/catalogue.ts";
import type { Answer } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { counted } from "./contract-rent.ts";
import type { LeaseLine } from "./lines.ts";

/** Why a line could not be judged, as what follows `1 line:`, and the document that would tell. */
export interface Doubt {
  readonly missing: DocumentKind;
  readonly why: string;
  /** It is not a line but the whole month. */
  readonly isGeneral?: boolean;
  /** What is counted, where it is not a line. */
  readonly counted?: "invoice";
}

/** A line that names no van, or one that could be several: the candidates are named, the owner knows which it is. */
export function vanDoubt({ van }: LeaseLine): Doubt {
  if (van.kind !== "ambiguous") return { missing: "lease invoice", why: "names no van that can be looked up" };
  const why = `names ${van.name}, which could be ${van.candidates.join(" or ")}; give each van a unit number of its own`;
  return { missing: "lease invoice", why };
}

/** A line of some kind that names no van, or one that could be several. */
export function unnamedDoubt(line: LeaseLine, what: string): Doubt {
  if (line.van.kind === "ambiguous") return vanDoubt(line);
  return { missing: "lease invoice", why: `${what} names no van that can be looked up` };
}

/** The answer of a check: its findings, what could not be judged, or whether there was anything to judge. */
export function answerWith<V>(
  findings: readonly FindingDraft<V>[],
  doubts: readonly Doubt[],
  isConcerned: boolean,
): Answer<V> {
  const missing = [...new Set(doubts.map((doubt) => doubt.missing))].sort();
  if (findings.length > 0) return { outcome: "finding", findings, ...(missing.length > 0 ? { missing } : {}) };
  if (missing.length > 0) return { outcome: "cannot-verify", missing, why: sentenceOf(doubts) };
  return { outcome: isConcerned ? "agrees" : "not-applicable" };
}

const SHOWN = 3;

/** `2 lines: excess mileage prints no odometer reading; 1 line: a repair names no van that can be looked up`. */
function sentenceOf(doubts: readonly Doubt[]): string {
  const groups = [...Map.groupBy(doubts, ({ why }) => why)];
  const shown = groups.slice(0, SHOWN).map(([why, [first, ...others]]) => {
    if (first?.isGeneral) return why;
    return `${counted(others.length + 1, first?.counted ?? "line")}: ${why}`;
  });
  const more = groups.length > SHOWN ? [`and ${groups.length - SHOWN} more reasons`] : [];
  return [...shown, ...more].join("; ");
}
