import { ActionIcon, SegmentedControl, Select, Tooltip } from "@mantine/core";
import type { Board } from "#shared/contract/schemas.ts";
import { group } from "#shared/money.ts";
import { formatWeek, weekNumber } from "#shared/week.ts";
import { Icon } from "../../parts/Icon.tsx";
import classes from "./BoardBar.module.css";

/** More stations than this do not fit beside each other. */
const SIDE_BY_SIDE = 4;
const ALL = "";

interface Props {
  readonly board: Board;
  readonly weeks: readonly string[];
  readonly week: string;
  readonly station: string | null;
  readonly onShow: (next: { week?: string; station?: string | null }) => void;
  readonly onStep: (by: number) => void;
}

/** Which week and which station the board speaks of. */
export function BoardBar({ board, weeks, week, station, onShow, onStep }: Props) {
  const position = weeks.indexOf(week);
  const newest = weeks.at(-1);
  const yearOf = (sunday: string) => weekNumber(sunday).year;
  const manyYears = newest !== undefined && weeks.some((sunday) => yearOf(sunday) !== yearOf(newest));
  const stations = [
    { value: ALL, label: "All stations" },
    ...board.stations.map(({ station: code }) => ({ value: code, label: code })),
  ];
  const { agrees, finding, cannotVerify } = board.outcomes;
  return (
    <div className={classes.bar}>
      <div className={classes.weeks}>
        <Step name="Previous week" icon="left" disabled={position <= 0} onClick={() => onStep(-1)} />
        <Select
          aria-label="Week"
          className={classes.week ?? ""}
          classNames={{ input: classes.weekInput ?? "" }}
          data={[...weeks].reverse().map((sunday) => ({
            value: sunday,
            label: manyYears ? `${formatWeek(sunday)}, ${yearOf(sunday)}` : formatWeek(sunday),
          }))}
          value={week}
          allowDeselect={false}
          comboboxProps={{ width: 260, position: "bottom-start" }}
          onChange={(next) => next && onShow({ week: next })}
        />
        <Step name="Next week" icon="right" disabled={position >= weeks.length - 1} onClick={() => onStep(1)} />
      </div>
      {stations.length - 1 <= SIDE_BY_SIDE ? (
        <SegmentedControl
          aria-label="Station"
          data={stations}
          value={station ?? ALL}
          onChange={(next) => onShow({ station: next === ALL ? null : next })}
        />
      ) : (
        <Select
          aria-label="Station"
          w={180}
          data={stations}
          searchable
          allowDeselect={false}
          value={station ?? ALL}
          onChange={(next) => onShow({ station: next || null })}
        />
      )}
      <p className={classes.outcomes}>
        <strong>{group(agrees)}</strong> {agrees === 1 ? "check agrees" : "checks agree"}
        <span aria-hidden="true"> · </span>
        <strong>{group(finding)}</strong> {finding === 1 ? "differs" : "differ"}
        {cannotVerify > 0 && (
          <>
            <span aria-hidden="true"> · </span>
            <strong>{group(cannotVerify)}</strong> cannot be verified
          </>
        )}
      </p>
    </div>
  );
}

function Step(props: { name: string; icon: "left" | "right"; disabled: boolean; onClick: () => void }) {
  return (
    <Tooltip label={`${props.name} (${props.icon === "left" ? "←" : "→"})`}>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={props.name}
        data-disabled={props.disabled}
        aria-disabled={props.disabled}
        onClick={props.onClick}
      >
        <Icon name={props.icon} size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
