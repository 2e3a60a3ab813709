import { memo } from "react";
import type { FindingGroup } from "#shared/contract/review.ts";
import { group as grouped } from "#shared/money.ts";
import { cx } from "../../parts/cx.ts";
import { Icon } from "../../parts/Icon.tsx";
import { Money } from "../../parts/Money.tsx";
import { plural } from "../../parts/plural.ts";
import classes from "./QueueGrid.module.css";
import { lineElementId } from "./QueueRow.tsx";

interface Props {
  readonly group: FindingGroup;
  readonly open: boolean;
  readonly line: number;
  readonly top: number;
  readonly active: boolean;
  readonly onFold: (key: string) => void;
}

/** The head of a group: what its findings share, how many they are and what they come to. */
export const GroupRow = memo(function GroupRow({ group, open, line, top, active, onFold }: Props) {
  return (
    <tr
      id={lineElementId(line)}
      aria-rowindex={line + 2}
      aria-level={1}
      aria-expanded={open}
      data-index={line}
      data-active={active || undefined}
      className={cx(classes.row, classes.group, active && classes.active)}
      style={{ transform: `translateY(${top}px)` }}
    >
      <td className={classes.fold} data-fold="">
        <button
          type="button"
          tabIndex={-1}
          aria-label={`${open ? "Close" : "Open"} ${group.label}`}
          className={cx(classes.chevron, open && classes.folded)}
          onClick={() => onFold(group.key)}
        >
          <Icon name="right" size={14} />
        </button>
      </td>
      <td className={classes.groupName} title={group.label}>
        {group.label}
      </td>
      <td className={classes.groupCount}>
        {plural(group.count, "finding", "findings")}
        {group.open > 0 && group.open < group.count && <span>, {grouped(group.open)} open</span>}
      </td>
      <td className={classes.groupSum}>
        <Money cents={group.claimableCents} /> <span className={classes.claimable}>claimable</span>
      </td>
    </tr>
  );
});
