import { Button, Skeleton } from "@mantine/core";
import { linkTo } from "../../app/route.ts";
import { sentenceOf } from "../../client/errors.ts";
import { Empty } from "../../parts/Empty.tsx";
import { Scroller } from "../../parts/Scroller.tsx";
import { WhatToDrop } from "../../parts/WhatToDrop.tsx";
import classes from "./LedgerScreen.module.css";
import { TAB_KINDS, TAB_TITLES, type Tab } from "./view.ts";

/** What a tab says while it has nothing stored: what to drop and where it is found. */
export function NothingStored({ tab }: { readonly tab: Tab }) {
  return (
    <Scroller label={TAB_TITLES[tab]} className={classes.scroll}>
      <Empty
        icon="drop"
        title="Nothing of this is stored yet"
        actions={
          <Button component="a" href={linkTo("inbox")}>
            Go to the Inbox
          </Button>
        }
      >
        <p>Drop one of these documents anywhere on this window.</p>
      </Empty>
      <WhatToDrop kinds={TAB_KINDS[tab]} />
    </Scroller>
  );
}

/** What a tab says when nothing fits its filters. */
export function NothingFits({ onClear }: { readonly onClear: () => void }) {
  return (
    <Empty icon="search" title="Nothing matches" actions={<Button onClick={onClear}>Clear the filters</Button>}>
      <p>Rows are stored, but none of them fits what is chosen above.</p>
    </Empty>
  );
}

/** What a tab says when it could not be read. */
export function Unreadable({ error }: { readonly error: unknown }) {
  return (
    <Empty icon="warning" title="The ledger could not be read">
      <p role="alert">{sentenceOf(error)} Nothing was changed.</p>
    </Empty>
  );
}

/** What stands there while rows are on their way. */
export function Loading() {
  return (
    <div aria-busy="true">
      <Skeleton height={420} radius={0} />
    </div>
  );
}
