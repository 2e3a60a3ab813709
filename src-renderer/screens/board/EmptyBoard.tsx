import { Button } from "@mantine/core";
import { linkTo } from "../../app/route.ts";
import { useStatus } from "../../client/status.ts";
import { Empty } from "../../parts/Empty.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { WhatToDrop } from "../../parts/WhatToDrop.tsx";
import classes from "./BoardScreen.module.css";

/** The board before the first week: what to drop and where to find it. */
export function EmptyBoard() {
  const { data } = useStatus();
  const some = (data?.open?.documents ?? 0) > 0;
  return (
    <div className={classes.board}>
      <h1 className="sr-only">Board</h1>
      <Panel title={some ? "No week to show yet" : "Nothing here yet"}>
        <Empty
          icon="drop"
          title="Drop a week’s files anywhere on this window"
          actions={
            <Button component="a" href={linkTo("inbox")}>
              Go to the Inbox
            </Button>
          }
        >
          <p>
            Start with the Work Summary Tool’s weekly ZIP and the variable invoice of the same week. Each further
            document lets Backhaul check more.
          </p>
        </Empty>
        <WhatToDrop />
      </Panel>
    </div>
  );
}
