/** Small documents in, findings out: the whole pure road from a file's text to the run of the checks, without a store. */
import { coveredDays, daysNamed } from "#main/documents/covered-days.ts";
import { FACT_TYPES, type FactTypes, type Source } from "#main/documents/facts.ts";
import type { Interpretation } from "#main/documents/interpretation.ts";
import { readFile } from "#main/documents/read/read.ts";
import { interpretDocument } from "#main/documents/recognise/recognise.ts";
import { CHECKS } from "#main/reconcile/catalogue.ts";
import type { Check } from "#main/reconcile/check.ts";
import { type CompanyFacts, type CoveredDay, noFacts } from "#main/reconcile/facts.ts";
import { run, type ScopeResult, scopesOf } from "#main/reconcile/run.ts";
import { monthOf } from "#shared/week.ts";

/** The day the tests' checks are run on, unless they say otherwise. */
const TODAY = "2026-08-19";

/** A document of a test: its name and its text or bytes. */
export interface TestDocument {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Facts and coverage of some documents. Throws when one of them is refused or holds an unreadable cell, unless that is allowed. */
export function factsOf(documents: readonly TestDocument[], allow: { readonly problems?: boolean } = {}) {
  const parts: {
    name: string;
    sha256: string;
    container: string | null;
    interpretations: readonly Interpretation[];
  }[] = [];
  for (const { name, content } of documents) {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const read = readFile(name, bytes);
    for (const refusal of read.refused) throw new Error(`${refusal.name}: ${refusal.reason}`);
    for (const document of read.documents) {
      const outcome = interpretDocument(document);
      if ("refusal" in outcome) throw new Error(`${document.name}: ${outcome.refusal}`);
      if ("mapping" in outcome) throw new Error(`${document.name}: ${outcome.mapping.message}`);
      for (const problem of outcome.interpretations.flatMap((part) => part.problems)) {
        if (!allow.problems)
          throw new Error(`${document.name} row ${problem.row} ${problem.column}: ${problem.reason}`);
      }
      parts.push({ ...document, interpretations: outcome.interpretations });
    }
  }
  const facts = Object.fromEntries(FACT_TYPES.map((type) => [type, [] as unknown[]]));
  for (const { name, sha256, interpretations } of parts) {
    for (const { kind, sheet, columns, facts: drafts } of interpretations) {
      for (const { type, values, row, cells } of drafts) {
        const source: Source = { document: { name, sha256, kind }, sheet, row, columns, cells };
        facts[type]?.push({ ...values, source } as FactTypes[typeof type]);
      }
    }
  }
  const covered: CoveredDay[] = coveredDays(
    parts.map(({ interpretations, ...part }) => ({ ...part, sheets: interpretations.map(daysNamed) })),
  ).flatMap((days, index) => {
    const { name = "", sha256 = "" } = parts[index] ?? {};
    return days.map((day) => ({ ...day, document: { name, sha256 } }));
  });
  return { facts: { ...noFacts(), ...facts } as CompanyFacts, covered };
}

/** Begins the name of a document whose rows another one took the place of. */
const EARLIER = "earlier version of ";

/** Checks every period the documents speak of. */
export function reconcile(documents: readonly TestDocument[], checks: readonly Check[] = CHECKS): ScopeResult[] {
  const isEarlier = ({ name }: TestDocument) => name.startsWith(EARLIER);
  const { facts, covered } = factsOf(
    documents.filter((each) => !isEarlier(each)),
    { problems: true },
  );
  const superseded = factsOf(documents.filter(isEarlier)).facts;
  const months = facts.leaseLine.map((line) => monthOf(line.serviceFrom));
  return run({ checks, facts, covered, scopes: scopesOf(facts, covered, months), superseded, today: TODAY });
}
