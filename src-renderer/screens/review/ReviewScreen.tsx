import { Button, SegmentedControl } from "@mantine/core";
import { useCallback, useEffect, useMemo, useState } from "react";
import { group } from "#shared/money.ts";
import { answerCommand } from "../../app/commands.ts";
import { go, useRoute } from "../../app/route.ts";
import { Icon } from "../../parts/Icon.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Money } from "../../parts/Money.tsx";
import { FindingsList, useFolds } from "./FindingsList.tsx";
import { GroupMenu } from "./GroupMenu.tsx";
import { PacketDialog } from "./PacketDialog.tsx";
import classes from "./ReviewScreen.module.css";
import { UnverifiedList } from "./UnverifiedList.tsx";
import { useQueueTotals } from "./useQueue.ts";
import { useSelection } from "./useSelection.ts";
import { ViewsMenu } from "./ViewsMenu.tsx";
import { readView, type View, viewLink } from "./view.ts";

/** Where findings are decided: a queue, the finding in hand, and the packet of those that were confirmed. */
export function ReviewScreen() {
  const { params } = useRoute();
  const view = useMemo(() => readView(params), [params]);
  const change = useCallback((part: Partial<View>) => go(viewLink({ ...view, ...part }), true), [view]);
  const totals = useQueueTotals(view).data;
  const selection = useSelection();
  const folds = useFolds(view);
  const [packet, setPacket] = useState(false);
  const [menu, setMenu] = useState<"group" | "views" | null>(null);
  const openPacket = useCallback(() => setPacket(true), []);
  useEffect(() => answerCommand("export-packet", openPacket), [openPacket]);
  useKeys({ p: openPacket, "mod+p": openPacket });

  return (
    <div className={classes.review}>
      <header className={classes.head}>
        <h1 className={classes.title}>Review</h1>
        <SegmentedControl
          size="xs"
          aria-label="List"
          data={[
            { value: "findings", label: "Findings" },
            { value: "unverified", label: "Cannot verify" },
          ]}
          value={view.list}
          onChange={(list) => change({ list: list === "unverified" ? "unverified" : "findings" })}
        />
        {view.list === "findings" && totals && (
          <p className={classes.totals} role="status">
            <strong>{group(totals.total)}</strong> {totals.total === 1 ? "finding" : "findings"}
            <span aria-hidden="true"> · </span>
            <Money cents={totals.totalCents} className={classes.sum} /> claimable
          </p>
        )}
        <div className={classes.tools}>
          {view.list === "findings" && (
            <>
              <ViewsMenu view={view} opened={menu === "views"} onOpened={(open) => setMenu(open ? "views" : null)} />
              <GroupMenu
                view={view}
                opened={menu === "group"}
                onOpened={(open) => setMenu(open ? "group" : null)}
                onChange={change}
                onFoldAll={folds.foldAll}
              />
            </>
          )}
          <Button variant="default" px={12} leftSection={<Icon name="packet" size={16} />} onClick={openPacket}>
            Export packet
          </Button>
        </div>
      </header>
      {view.list === "findings" ? (
        <FindingsList
          view={view}
          matching={totals?.total ?? 0}
          selection={selection}
          folds={folds}
          onChange={change}
          onPacket={openPacket}
          onGroup={() => setMenu("group")}
          onViews={() => setMenu("views")}
        />
      ) : (
        <UnverifiedList view={view} onChange={change} />
      )}
      <PacketDialog opened={packet} view={view} selected={selection.selected} onClose={() => setPacket(false)} />
    </div>
  );
}
