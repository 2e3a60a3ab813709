import { Button, UnstyledButton } from "@mantine/core";
import { useId } from "react";
import { KIND_HELP } from "#shared/catalogue.ts";
import type { PlannedFile, RowState } from "#shared/contract/schemas.ts";
import { group } from "#shared/money.ts";
import { cx } from "../../parts/cx.ts";
import { FileName } from "../../parts/FileName.tsx";
import { Icon } from "../../parts/Icon.tsx";
import type { IconName } from "../../parts/icons.ts";
import { listed } from "../../parts/plural.ts";
import { formatRange } from "../../parts/range.ts";
import { FileDetail } from "./FileDetail.tsx";
import classes from "./PreviewPanel.module.css";

const STATES: Record<PlannedFile["state"], { icon: IconName; word: string }> = {
  ready: { icon: "confirmed", word: "Ready" },
  already: { icon: "dismissed", word: "Nothing new" },
  refused: { icon: "warning", word: "Refused" },
  mapping: { icon: "mapping", word: "Needs an answer" },
};

/** File, state, document, station and period stand before the counts. */
const BEFORE_COUNTS = 5;

interface Props {
  readonly planId: string;
  readonly file: PlannedFile;
  /** The counts that are shown. */
  readonly counts: readonly RowState[];
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly onMap: () => void;
}

/** One file of the preview, with its details folded under it. */
export function FileRow({ planId, file, counts, open, onToggle, onMap }: Props) {
  const id = useId();
  const { icon, word } = STATES[file.state];
  const said = file.state === "refused" || file.state === "mapping";
  return (
    <tbody className={cx(classes.file, open && classes.open)}>
      <tr>
        <th scope="row">
          <UnstyledButton
            className={classes.name ?? ""}
            data-file={file.sha256}
            aria-expanded={open}
            aria-controls={id}
            onClick={onToggle}
          >
            <Icon name="right" size={14} className={classes.chevron} />
            <FileName name={file.name} />
          </UnstyledButton>
        </th>
        <td>
          <span className={cx(classes.state, classes[file.state])}>
            <Icon name={icon} size={16} />
            {word}
          </span>
        </td>
        {said ? (
          <td colSpan={BEFORE_COUNTS - 2 + counts.length} className={classes.reason}>
            <div className={classes.said}>
              {file.state === "mapping" && (
                <Button
                  size="compact-sm"
                  aria-label={`Say what it is: ${file.name}`}
                  data-map={file.sha256}
                  onClick={onMap}
                >
                  Say what it is
                </Button>
              )}
              <span>{file.message}</span>
            </div>
          </td>
        ) : (
          <Cells file={file} counts={counts} />
        )}
      </tr>
      {open && (
        <tr>
          <td colSpan={BEFORE_COUNTS + counts.length} id={id} className={classes.detail}>
            <FileDetail planId={planId} file={file} onMap={onMap} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** What the file is and what importing it would do. */
function Cells({ file, counts }: Pick<Props, "file" | "counts">) {
  const { rows, kind, layout, profile, supersedes } = file;
  return (
    <>
      <td className={classes.document}>
        {kind === null ? "–" : KIND_HELP[kind].title}
        {layout !== "" && <span className={classes.under}>{layout}</span>}
        {profile !== null && (
          <span className={classes.under} title={`Read with the saved mapping ${profile}`}>
            <Icon name="mapping" size={13} /> <span className="sr-only">Read with the saved mapping</span> {profile}
          </span>
        )}
        {supersedes.length > 0 && (
          <span
            className={classes.under}
            title={`Takes the place of ${supersedes.map(({ document }) => document).join(", ")}`}
          >
            <Icon name="superseded" size={13} /> Takes the place of {listed(supersedes.map(({ document }) => document))}
          </span>
        )}
      </td>
      <td className={classes.station} title={file.stations.join(", ")}>
        {file.stations.length > 2 ? `${file.stations.length} stations` : file.stations.join(", ") || "–"}
      </td>
      <td>{formatRange(file.from, file.to)}</td>
      {counts.map((state) => (
        <td
          key={state}
          className={cx(
            classes.number,
            rows[state] === 0 && classes.zero,
            rows[state] > 0 && (state === "new" || state === "changed") && classes.strong,
            rows[state] > 0 && (state === "error" || state === "conflict") && classes.bad,
          )}
        >
          {group(rows[state])}
        </td>
      ))}
    </>
  );
}
