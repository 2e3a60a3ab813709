import { ActionIcon } from "@mantine/core";
import type { Notes } from "#shared/contract/claims.ts";
import { Icon } from "../Icon.tsx";
import { formatWhen } from "../when.ts";
import classes from "./Notes.module.css";

interface Props {
  readonly comments: Notes["comments"];
  readonly onRemove: (id: number) => void;
}

/** What people wrote, oldest first. */
export function Comments({ comments, onRemove }: Props) {
  return (
    <ul className={classes.list} aria-label="Comments">
      {comments.map(({ id, at, actor, text }) => (
        <li key={id} className={classes.comment}>
          <p className={classes.by}>
            <strong>{actor}</strong> {formatWhen(at)}
          </p>
          <p className={classes.text}>{text}</p>
          <ActionIcon
            className={classes.remove ?? ""}
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={`Take back the comment of ${actor}, ${formatWhen(at)}`}
            title="Take back"
            onClick={() => onRemove(id)}
          >
            <Icon name="close" size={13} />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}
