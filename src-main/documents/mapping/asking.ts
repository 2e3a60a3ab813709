/** What is asked where a document cannot be recognised: what its tables are. A document without a table is refused. */
import { KIND_HELP } from "#shared/catalogue.ts";
import type { MappingSuggestion } from "#shared/contract/schemas.ts";
import type { KindDefinition } from "../interpretation.ts";
import type { Findings, Fit } from "../recognise/header.ts";
import type { Table } from "../table.ts";
import { titleOf } from "./definitions.ts";
import { candidatesOf } from "./suggest.ts";
import { type UnknownTable, unknownTable } from "./unknown.ts";

/** A question to a person, or why there is nothing to ask. */
export type Asked =
  | {
      readonly mapping: {
        /** Why it has to be asked, as a sentence. */
        readonly message: string;
        readonly tables: readonly UnknownTable[];
        readonly candidates: MappingSuggestion["candidates"];
      };
    }
  | { readonly refusal: string };

/** A table to ask about, and the index of its header where that is known. */
export interface Question {
  readonly table: Table;
  readonly headerRow?: number | undefined;
  readonly message: string;
}

/** Asks about some tables of a document; refused with the first one's sentence where none has a row to show. */
export function ask(questions: readonly Question[]): Asked {
  const known = questions.flatMap((question) => {
    const unknown = unknownTable(question.table, question.headerRow);
    return unknown ? [{ ...question, unknown }] : [];
  });
  const [first] = known;
  if (!first) return { refusal: questions[0]?.message ?? "There is no table in this file." };
  return {
    mapping: {
      message: first.message,
      tables: known.map(({ unknown }) => unknown),
      candidates: candidatesOf(first.table, first.unknown.headerRow - 1),
    },
  };
}

/** Asks about tables that no kind fits. */
export function askUnknown(strangers: readonly { readonly table: Table; readonly findings: Findings }[]): Asked {
  const near = strangers.find(({ findings }) => findings.near !== null)?.findings.near;
  const message = near ? nearMiss(near) : nothingFits(strangers.map(({ findings }) => findings.seen));
  const asked = ask(strangers.map(({ table }) => ({ table, message })));
  if ("refusal" in asked) return asked;
  const way = near ? "Download it again with all columns, or say which of its columns they are." : "Say what they are.";
  return { mapping: { ...asked.mapping, message: `${message} ${way}` } };
}

/** What is said of a sheet that is nearly of ours and stands beside one that is; undefined where it is not even nearly. */
export function notRead({ sheet }: Table, { near }: Findings): string | undefined {
  return near ? `${nearMiss(near).replace(/^This/, `Sheet "${sheet}"`)} It was not read.` : undefined;
}

function nearMiss({ definition, missing }: NonNullable<Findings["near"]>): string {
  const list = missing.map((title) => `"${title}"`).join(", ");
  return `This looks like ${kindOf(definition)}, but it has no ${list}.`;
}

function nothingFits(titles: readonly (readonly string[])[]): string {
  const seen = titles.reduce((a, b) => (b.length > a.length ? b : a), []);
  if (seen.length === 0) return "There is no table in this file.";
  const shown = seen.slice(0, 12).join(", ");
  return `No document that is read has these columns: ${shown}${seen.length > 12 ? ", …" : ""}.`;
}

/** Why a table that several kinds fit is asked about. */
export function ambiguous(table: Table, fits: readonly Fit[]): string {
  const kinds = fits.map(({ definition }) => kindOf(definition));
  // Two layouts of one kind are told apart by their names.
  const names = new Set(kinds).size === kinds.length ? kinds : fits.map(({ definition }) => titleOf(definition));
  const where = table.sheet === null ? "This table" : `Sheet "${table.sheet}"`;
  return `${where} has the columns of ${names.join(" and ")}, so it cannot be told which of them it is. Say which, or drop each as a table of its own.`;
}

const kindOf = ({ kind }: KindDefinition): string => KIND_HELP[kind].title.toLowerCase();
