import { Button } from "@mantine/core";
import { useState } from "react";
import type { FindingDetail } from "#shared/contract/schemas.ts";
import { group } from "#shared/money.ts";
import { Icon } from "../../parts/Icon.tsx";
import { useKeys } from "../../parts/keys.ts";
import { SourceDialog } from "../../parts/SourceDialog.tsx";
import classes from "./EvidenceList.module.css";

/** As many as prove the point at a glance; the rest on request. */
const FIRST = 8;

type Row = FindingDetail["evidence"][number];

interface Props {
  readonly evidence: FindingDetail["evidence"];
  /** Those of the rows whose document is still stored. */
  readonly sources: FindingDetail["sources"];
}

/** The rows that prove a finding, each leading to where it stands in its document. */
export function EvidenceList({ evidence, sources }: Props) {
  const [opened, setOpened] = useState<number | null>(null);
  const [all, setAll] = useState(false);
  const shown = all ? evidence : evidence.slice(0, FIRST);
  const item = opened === null ? undefined : evidence[opened];
  const sourceOf = (row: Row) =>
    sources.find((one) => one.sha256 === row.sha256 && one.sheet === row.sheet && one.row === row.row);
  const source = item && sourceOf(item);
  const first = evidence.findIndex((row) => sourceOf(row) !== undefined);
  useKeys({ o: first < 0 ? undefined : () => setOpened(first) });
  return (
    <>
      <ul className={classes.list}>
        {shown.map((row, index) => (
          <li key={`${row.sha256} ${row.sheet} ${row.row}`} className={classes.item}>
            <div className={classes.where}>
              <Icon name="file" size={15} />
              <span className={classes.document} title={`${row.document}\nSHA-256 ${row.sha256}`}>
                {row.document}
              </span>
              <span className={classes.place}>
                {row.sheet !== null && `${row.sheet}, `}row {group(row.row)}
              </span>
              {sourceOf(row) && (
                <Button size="compact-xs" variant="default" onClick={() => setOpened(index)}>
                  Open source
                </Button>
              )}
            </div>
            <dl className={classes.cells}>
              {Object.entries(row.cells).map(([name, text]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{text === "" ? <i>empty</i> : text}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
      {evidence.length > shown.length && (
        <Button mt={8} size="compact-sm" variant="default" onClick={() => setAll(true)}>
          Show all {group(evidence.length)} rows
        </Button>
      )}
      <SourceDialog
        place={
          item && source && { ...source, document: item.document, titles: Object.keys(item.cells), cells: item.cells }
        }
        onClose={() => setOpened(null)}
      />
    </>
  );
}
