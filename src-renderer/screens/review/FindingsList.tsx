import { useCallback, useEffect, useRef, useState } from "react";
import { sentenceOf } from "../../client/errors.ts";
import { Empty } from "../../parts/Empty.tsx";
import { BulkBar } from "./BulkBar.tsx";
import { DismissDialog } from "./DismissDialog.tsx";
import { FilterBar } from "./FilterBar.tsx";
import { FindingPane } from "./FindingPane.tsx";
import { NothingMatches } from "./NothingMatches.tsx";
import { QueueGrid } from "./QueueGrid.tsx";
import classes from "./ReviewScreen.module.css";
import { useDecisions } from "./useDecisions.ts";
import { idAt, useQueueHead, useRecount } from "./useQueue.ts";
import { useReviewKeys } from "./useReviewKeys.ts";
import type { useSelection } from "./useSelection.ts";
import { type Sort, startsDescending, type View, viewLink } from "./view.ts";

interface Props {
  readonly view: View;
  readonly selection: ReturnType<typeof useSelection>;
  readonly onChange: (part: Partial<View>) => void;
}

/** The queue at the left, the finding in hand at the right, and what can be done to it. */
export function FindingsList({ view, selection, onChange }: Props) {
  const head = useQueueHead(view);
  const total = head.data?.total ?? 0;
  const { selected, clear, toggle, toggleAll, allSelected } = selection;
  const { decide, undoLast, isOverMany } = useDecisions(useRecount(view));
  const search = useRef<HTMLInputElement>(null);
  const [index, setIndex] = useState(0);
  // The row may arrive after one has moved to it; that it did draws the screen anew.
  const [, arrived] = useState<string | undefined>(undefined);
  /** A related finding that was opened from the pane; it may not be in the queue at all. */
  const [detour, setDetour] = useState<string | null>(null);
  const [dismissing, setDismissing] = useState<readonly string[] | null>(null);
  const shown = detour ?? idAt(view, index);

  // Another list begins at its top, with nothing selected.
  const listed = viewLink(view);
  const before = useRef(listed);
  useEffect(() => {
    if (before.current === listed) return;
    before.current = listed;
    setIndex(0);
    setDetour(null);
    clear();
  }, [listed, clear]);

  const move = useCallback(
    (to: number) => {
      setDetour(null);
      setIndex(Math.max(0, Math.min(to, total - 1)));
    },
    [total],
  );
  const targets = () => (selected.size > 0 ? [...selected] : shown === undefined ? [] : [shown]);
  const confirm = () => {
    decide(targets(), "confirm");
    clear();
  };
  const dismiss = () => {
    const ids = targets();
    if (ids.length > 0) setDismissing(ids);
  };
  const undo = (status: string | undefined) => {
    const focused = !isOverMany() && (status === "confirmed" || status === "dismissed");
    if (selected.size > 0 || focused) {
      decide(targets(), "undo");
      clear();
    } else void undoLast();
  };
  const sort = (column: Sort) =>
    onChange({ sort: column, descending: view.sort === column ? !view.descending : startsDescending(column) });
  useReviewKeys({
    shown,
    search,
    next: () => move(index + 1),
    previous: () => move(index - 1),
    confirm,
    dismiss,
    undo,
    select: () => shown !== undefined && toggle(shown),
    selectAll: () => void toggleAll(),
    escape: clear,
  });

  return (
    <div className={classes.list}>
      <FilterBar view={view} searchRef={search} onChange={onChange} />
      <div className={classes.split}>
        <div className={classes.queue}>
          <QueueGrid
            view={view}
            total={total}
            loading={head.isPending}
            activeIndex={index}
            selected={selected}
            allSelected={allSelected}
            onActive={arrived}
            onMove={move}
            onSelect={toggle}
            onSelectAll={() => void toggleAll()}
            onSort={sort}
          >
            {head.error ? (
              <Empty icon="warning" title="The findings could not be read">
                <p>{sentenceOf(head.error)} Nothing was changed.</p>
              </Empty>
            ) : (
              !head.isPending && <NothingMatches view={view} onChange={onChange} />
            )}
          </QueueGrid>
          {selected.size > 0 && (
            <BulkBar count={selected.size} onConfirm={confirm} onDismiss={dismiss} onClear={clear} />
          )}
        </div>
        <section className={classes.pane} aria-label="Finding">
          <FindingPane
            id={shown}
            detour={detour !== null}
            onBack={() => setDetour(null)}
            onOpen={setDetour}
            onConfirm={(id) => decide([id], "confirm")}
            onDismiss={(id) => setDismissing([id])}
            onUndo={(id) => decide([id], "undo")}
          />
        </section>
      </div>
      <DismissDialog
        count={dismissing?.length ?? null}
        onClose={() => setDismissing(null)}
        onDismiss={(reason) => {
          if (dismissing) decide(dismissing, "dismiss", reason);
          setDismissing(null);
          clear();
        }}
      />
    </div>
  );
}
