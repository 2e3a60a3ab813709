import { Button, Kbd } from "@mantine/core";
import type { FindingGroup } from "#shared/contract/review.ts";
import { group as grouped } from "#shared/money.ts";
import { Money } from "../../parts/Money.tsx";
import { Scroller } from "../../parts/Scroller.tsx";
import classes from "./FindingPane.module.css";

interface Props {
  readonly group: FindingGroup;
  readonly open: boolean;
  readonly onFold: () => void;
  readonly onSelect: () => void;
  readonly onOnly: () => void;
}

/** A group of the queue: how much it is, and what can be done with all of it. */
export function GroupPane({ group, open, onFold, onSelect, onOnly }: Props) {
  return (
    <Scroller className={classes.scroll} label="Group">
      <div className={classes.pane}>
        <header className={classes.head}>
          <div className={classes.line}>
            <h2 className={classes.title}>{group.label}</h2>
            <Money cents={group.claimableCents} className={classes.amount} />
          </div>
          <p className={classes.subject}>Claimable in this group</p>
          <dl className={classes.facts}>
            <div>
              <dt>Findings</dt>
              <dd>{grouped(group.count)}</dd>
            </div>
            <div>
              <dt>Open</dt>
              <dd>{grouped(group.open)}</dd>
            </div>
          </dl>
        </header>
        <div className={classes.actions} role="toolbar" aria-label="Group">
          <Button rightSection={<Kbd aria-hidden="true">Enter</Kbd>} onClick={onFold}>
            {open ? "Close group" : "Open group"}
          </Button>
          <Button variant="default" rightSection={<Kbd aria-hidden="true">x</Kbd>} onClick={onSelect}>
            Select all
          </Button>
          <Button variant="default" onClick={onOnly}>
            Show only these
          </Button>
        </div>
        <p className={classes.sentence}>
          Open the group to decide its findings one by one, or select all of it to confirm, dismiss or assign them
          together.
        </p>
      </div>
    </Scroller>
  );
}
