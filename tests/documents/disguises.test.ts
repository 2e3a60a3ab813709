import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KINDS } from "#main/documents/interpret/index.ts";
import type { KindDefinition } from "#main/documents/interpretation.ts";
import { findHeader } from "#main/documents/recognise/header.ts";
import { titleKey } from "#main/documents/recognise/titles.ts";
import { DOCUMENT_KINDS } from "#shared/catalogue.ts";
import { asCsv, COSTUMES, type Dressed, inOrder, rowsOf } from "../support/costumes.ts";
import { PLAIN_FILES, type PlainFile } from "../support/disguises.ts";
import { document, interpret, sheets, xlsx } from "./support.ts";

const nameOf = ({ kind, layout }: { kind: string; layout?: string }) => (layout ? `${kind} (${layout})` : kind);

function plainFileOf({ kind, layout = "" }: KindDefinition): PlainFile {
  const found = PLAIN_FILES.find((file) => file.kind === kind && file.layout === layout);
  if (!found) throw new Error(`no plain file of ${nameOf({ kind, layout })} in tests/support/disguises.ts`);
  return found;
}

/** What a file says, wherever it says it. */
function read({ name, content }: Dressed) {
  const { kind, layout = "", facts, problems } = interpret(content, name);
  return { kind, layout, problems, facts: facts.map(({ type, values }) => ({ type, values })) };
}

const plainly = (file: PlainFile) => read(asCsv(file.name, rowsOf(file)));

/** The field that a title names, in the columns or above the table. */
function fieldOf(definition: KindDefinition, title: string) {
  const named = ([, spec]: [string, { titles: readonly string[] }]) =>
    spec.titles.some((each) => titleKey(each) === titleKey(title));
  return Object.entries(definition.fields).find(named)?.[1];
}

it("leaves out no kind", () => {
  const read = new Set(KINDS.map(({ kind }) => kind));
  expect(DOCUMENT_KINDS.filter((kind) => !read.has(kind))).toEqual([]);
});

describe.each(KINDS.map((definition) => [nameOf(definition), definition] as const))("%s", (_, definition) => {
  it("is read from its plain file", () => {
    const { kind, layout, facts, problems } = plainly(plainFileOf(definition));
    expect({ kind, layout, problems }).toEqual({
      kind: definition.kind,
      layout: definition.layout ?? "",
      problems: [],
    });
    expect(facts.length).toBeGreaterThan(0);
  });

  it.each(Object.keys(COSTUMES))("says the same with %s", (costume) => {
    const file = plainFileOf(definition);
    const dressed = COSTUMES[costume]?.(file, (title) => fieldOf(definition, title)?.shape);
    expect(dressed && read(dressed)).toEqual(plainly(file));
  });

  it("says the same by every other title of its columns and labels", () => {
    const file = plainFileOf(definition);
    const expected = plainly(file);
    for (const title of file.titles) {
      for (const other of fieldOf(definition, title)?.titles ?? []) {
        if (file.titles.some((each) => each !== title && titleKey(each) === titleKey(other))) continue;
        const titles = file.titles.map((each) => (each === title ? other : each));
        const total = file.total && { ...file.total, column: file.total.column === title ? other : file.total.column };
        const renamed = { ...file, titles, ...(total && { total }) };
        expect([other, read(asCsv(file.name, rowsOf(renamed)))]).toEqual([other, expected]);
      }
    }
    for (const [label] of file.labels) {
      const spec = Object.values(definition.labels ?? {}).find(({ titles }) =>
        titles.some((each) => titleKey(each) === titleKey(label)),
      );
      for (const other of spec?.titles ?? []) {
        const labels = file.labels.map(([each, value]) => [each === label ? other : each, value] as const);
        expect([other, read(asCsv(file.name, rowsOf({ ...file, labels })))]).toEqual([other, expected]);
      }
    }
  });

  it("is never taken for another kind, whichever of its columns are left in whichever order", () => {
    const file = plainFileOf(definition);
    const columns = file.titles.map((_title, column) => column);
    fc.assert(
      fc.property(fc.shuffledSubarray(columns, { minLength: 1 }), (order) => {
        const { name, content } = asCsv(file.name, rowsOf(inOrder(file, order)));
        const [table] = document(content, name).tables;
        const fits = table ? findHeader(name, table, KINDS).fits : [];
        // Where several fit, a person is asked.
        const taken = fits.length === 1 ? fits.map((fit) => fit.definition.kind) : [];
        expect(taken.filter((kind) => kind !== file.kind)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

it("tells them all apart in one workbook, a sheet each", () => {
  // What a file's name says it says of all its sheets.
  const files = PLAIN_FILES.filter(({ name }) => name === "export");
  const content = xlsx(
    Object.fromEntries(files.map((file, index) => [`Sheet ${index}`, rowsOf(file).map((row) => [...row])])),
  );
  const kinds = sheets(content).map(({ kind, layout = "" }) => ({ kind, layout }));
  expect(kinds).toEqual(files.map(({ kind, layout }) => ({ kind, layout })));
});

it("has a plain file of kinds that are read only", () => {
  const known = KINDS.map(nameOf);
  expect(PLAIN_FILES.map(nameOf).filter((name) => !known.includes(name))).toEqual([]);
});
