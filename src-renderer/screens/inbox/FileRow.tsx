import { UnstyledButton } from "@mantine/core";
import { useId } from "react";
import { KIND_HELP } from "#shared/catalogue.ts";
import type { PlannedFile } from "#shared/contract/schemas.ts";
import { group } from "#shared/money.ts";
import { cx } from "../../parts/cx.ts";
import { FileName } from "../../parts/FileName.tsx";
import { Icon } from "../../parts/Icon.tsx";
import type { IconName } from "../../parts/icons.ts";
import { formatRange } from "../../parts/range.ts";
import { FileDetail } from "./FileDetail.tsx";
import classes from "./PreviewPanel.module.css";

const STATES: Record<PlannedFile["state"], { icon: IconName; word: string }> = {
  ready: { icon: "confirmed", word: "Ready" },
  already: { icon: "dismissed", word: "Nothing new" },
  refused: { icon: "warning", word: "Refused" },
  mapping: { icon: "warning", word: "Needs columns" },
};

interface Props {
  readonly file: PlannedFile;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** One file of the preview, with its details folded under it. */
export function FileRow({ file, open, onToggle }: Props) {
  const id = useId();
  const { icon, word } = STATES[file.state];
  return (
    <tbody className={cx(classes.file, open && classes.open)}>
      <tr>
        <th scope="row">
          <UnstyledButton className={classes.name} aria-expanded={open} aria-controls={id} onClick={onToggle}>
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
        {file.state === "refused" ? (
          <td colSpan={7} className={classes.reason}>
            {file.message}
          </td>
        ) : (
          <Cells file={file} />
        )}
      </tr>
      {open && (
        <tr>
          <td colSpan={9} id={id} className={classes.detail}>
            <FileDetail file={file} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** What the file is and what importing it would do. */
function Cells({ file }: { readonly file: PlannedFile }) {
  const { rows } = file;
  return (
    <>
      <td>{file.kind === null ? "–" : KIND_HELP[file.kind].title}</td>
      <td title={file.stations.join(", ")}>
        {file.stations.length > 2 ? `${file.stations.length} stations` : file.stations.join(", ") || "–"}
      </td>
      <td>{formatRange(file.from, file.to)}</td>
      <Count value={rows.new} strong />
      <Count value={rows.changed} strong />
      <Count value={rows.already} />
      <Count value={rows.error} bad />
    </>
  );
}

function Count({ value, strong = false, bad = false }: { value: number; strong?: boolean; bad?: boolean }) {
  return (
    <td
      className={cx(
        classes.number,
        value === 0 && classes.zero,
        value > 0 && strong && classes.strong,
        value > 0 && bad && classes.bad,
      )}
    >
      {group(value)}
    </td>
  );
}
