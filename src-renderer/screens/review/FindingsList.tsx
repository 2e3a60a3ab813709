import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { QueueSort } from "#shared/contract/review.ts";
import { go } from "../../app/route.ts";
import { api, queryClient } from "../../client/api.ts";
import { sentenceOf } from "../../client/errors.ts";
import { usePeople } from "../../client/people.ts";
import { Empty } from "../../parts/Empty.tsx";
import { AssignDialog } from "./AssignDialog.tsx";
import { DismissDialog } from "./DismissDialog.tsx";
import { FilterBar } from "./FilterBar.tsx";
import { FindingPane } from "./FindingPane.tsx";
import { GroupPane } from "./GroupPane.tsx";
import { NothingMatches } from "./NothingMatches.tsx";
import { QueueFoot } from "./QueueFoot.tsx";
import { QueueGrid } from "./QueueGrid.tsx";
import classes from "./ReviewScreen.module.css";
import { useCursor } from "./useCursor.ts";
import { useDecisions } from "./useDecisions.ts";
import { allMatching, listAgain, rowOnLine, useLines, useRecount } from "./useQueue.ts";
import { useReviewKeys } from "./useReviewKeys.ts";
import { picked, type Selection, type useSelection } from "./useSelection.ts";
import { filterOf, keptAs, opened, startsDescending, type View, viewLink } from "./view.ts";

interface Props {
  readonly view: View;
  /** Findings that match, as far as it is known. */
  readonly matching: number;
  readonly selection: ReturnType<typeof useSelection>;
  readonly folds: ReturnType<typeof useFolds>;
  readonly onChange: (part: Partial<View>) => void;
  readonly onPacket: () => void;
  readonly onGroup: () => void;
  readonly onViews: () => void;
}

/** Which groups are open: those that were opened, or, once all were, all but those that were closed. */
export function useFolds(view: View) {
  const [{ all, other }, setFolds] = useState<{ all: boolean; other: ReadonlySet<string> }>({
    all: false,
    other: new Set(),
  });
  const { group } = view;
  const before = useRef(group);
  useEffect(() => {
    if (before.current === group) return;
    before.current = group;
    setFolds({ all: false, other: new Set() });
  }, [group]);
  const isOpen = useCallback((key: string) => other.has(key) !== all, [all, other]);
  const fold = useCallback(
    (key: string, open: boolean) =>
      setFolds((folds) => {
        const next = new Set(folds.other);
        if (open === folds.all) next.delete(key);
        else next.add(key);
        return { ...folds, other: next };
      }),
    [],
  );
  const foldAll = useCallback((open: boolean) => setFolds({ all: open, other: new Set() }), []);
  return { isOpen, fold, foldAll };
}

/** The queue at the left, the finding in hand at the right, and what can be done to it. */
export function FindingsList(props: Props) {
  const { view, matching, selection, folds, onChange, onPacket, onGroup, onViews } = props;
  const { lines, loading, error } = useLines(view, folds.isOpen);
  const people = usePeople();
  const { selected, clear, toggle, take } = selection;
  const decisions = useDecisions(useRecount(view));
  const { decide, assign, undoLast, undoesLast, settled, clearOutcome } = decisions;
  const cursor = useCursor(view, lines, selection, folds.fold);
  const { line, place, move, fold, reset } = cursor;
  const search = useRef<HTMLInputElement>(null);
  const screenful = useRef(10);
  // The row may arrive after one has moved to it; that it did draws the screen anew.
  const [, arrived] = useState<string | undefined>(undefined);
  /** A related finding that was opened from the pane; it may not be in the queue at all. */
  const [detour, setDetour] = useState<string | null>(null);
  const [dismissing, setDismissing] = useState<readonly string[] | null>(null);
  const [assigning, setAssigning] = useState<Selection | null>(null);
  const row = rowOnLine(lines, view, line);
  const shown = detour ?? row?.id;
  const head = detour === null && place?.row === -1 ? place.section : null;

  // Another list begins at its top, with nothing selected.
  const listed = viewLink(view);
  const before = useRef(listed);
  useEffect(() => {
    if (before.current === listed) return;
    before.current = listed;
    reset();
    setDetour(null);
    clear();
    clearOutcome();
  }, [listed, reset, clear, clearOutcome]);

  const goTo = useCallback(
    (to: number, extend = false) => {
      setDetour(null);
      move(to, extend);
    },
    [move],
  );
  const detail = (id: string | undefined) =>
    id === undefined ? undefined : queryClient.getQueryData(api.findings.get.queryKey({ input: { id } }));
  const targets = () => (selected.size > 0 ? [...selected.keys()] : shown === undefined ? [] : [shown]);
  const confirm = () => {
    decide(targets(), "confirm");
    clear();
  };
  const dismiss = () => {
    const ids = targets();
    if (ids.length > 0) setDismissing(ids);
  };
  const undo = () => {
    const status = row?.id === shown ? row?.status : detail(shown)?.status;
    const decided = !undoesLast(shown) && (status === "confirmed" || status === "dismissed");
    if (selected.size > 0 || decided) {
      decide(targets(), "undo");
      clear();
    } else void undoLast();
  };
  const assignTargets = () => {
    if (selected.size > 0) setAssigning(selected);
    else if (row && row.id === shown) setAssigning(new Map([[row.id, picked(row)]]));
    else {
      const other = detail(shown);
      if (other) setAssigning(new Map([[other.id, { claimableCents: 0, assignee: other.assignee }]]));
    }
  };
  const takeGroup = () => head?.group && void settled().then(() => take(allMatching(head.filter, view), "toggle"));
  const selectAll = () => {
    if (selected.size > 0 && selected.size >= matching) clear();
    else void settled().then(() => take(allMatching(filterOf(view), view), "add"));
  };
  const toggleFold = () => {
    if (head?.group) fold(head.group.key);
    return head !== null;
  };
  useReviewKeys({
    search,
    step: (by, extend) => goTo(line + by, extend),
    page: (direction, extend) => goTo(line + direction * screenful.current, extend),
    first: (extend) => goTo(0, extend),
    last: (extend) => goTo(lines.total - 1, extend),
    fold: (open) => {
      if (!place?.section.group) return false;
      if (head && head.open !== open) return toggleFold();
      // Into the group that is open, or out to the head of the one that a row is in.
      if (Boolean(head) !== open) return false;
      goTo(open ? line + 1 : place.section.start);
      return true;
    },
    toggleFold,
    confirm,
    dismiss,
    undo,
    select: (range) => {
      if (range) cursor.selectRange();
      else if (head) takeGroup();
      else if (row && row.id === shown) toggle(row);
    },
    selectAll,
    assign: assignTargets,
    group: onGroup,
    views: onViews,
    escape: () => {
      clear();
      clearOutcome();
    },
  });
  const onFold = useCallback((key: string) => fold(key), [fold]);
  const sort = (column: QueueSort) =>
    onChange({ sort: column, descending: view.sort === column ? !view.descending : startsDescending(column) });
  const empty = useMemo(
    () =>
      error ? (
        <Empty icon="warning" title="The findings could not be read">
          <p>{sentenceOf(error)} Nothing was changed.</p>
        </Empty>
      ) : (
        !loading && <NothingMatches view={view} onChange={onChange} />
      ),
    [error, loading, view, onChange],
  );

  return (
    <div className={classes.list}>
      <FilterBar view={view} searchRef={search} onChange={onChange} />
      <div className={classes.split}>
        <div className={classes.queue}>
          <QueueGrid
            view={view}
            lines={lines}
            matching={matching}
            loading={loading}
            activeLine={line}
            selected={selected}
            staffed={people.length > 0}
            screenful={screenful}
            onActive={arrived}
            onMove={goTo}
            onSelect={toggle}
            onSelectAll={selectAll}
            onFold={onFold}
            onSort={sort}
          >
            {empty}
          </QueueGrid>
          <span className={classes.ring} />
          <QueueFoot
            decisions={decisions}
            selection={selection}
            onConfirm={confirm}
            onDismiss={dismiss}
            onAssign={assignTargets}
            onPacket={onPacket}
            onListAgain={() => {
              clearOutcome();
              reset();
              void listAgain();
            }}
          />
        </div>
        <section className={classes.pane} aria-label="Finding">
          {head?.group ? (
            <GroupPane
              group={head.group}
              open={head.open}
              onFold={toggleFold}
              onSelect={takeGroup}
              onOnly={() => {
                const { filter } = head;
                go(viewLink(opened({ ...keptAs("", view), filter, group: null })));
              }}
            />
          ) : (
            <FindingPane
              id={shown}
              detour={detour !== null}
              onBack={() => setDetour(null)}
              onOpen={setDetour}
              onConfirm={(id) => decide([id], "confirm")}
              onDismiss={(id) => setDismissing([id])}
              onUndo={(id) => decide([id], "undo")}
              onAssign={assignTargets}
            />
          )}
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
      <AssignDialog
        count={assigning?.size ?? null}
        people={people}
        onClose={() => setAssigning(null)}
        onAssign={(to) => {
          if (assigning) assign(assigning, to);
          setAssigning(null);
          clear();
        }}
      />
    </div>
  );
}
