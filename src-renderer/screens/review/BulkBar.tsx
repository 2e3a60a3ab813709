import { Button, CloseButton } from "@mantine/core";
import { group } from "#shared/money.ts";
import classes from "./BulkBar.module.css";

interface Props {
  readonly count: number;
  readonly onConfirm: () => void;
  readonly onDismiss: () => void;
  readonly onClear: () => void;
}

/** What can be done to everything that is selected. */
export function BulkBar({ count, onConfirm, onDismiss, onClear }: Props) {
  return (
    <div className={classes.bar} role="toolbar" aria-label="Selected findings">
      <strong>{group(count)} selected</strong>
      <Button size="compact-sm" onClick={onConfirm}>
        Confirm selected
      </Button>
      <Button size="compact-sm" variant="default" onClick={onDismiss}>
        Dismiss selected
      </Button>
      <CloseButton aria-label="Clear the selection" size="sm" onClick={onClear} />
    </div>
  );
}
