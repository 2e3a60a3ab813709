import { Button } from "@mantine/core";
import { Icon } from "../../parts/Icon.tsx";
import classes from "./DropArea.module.css";

interface Props {
  readonly onChoose: () => void;
  readonly notice?: string | undefined;
}

/** The resting Inbox: an invitation. The whole window takes the drop; this is only where the eye goes. */
export function DropArea({ onChoose, notice }: Props) {
  return (
    <section className={classes.area} aria-label="Add files">
      <Icon name="drop" size={34} className={classes.icon} />
      <div>
        <p className={classes.title}>Drop the week’s files anywhere on this window</p>
        <p className={classes.text}>
          Spreadsheets, CSVs, whole folders and ZIPs, all at once and in any order. You see what was understood before
          anything is stored.
        </p>
        {notice !== undefined && (
          <p className={classes.notice} role="status">
            {notice}
          </p>
        )}
      </div>
      <Button size="md" leftSection={<Icon name="folder" />} onClick={onChoose}>
        Choose files
      </Button>
    </section>
  );
}
