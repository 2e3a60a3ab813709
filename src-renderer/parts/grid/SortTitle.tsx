import { UnstyledButton } from "@mantine/core";
import { cx } from "../cx.ts";
import { Icon } from "../Icon.tsx";
import classes from "./SortTitle.module.css";

interface Props {
  readonly title: string;
  /** Whether the rows stand in the order of this column. */
  readonly sorted: boolean;
  readonly descending: boolean;
  readonly className?: string | undefined;
  /** The column's figures stand at the right. */
  readonly right?: boolean;
  readonly onSort: () => void;
}

/** Title of a column that rows can be put in the order of. */
export function SortTitle({ title, sorted, descending, className, right = false, onSort }: Props) {
  return (
    <th
      scope="col"
      className={cx(className, right && classes.right)}
      aria-sort={sorted ? (descending ? "descending" : "ascending") : "none"}
    >
      <UnstyledButton className={cx(classes.sort, sorted && classes.sorted)} onClick={onSort}>
        {title}
        <Icon name={sorted && !descending ? "arrowUp" : "arrowDown"} size={12} className={classes.arrow} />
      </UnstyledButton>
    </th>
  );
}
