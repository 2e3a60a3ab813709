import type { MappingProfile } from "#shared/contract/schemas.ts";
import { type Draft, type MappingField, type Source, sourceOf, type UnknownTable } from "./draft.ts";
import { FieldLine } from "./FieldLine.tsx";
import classes from "./Mapping.module.css";

interface Props {
  readonly table: UnknownTable;
  readonly fields: readonly MappingField[];
  readonly suggested: MappingProfile;
  readonly draft: Draft;
  readonly onSource: (field: string, source: Source) => void;
  readonly onSign: (field: string, reversed: boolean) => void;
}

/** Our fields, those that must be there first, each with where it comes from. */
export function FieldList({ table, fields, suggested, draft, onSource, onSign }: Props) {
  const needed = fields.filter(({ required }) => required);
  // What was found stands before what was not, and keeps its place whatever is chosen.
  const found = ({ field }: MappingField) => Number(sourceOf(suggested, field).from !== "nowhere");
  const rest = fields.filter(({ required }) => !required).toSorted((a, b) => found(b) - found(a));
  const lines = (some: readonly MappingField[]) =>
    some.map((field) => (
      <FieldLine
        key={field.field}
        field={field}
        table={table}
        draft={draft}
        onSource={(source) => onSource(field.field, source)}
        onSign={(reversed) => onSign(field.field, reversed)}
      />
    ));
  return (
    <>
      <h3 className={classes.paneTitle}>
        What is needed <span>must come from a column, or be the same for every row</span>
      </h3>
      <ul className={classes.fields}>{lines(needed)}</ul>
      {rest.length > 0 && (
        <>
          <h3 className={classes.paneTitle}>
            What helps <span>where the file has it</span>
          </h3>
          <ul className={classes.fields}>{lines(rest)}</ul>
        </>
      )}
    </>
  );
}
