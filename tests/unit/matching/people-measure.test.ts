/** How well people are told apart, measured on pairs of invented names: nothing wrong is merged by itself, and nearly everybody is asked about. */
import { describe, expect, it } from "vitest";
import type { PersonFact, Source } from "#main/documents/facts.ts";
import { PeopleIndex } from "#main/matching/people.ts";
import { proposalsFor } from "#main/matching/people-proposals.ts";
import { DIFFERENT, SAME } from "./people-pairs.ts";

const source: Source = {
  document: { name: "staff-roster.csv", sha256: "0".repeat(64), kind: "staff roster" },
  sheet: null,
  row: 2,
  columns: [],
  cells: "[]",
};

function person(employeeId: string, name: string): PersonFact {
  const rest = { transporterId: null, state: "TN", station: "DXA4", department: "Drivers", payRate: null };
  return { source, employeeId, name, ...rest, hireDate: null, terminationDate: null };
}

interface Judged {
  readonly kind: string;
  readonly roster: string;
  readonly written: string;
  readonly merged: boolean;
  readonly asked: boolean;
}

function judged(pairs: typeof SAME): Judged[] {
  return Object.entries(pairs).flatMap(([kind, list]) =>
    list.map(([roster, written]) => {
      const people = [person("1", roster)];
      const merged = "person" in new PeopleIndex(people).byName(written);
      return { kind, roster, written, merged, asked: !merged && proposalsFor(written, people).length > 0 };
    }),
  );
}

const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;

describe("pairs of names", () => {
  const [same, different] = [judged(SAME), judged(DIFFERENT)];

  it("are at least three hundred, each once", () => {
    const all = [...same, ...different].map(({ roster, written }) => `${roster}|${written}`);
    expect(all.length).toBeGreaterThanOrEqual(300);
    expect(new Set(all).size).toBe(all.length);
  });

  it("are merged without a question only where both are one person", () => {
    const wrong = different.filter(({ merged }) => merged);
    const right = same.filter(({ merged }) => merged);
    console.info(
      `Automatic links: ${right.length} right, ${wrong.length} wrong; precision ${share(right.length, right.length + wrong.length)}`,
    );
    expect(wrong).toEqual([]);
  });

  it("are merged or asked about in at least 95 of 100 cases of one person", () => {
    const found = same.filter(({ merged, asked }) => merged || asked);
    const lost = same.filter((each) => !found.includes(each));
    console.info(
      `One person: ${found.length} of ${same.length} proposed; recall ${share(found.length, same.length)}; ` +
        `not proposed: ${lost.map(({ roster, written }) => `${roster} / ${written}`).join(", ") || "none"}`,
    );
    expect(found.length * 100).toBeGreaterThanOrEqual(95 * same.length);
  });

  it("of two generations or of two middle initials are not even asked about", () => {
    const apart = ["generations", "middle initials", "given name only"];
    expect(different.filter(({ kind, asked }) => apart.includes(kind) && asked)).toEqual([]);
  });

  it("never lead to somebody else on a roster of all of them", () => {
    const everybody = [...same, ...different];
    const index = new PeopleIndex(everybody.map(({ roster }, at) => person(String(at), roster)));
    for (const { roster, written } of everybody) {
      const match = index.byName(written);
      if ("person" in match && match.person.name !== roster) expect(words(match.person.name)).toEqual(words(written));
    }
  });
});

/** The words of a name without accents, case, order and initials, so that another reader of the same letters decides. */
function words(name: string): string[] {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return (plain.match(/[a-z]+/g) ?? []).filter((word) => word.length > 1).sort();
}
