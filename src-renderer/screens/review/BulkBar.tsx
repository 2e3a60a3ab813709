import { Button, CloseButton, Kbd } from "@mantine/core";
import { group } from "#shared/money.ts";
import { Money } from "../../parts/Money.tsx";
import classes from "./BulkBar.module.css";
import type { Work } from "./useDecisions.ts";
import type { Selection } from "./useSelection.ts";

interface Props {
  readonly selected: Selection;
  readonly onConfirm: () => void;
  readonly onDismiss: () => void;
  readonly onAssign: () => void;
  readonly onPacket: () => void;
  readonly onClear: () => void;
}

/** What can be done to everything that is selected. */
export function BulkBar({ selected, onConfirm, onDismiss, onAssign, onPacket, onClear }: Props) {
  let claimable = 0;
  for (const { claimableCents } of selected.values()) claimable += claimableCents;
  return (
    <div className={classes.bar} role="toolbar" aria-label="Selected findings">
      <p className={classes.what}>
        <strong>{group(selected.size)} selected</strong>
        <span className={classes.sum}>
          <Money cents={claimable} /> claimable
        </span>
      </p>
      <Action name="Confirm" hotkey="c" filled onClick={onConfirm} />
      <Action name="Dismiss" hotkey="d" onClick={onDismiss} />
      <Action name="Assign" hotkey="a" onClick={onAssign} />
      <Action name="Packet" hotkey="p" onClick={onPacket} />
      <CloseButton aria-label="Clear the selection" size="sm" onClick={onClear} />
    </div>
  );
}

interface ActionProps {
  readonly name: string;
  readonly hotkey: string;
  readonly filled?: boolean;
  readonly onClick: () => void;
}

function Action({ name, hotkey, filled = false, onClick }: ActionProps) {
  return (
    <Button
      size="compact-sm"
      variant={filled ? "filled" : "default"}
      aria-keyshortcuts={hotkey}
      rightSection={<Kbd aria-hidden="true">{hotkey}</Kbd>}
      onClick={onClick}
    >
      {name}
      <span className="sr-only"> selected</span>
    </Button>
  );
}

/** Something that is being done to many findings, with a way out. */
export function WorkBar({ work, onStop }: { readonly work: Work; readonly onStop: () => void }) {
  const { title, done, total } = work;
  return (
    <div className={classes.bar} role="status">
      <p className={classes.what}>
        <strong>{title}</strong>
        <span className={classes.sum}>
          {group(done)} of {group(total)}
        </span>
      </p>
      <progress className={classes.progress} value={done} max={total} aria-label={title} />
      <Button size="compact-sm" variant="default" onClick={onStop}>
        Stop
      </Button>
    </div>
  );
}
