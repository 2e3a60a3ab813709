import { Button } from "@mantine/core";
import type { Board } from "#shared/contract/schemas.ts";
import { linkTo } from "../../app/route.ts";
import { Empty } from "../../parts/Empty.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { WhatToDrop } from "../../parts/WhatToDrop.tsx";
import classes from "./BoardScreen.module.css";

/** The board before the first week: what to drop and where to find it. */
export function EmptyBoard({ coverage }: { readonly coverage: Board["coverage"] }) {
  const here = coverage.filter(({ state }) => state !== "missing").length;
  return (
    <div className={classes.board}>
      <h1 className="sr-only">Board</h1>
      <Panel title={here === 0 ? "Nothing here yet" : "No week to show yet"}>
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
