import { Button, Modal, Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { group } from "#shared/money.ts";
import { api } from "../client/api.ts";
import { sentenceOf } from "../client/errors.ts";
import classes from "./SourceDialog.module.css";
import { SourceGrid, type SourcePlace } from "./SourceGrid.tsx";

const NEAR = 40;
const FAR = 200;

interface Props {
  readonly place: SourcePlace | undefined;
  readonly onClose: () => void;
  /** What is said above the rows. */
  readonly children?: ReactNode;
}

/** A stored document around one of its rows, exactly as it stands. */
export function SourceDialog({ place, onClose, children }: Props) {
  return (
    <Modal
      opened={place !== undefined}
      onClose={onClose}
      size="min(1180px, 92vw)"
      title={place ? `${place.document}${place.sheet === null ? "" : ` – ${place.sheet}`}` : "Source"}
      classNames={{ body: classes.dialogBody ?? "" }}
    >
      {children}
      {place && <Source place={place} low={children !== undefined} />}
    </Modal>
  );
}

function Source({ place, low }: { readonly place: SourcePlace; readonly low: boolean }) {
  const { documentId, sheet, row } = place;
  const [around, setAround] = useState(NEAR);
  const rows = useQuery(
    api.documents.source.queryOptions({
      input: { documentId, sheet, row, around },
      placeholderData: keepPreviousData,
    }),
  );
  // Where the columns’ titles stand: they name the deciding cells.
  const top = useQuery(api.documents.source.queryOptions({ input: { documentId, sheet, row: 1, around: 20 } }));
  const frame = useRef<HTMLElement>(null);
  const loaded = rows.data !== undefined;
  useEffect(() => {
    if (loaded) frame.current?.querySelector('[data-here="true"]')?.scrollIntoView({ block: "center" });
  }, [loaded]);
  if (rows.error)
    return (
      <p role="alert" className={classes.note}>
        The document could not be read. {sentenceOf(rows.error)}
      </p>
    );
  if (!rows.data) return <Skeleton height={420} />;
  const grid = rows.data;
  const last = grid.firstRow + grid.rows.length - 1;
  const partial = grid.rows.length < grid.totalRows;
  return (
    <>
      <SourceGrid frame={frame} grid={grid} top={top.data} place={place} low={low} />
      <div className={classes.foot}>
        <p className={classes.note}>
          {partial
            ? `Rows ${group(grid.firstRow)} to ${group(last)} of ${group(grid.totalRows)}`
            : `${group(grid.totalRows)} rows`}
          {" · "}
          <span className={classes.hash} title="SHA-256 of the original file">
            SHA-256 {grid.sha256.slice(0, 16)}…
          </span>
        </p>
        {partial && around < FAR && (
          <Button size="compact-sm" variant="default" loading={rows.isPlaceholderData} onClick={() => setAround(FAR)}>
            Show more rows
          </Button>
        )}
      </div>
    </>
  );
}
