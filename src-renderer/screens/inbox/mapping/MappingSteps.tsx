import { Button, Select, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Plan, PlannedFile } from "#shared/contract/schemas.ts";
import { api } from "../../../client/api.ts";
import { sentenceOf } from "../../../client/errors.ts";
import { listed, plural } from "../../../parts/plural.ts";
import { rivalsOf, type Wanted } from "./draft.ts";
import { KindSelect } from "./KindSelect.tsx";
import classes from "./Mapping.module.css";
import { MappingForm } from "./MappingForm.tsx";

interface Props {
  readonly planId: string;
  readonly file: PlannedFile;
  readonly onApplied: (plan: Plan, saved: string | null) => void;
  readonly onClose: () => void;
}

/** A file that was mapped before is not asked about any more. */
const NOTHING: NonNullable<PlannedFile["mapping"]> = { tables: [], candidates: [] };

/** Which table, then what it is, then its columns. */
export function MappingSteps({ planId, file, onApplied, onClose }: Props) {
  const { tables, candidates } = file.mapping ?? NOTHING;
  const [tableIndex, setTableIndex] = useState(0);
  const table = tables[tableIndex] ?? tables[0];
  const { sha256 } = file;
  // Of a file that was mapped before, the sheet is the one its rows come from.
  const rows = useQuery({
    ...api.documents.planRows.queryOptions({ input: { planId, sha256, offset: 0, limit: 1 } }),
    enabled: file.mapping === null,
  });
  const sheet = table ? table.sheet : rows.data?.rows[0]?.sheet;
  const rivals = rivalsOf(candidates);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const asked = wanted ?? (rivals.length > 0 ? null : undefined);
  const suggestion = useQuery({
    ...api.documents.suggestMapping.queryOptions({
      input: {
        planId,
        sha256,
        sheet: sheet ?? null,
        ...(table && { headerRow: table.headerRow }),
        ...(wanted && { kind: wanted.kind }),
        // Of a kind that comes in several layouts the likeliest is drafted.
        ...(wanted && wanted.layout !== "" && { layout: wanted.layout }),
      },
    }),
    enabled: sheet !== undefined && asked !== null,
  });
  const found = suggestion.data?.profile;
  const current = found ? { kind: found.kind, layout: found.layout } : wanted;
  const pickers = (
    <div className={classes.pickers}>
      {tables.length > 1 && (
        <Select
          label="Table"
          allowDeselect={false}
          data={tables.map(({ sheet, headerRow, rows }, index) => ({
            value: String(index),
            label: `${sheet ?? "Table"}, from row ${headerRow}, ${plural(rows, "row", "rows")}`,
          }))}
          value={String(tableIndex)}
          onChange={(value) => {
            setTableIndex(Number(value));
            setWanted(null);
          }}
        />
      )}
      <KindSelect
        candidates={suggestion.data?.candidates ?? candidates}
        value={current}
        open={asked === null}
        onChange={setWanted}
      />
    </div>
  );
  return (
    <>
      <p className={classes.why}>{file.message}</p>
      {!suggestion.data && <div className={classes.head}>{pickers}</div>}
      {asked === null ? (
        <p className={classes.empty}>
          More than one kind of document has these columns: {listed(rivals.map(({ title }) => title))}. Choose which it
          is, and its columns are shown here.
        </p>
      ) : (suggestion.error ?? rows.error) ? (
        <div className={classes.empty} role="alert">
          <p>
            The columns could not be looked at. {sentenceOf(suggestion.error ?? rows.error)} Nothing was stored; choose
            another kind, or close this and drop the file again.
          </p>
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
        </div>
      ) : suggestion.data ? (
        <MappingForm
          key={JSON.stringify([tableIndex, wanted])}
          planId={planId}
          sha256={sha256}
          suggestion={suggestion.data}
          pickers={pickers}
          onApplied={onApplied}
          onClose={onClose}
        />
      ) : (
        <Skeleton className={classes.waiting ?? ""} />
      )}
    </>
  );
}
