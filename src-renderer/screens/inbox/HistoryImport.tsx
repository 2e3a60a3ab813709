import { Button } from "@mantine/core";
import { KIND_HELP } from "#shared/catalogue.ts";
import { group } from "#shared/money.ts";
import { FileName } from "../../parts/FileName.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { plural } from "../../parts/plural.ts";
import { formatRange } from "../../parts/range.ts";
import { formatWhen } from "../../parts/when.ts";
import classes from "./HistoryPanel.module.css";
import type { HistoryDocument, Import } from "./history.ts";

interface Props {
  readonly given: Import;
  readonly busy: boolean;
  readonly onUndo: (documents: readonly HistoryDocument[]) => void;
  readonly onCompare: (document: HistoryDocument) => void;
}

/** The files of one import under the time it was made at. */
export function HistoryImport({ given: { importedAt, documents }, busy, onUndo, onCompare }: Props) {
  const when = formatWhen(importedAt);
  return (
    <tbody>
      <tr className={classes.import}>
        <th scope="rowgroup" colSpan={6}>
          {when} <span className={classes.dim}>{plural(documents.length, "file", "files")}</span>
        </th>
        <td className={classes.action}>
          {documents.length > 1 && (
            <Button
              size="compact-sm"
              variant="subtle"
              disabled={busy}
              aria-label={`Undo whole import of ${when}`}
              onClick={() => onUndo(documents)}
            >
              Undo whole import
            </Button>
          )}
        </td>
      </tr>
      {documents.map((document) => {
        const { id, name, kind, layout, profile, stations, from, to, rows, problems } = document;
        return (
          <tr key={id}>
            <th scope="row">
              <FileName name={name} />
            </th>
            <td>
              {KIND_HELP[kind].title}
              {layout !== "" && <span className={classes.under}>{layout}</span>}
              {profile !== null && (
                <span className={classes.under}>
                  <Icon name="mapping" size={13} /> <span className="sr-only">Read with the saved mapping</span>{" "}
                  {profile}
                </span>
              )}
            </td>
            <td className={classes.station} title={stations.join(", ")}>
              {stations.length > 2 ? `${stations.length} stations` : stations.join(", ") || "–"}
            </td>
            <td>{formatRange(from, to)}</td>
            <td className={classes.number}>
              {group(rows)}
              <Superseded document={document} />
            </td>
            <td className={classes.number}>{problems === 0 ? "–" : group(problems)}</td>
            <td className={classes.action}>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={`Changes of ${name}`}
                onClick={() => onCompare(document)}
              >
                Changes
              </Button>
              <Button
                size="compact-sm"
                variant="subtle"
                disabled={busy}
                aria-label={`Undo import of ${name}`}
                onClick={() => onUndo([document])}
              >
                Undo
              </Button>
            </td>
          </tr>
        );
      })}
    </tbody>
  );
}

/** Whether a later file speaks in the place of all of a document's rows, or of some. */
function Superseded({ document: { rows, currentRows } }: { readonly document: HistoryDocument }) {
  if (currentRows >= rows) return null;
  return (
    <span className={classes.superseded}>
      <Icon name="superseded" size={13} />
      {currentRows === 0 ? "superseded" : `superseded in part, ${plural(currentRows, "counts", "count")}`}
    </span>
  );
}
