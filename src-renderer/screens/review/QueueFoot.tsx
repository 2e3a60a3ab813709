import { plural } from "../../parts/plural.ts";
import classes from "./BulkBar.module.css";
import { BulkBar, WorkBar } from "./BulkBar.tsx";
import { OutcomeBar } from "./OutcomeBar.tsx";
import type { useDecisions } from "./useDecisions.ts";
import type { useSelection } from "./useSelection.ts";

interface Props {
  readonly decisions: ReturnType<typeof useDecisions>;
  readonly selection: ReturnType<typeof useSelection>;
  readonly onConfirm: () => void;
  readonly onDismiss: () => void;
  readonly onAssign: () => void;
  readonly onPacket: () => void;
  readonly onListAgain: () => void;
}

/** Below the queue: what is being done, what can be done to the selection, or what the last decision came to. */
export function QueueFoot({ decisions, selection, onListAgain, ...actions }: Props) {
  const { work, stop, outcome, clearOutcome, undoLast } = decisions;
  const { selected, gathering, clear } = selection;
  if (work) return <WorkBar work={work} onStop={stop} />;
  if (gathering !== null)
    return (
      <div className={classes.bar} role="status">
        <p className={classes.what}>Selecting {plural(gathering, "finding", "findings")}…</p>
      </div>
    );
  if (selected.size > 0) return <BulkBar selected={selected} onClear={clear} {...actions} />;
  if (outcome)
    return (
      <OutcomeBar outcome={outcome} onUndo={() => void undoLast()} onListAgain={onListAgain} onClose={clearOutcome} />
    );
  return null;
}
