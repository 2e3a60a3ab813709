import { Button, Modal, SegmentedControl, Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { group } from "#shared/money.ts";
import { api } from "../client/api.ts";
import { sentenceOf } from "../client/errors.ts";
import classes from "./SourceDialog.module.css";
import { SourceGrid, type SourcePlace } from "./SourceGrid.tsx";
import { SourcePage } from "./SourcePage.tsx";

const NEAR = 40;
const FAR = 200;

interface Props {
  readonly place: SourcePlace | undefined;
  readonly onClose: () => void;
  /** What is said above the rows. */
  readonly children?: ReactNode;
}

/** A stored document at one of its rows, exactly as it stands: a sheet as a grid, a PDF as its page. */
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

/** The page of a PDF by the name its lines were read under; null for a sheet. */
function pageOf(sheet: string | null): number | null {
  const number = /^Page (\d{1,4})$/.exec(sheet ?? "")?.[1];
  return number === undefined ? null : Number(number);
}

function Source({ place, low }: { readonly place: SourcePlace; readonly low: boolean }) {
  const page = pageOf(place.sheet);
  const [asText, setAsText] = useState(false);
  const pdf = useQuery(
    api.documents.pdfPage.queryOptions({
      input: { documentId: place.documentId, page: page ?? 1, row: place.row },
      enabled: page !== null,
      // Large, and of no use once the dialog is closed.
      gcTime: 0,
    }),
  );
  if (page === null || pdf.data === null || pdf.error) return <SourceRows place={place} low={low} />;
  if (!pdf.data) return <Skeleton height={420} />;
  const choice = (
    <SegmentedControl
      size="xs"
      aria-label="Show the document as"
      data={[
        { value: "page", label: "Page" },
        { value: "text", label: "Text" },
      ]}
      value={asText ? "text" : "page"}
      onChange={(shown) => setAsText(shown === "text")}
    />
  );
  if (!asText)
    return (
      <SourcePage found={pdf.data} place={place} page={page}>
        {choice}
      </SourcePage>
    );
  return (
    <>
      <div className={classes.choice}>{choice}</div>
      <SourceRows place={place} low />
    </>
  );
}

function SourceRows({ place, low }: { readonly place: SourcePlace; readonly low: boolean }) {
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
