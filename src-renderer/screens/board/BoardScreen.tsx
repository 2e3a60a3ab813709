import { Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Board } from "#shared/contract/schemas.ts";
import { formatWeek } from "#shared/week.ts";
import { go, linkTo, useRoute } from "../../app/route.ts";
import { api } from "../../client/api.ts";
import { sentenceOf } from "../../client/errors.ts";
import { announce } from "../../parts/announce.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { useKeys } from "../../parts/keys.ts";
import { BoardBar } from "./BoardBar.tsx";
import classes from "./BoardScreen.module.css";
import { ControlPanel } from "./ControlPanel.tsx";
import { CoveragePanel } from "./CoveragePanel.tsx";
import { DeadlinesPanel } from "./DeadlinesPanel.tsx";
import { EmptyBoard } from "./EmptyBoard.tsx";
import { FamiliesPanel } from "./FamiliesPanel.tsx";
import { Tiles } from "./Tiles.tsx";
import { TrendPanel } from "./trend/TrendPanel.tsx";
import { UncheckedNotice } from "./UncheckedNotice.tsx";

/** The weeks there are, oldest first. */
function sorted(board: Board | undefined): string[] {
  return [...(board?.weeks ?? [])].sort();
}

/** The home screen: what is covered, what leaks, and what has to be decided soon. */
export function BoardScreen() {
  const { params } = useRoute();
  const station = params.get("station");
  const index = useQuery(api.findings.board.queryOptions({ input: { station: null, week: null } }));
  const weeks = sorted(index.data);
  const asked = params.get("week");
  const week = asked && weeks.includes(asked) ? asked : (weeks.at(-1) ?? null);
  const current = useQuery(
    api.findings.board.queryOptions({
      input: { station, week },
      enabled: week !== null,
      placeholderData: keepPreviousData,
    }),
  );

  const show = (next: { week?: string | null; station?: string | null }) =>
    go(linkTo("board", { week, station, ...next }), true);
  const step = (by: number) => {
    const next = week === null ? undefined : weeks[weeks.indexOf(week) + by];
    if (next === undefined) return;
    show({ week: next });
    announce(formatWeek(next));
  };
  const byArrow = (by: number) => (event: KeyboardEvent) => {
    // Inside a control the arrows belong to the control.
    if (event.target instanceof Element && event.target.closest("input, [role=radiogroup], [role=dialog]"))
      return false;
    return step(by);
  };
  useKeys({ ArrowLeft: byArrow(-1), ArrowRight: byArrow(1) });

  const error = index.error ?? current.error;
  if (error)
    return (
      <Empty icon="warning" title="The board could not be read">
        <p role="alert">{sentenceOf(error)} Nothing was changed.</p>
      </Empty>
    );
  if (index.data && week === null) return <EmptyBoard />;
  const board = current.data;
  if (!board || week === null) return <BoardSkeleton />;
  return (
    <div className={classes.board}>
      <h1 className="sr-only">Board</h1>
      <BoardBar board={board} weeks={weeks} week={week} station={station} onShow={show} onStep={step} />
      <UncheckedNotice count={board.unchecked.all} />
      <Tiles tiles={board.tiles} week={week} station={station} />
      <div className={classes.columns}>
        <CoveragePanel rows={board.coverage} week={week} />
        <div className={classes.stack}>
          <DeadlinesPanel deadlines={board.deadlines} />
          <FamiliesPanel families={board.families} week={week} station={station} unchecked={board.unchecked.week} />
        </div>
      </div>
      <TrendPanel week={week} station={station} />
      <ControlPanel station={station} week={week} weeks={weeks} stations={board.stations.length} />
    </div>
  );
}

function BoardSkeleton() {
  return (
    <div className={classes.board} aria-busy="true">
      <p className="sr-only" role="status">
        Loading the board
      </p>
      <Skeleton height={36} width={420} />
      <Skeleton height={92} />
      <div className={classes.columns}>
        <Skeleton height={460} />
        <Skeleton height={460} />
      </div>
    </div>
  );
}
