import { ActionIcon, Button, Skeleton } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { PdfPage } from "#shared/contract/schemas.ts";
import { cx } from "./cx.ts";
import { Icon } from "./Icon.tsx";
import { numbered } from "./numbered.ts";
import { Scroller } from "./Scroller.tsx";
import type { SourcePlace } from "./SourceGrid.tsx";
import classes from "./SourcePage.module.css";

/** Device pixels a point at the usual size: sharp on any screen, also half again as large. */
const SHARP = 2;
const ZOOMS: readonly number[] = [1, 1.5, 2];

interface Props {
  readonly found: PdfPage;
  readonly place: SourcePlace;
  /** The page of the place, counted from 1. */
  readonly page: number;
  /** Stands before the tools. */
  readonly children: React.ReactNode;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

type Drawing = { readonly size: Size } | { readonly trouble: string } | null;

/** A page of a PDF as it is printed, with one line lit and its deciding cells marked; the line as text below it. */
export function SourcePage({ found, place, page, children }: Props) {
  const [shown, setShown] = useState(page);
  const [zoom, setZoom] = useState<number>(1);
  const paper = useRef<HTMLDivElement>(null);
  const drawing = useDrawing(found.file, shown, paper);
  const size = drawing && "size" in drawing ? drawing.size : undefined;
  useEffect(() => {
    if (size) paper.current?.querySelector("[data-line]")?.scrollIntoView({ block: "center", inline: "nearest" });
  }, [size]);
  const marks = shown === page ? found.line : [];
  const words = found.line.map(({ text }) => text).join(" · ");
  const name = `Page ${shown} of ${found.document}${shown === page ? `, line ${place.row} marked` : ""}`;
  return (
    <>
      <div className={classes.tools}>
        {children}
        <PageTurner shown={shown} pages={found.pages} home={page} onTurn={setShown} />
        <Zoom zoom={zoom} onZoom={setZoom} />
      </div>
      <Scroller className={classes.frame} label="Page of the document">
        {drawing && "trouble" in drawing && (
          <p role="alert" className={classes.trouble}>
            {drawing.trouble} The text of the line is below, and all lines are under Text.
          </p>
        )}
        {!drawing && <Skeleton height={420} />}
        <div
          className={cx(classes.paper, !size && classes.pending)}
          style={{ width: `min(${100 * zoom}%, ${940 * zoom}px)` }}
        >
          <div ref={paper} role="img" aria-label={name} className={classes.ink}>
            {size && <Marks cells={marks} size={size} deciding={Object.values(place.cells)} />}
          </div>
        </div>
      </Scroller>
      <table className={classes.line}>
        <caption>
          Line {place.row} of page {page}
          {words === "" && ": its text is no longer where it was read."}
        </caption>
        <tbody>
          <tr>
            {numbered(found.line).map(({ key, item: { text } }) => (
              <td key={key} className={cx(isDeciding(text, Object.values(place.cells)) && classes.deciding)}>
                {text}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </>
  );
}

function isDeciding(text: string, deciding: readonly string[]): boolean {
  return deciding.some((value) => value.trim() !== "" && value.trim() === text.trim());
}

/** Draws the page into its place, and again when another one is wanted. */
function useDrawing(file: Blob, page: number, paper: React.RefObject<HTMLDivElement | null>): Drawing {
  const [drawing, setDrawing] = useState<Drawing>(null);
  useEffect(() => {
    const abort = new AbortController();
    let canvas: HTMLCanvasElement | undefined;
    setDrawing(null);
    const draw = async () => {
      // Large, and of use only to who opens a PDF.
      const { drawPage } = await import("./pdf/drawPage.ts");
      const drawn = await drawPage(file, page, SHARP * devicePixelRatio, abort.signal);
      canvas = drawn.canvas;
      paper.current?.prepend(canvas);
      setDrawing({ size: drawn });
    };
    draw().catch((error: unknown) => {
      if (!abort.signal.aborted)
        setDrawing({ trouble: error instanceof Error ? error.message : "The page could not be drawn." });
    });
    return () => {
      abort.abort();
      canvas?.remove();
    };
  }, [file, page, paper]);
  return drawing;
}

function Marks({
  cells,
  size,
  deciding,
}: {
  readonly cells: PdfPage["line"];
  readonly size: Size;
  readonly deciding: readonly string[];
}) {
  if (cells.length === 0) return null;
  const left = Math.min(...cells.map(({ x }) => x));
  const top = Math.min(...cells.map(({ y }) => y));
  const right = Math.max(...cells.map(({ x, width }) => x + width));
  const bottom = Math.max(...cells.map(({ y, height }) => y + height));
  const at = (x: number, y: number, width: number, height: number) => ({
    left: `${(100 * x) / size.width}%`,
    top: `${(100 * y) / size.height}%`,
    width: `${(100 * width) / size.width}%`,
    height: `${(100 * height) / size.height}%`,
  });
  return (
    <>
      <span data-line="" className={classes.band} style={at(left - 5, top - 2, right - left + 10, bottom - top + 4)} />
      {numbered(cells.filter(({ text }) => isDeciding(text, deciding))).map(
        ({ key, item: { x, y, width, height } }) => (
          <span key={key} className={classes.mark} style={at(x - 2, y - 1, width + 4, height + 2)} />
        ),
      )}
    </>
  );
}

interface TurnerProps {
  readonly shown: number;
  readonly pages: number;
  /** The page of the line. */
  readonly home: number;
  readonly onTurn: (page: number) => void;
}

function PageTurner({ shown, pages, home, onTurn }: TurnerProps) {
  return (
    <div className={classes.group}>
      <ActionIcon variant="default" aria-label="Previous page" disabled={shown <= 1} onClick={() => onTurn(shown - 1)}>
        <Icon name="left" size={14} />
      </ActionIcon>
      <span className={classes.count} role="status">
        Page {shown} of {pages}
      </span>
      <ActionIcon variant="default" aria-label="Next page" disabled={shown >= pages} onClick={() => onTurn(shown + 1)}>
        <Icon name="right" size={14} />
      </ActionIcon>
      {shown !== home && (
        <Button size="compact-sm" variant="subtle" onClick={() => onTurn(home)}>
          Back to the line
        </Button>
      )}
    </div>
  );
}

function Zoom({ zoom, onZoom }: { readonly zoom: number; readonly onZoom: (zoom: number) => void }) {
  const at = ZOOMS.indexOf(zoom);
  const smaller = ZOOMS[at - 1];
  const larger = ZOOMS[at + 1];
  return (
    <div className={classes.group}>
      <ActionIcon
        variant="default"
        aria-label="Smaller"
        disabled={smaller === undefined}
        onClick={() => smaller !== undefined && onZoom(smaller)}
      >
        <Icon name="removed" size={14} />
      </ActionIcon>
      <span className={classes.count}>{zoom * 100} %</span>
      <ActionIcon
        variant="default"
        aria-label="Larger"
        disabled={larger === undefined}
        onClick={() => larger !== undefined && onZoom(larger)}
      >
        <Icon name="added" size={14} />
      </ActionIcon>
    </div>
  );
}
