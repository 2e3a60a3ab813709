/** What restoring would change, from the two databases. */
import type { Database } from "better-sqlite3-multiple-ciphers";
import { formatCents } from "#shared/money.ts";
import { claimLabel } from "../claims/label.ts";
import type { Vault } from "../vault/vault.ts";
import { withDatabase } from "./backup.ts";

/** Of one kind of thing: what would go and what would come back, by name, sorted. */
export interface Change {
  readonly vanish: readonly string[];
  readonly comeBack: readonly string[];
}

export interface RestoreChanges {
  readonly documents: Change;
  readonly findings: Change;
  readonly claims: Change;
  /** Findings and claims that are there before and after and stand otherwise: `label: dismissed instead of open`. */
  readonly decisions: readonly string[];
  readonly packets: Change;
}

const QUERIES = {
  documents: "SELECT sha256 AS id, name AS label, '' AS state FROM document ORDER BY id",
  findings:
    "SELECT id, code || ' ' || period || ' ' || subjectLabel AS label, status AS state FROM finding WHERE status <> 'cleared' ORDER BY id",
  // A claim is the one that was begun at that instant: after a restore its number is given again.
  claims: `SELECT number || ' ' || createdAt AS id, counterparty || coalesce(' ' || invoiceNumber, '') AS label, number,
      status || ', received ' AS state, coalesce((SELECT sum(cents) FROM claimPayment WHERE claimNumber = number), 0) AS cents
    FROM claim ORDER BY id`,
  packets: "SELECT number || ' ' || sha256 AS id, file AS label, '' AS state FROM packet ORDER BY id",
} as const;

/** Compares the present database (null when there is none that can be read) with the one that would take its place, of the same key. */
export function restoreChanges(present: string | null, restored: string, vault: Vault | null): RestoreChanges {
  const before = present === null ? null : withDatabase(present, holdings, vault);
  const after = withDatabase(restored, holdings, vault);
  const change = (what: keyof Holdings): Change => ({
    vanish: missingIn(after[what], before?.[what] ?? []),
    comeBack: missingIn(before?.[what] ?? [], after[what]),
  });
  const otherwise = (what: keyof Holdings) => {
    const then = new Map(after[what].map(({ id, state }) => [id, state]));
    return (before?.[what] ?? []).flatMap(({ id, label, state }) => {
      const other = then.get(id);
      return other === undefined || other === state ? [] : [`${label}: ${other} instead of ${state}`];
    });
  };
  return {
    documents: change("documents"),
    findings: change("findings"),
    claims: change("claims"),
    decisions: [...otherwise("findings"), ...otherwise("claims")],
    packets: change("packets"),
  };
}

interface Thing {
  readonly id: string;
  readonly label: string;
  readonly state: string;
}

type Holdings = Readonly<Record<keyof typeof QUERIES, readonly Thing[]>>;

function holdings(db: Database): Holdings {
  const all = (what: "documents" | "findings" | "packets") => db.prepare<[], Thing>(QUERIES[what]).all();
  return { documents: all("documents"), findings: all("findings"), packets: all("packets"), claims: claims(db) };
}

/** Claims with their state and what they received. A workspace from before there were claims has none. */
function claims(db: Database): Thing[] {
  if (db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'claim'").get() === undefined) return [];
  return db
    .prepare<[], Thing & { number: number; cents: number }>(QUERIES.claims)
    .all()
    .map(({ id, label, state, number, cents }) => ({
      id,
      label: `${claimLabel(number)} ${label}`,
      state: `${state}${formatCents(cents)}`,
    }));
}

function missingIn(there: readonly Thing[], things: readonly Thing[]): string[] {
  const ids = new Set(there.map(({ id }) => id));
  return things
    .filter(({ id }) => !ids.has(id))
    .map(({ label }) => label)
    .sort();
}
