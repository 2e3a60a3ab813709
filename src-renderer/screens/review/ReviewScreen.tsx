import { Button, SegmentedControl } from "@mantine/core";
import { useCallback, useEffect, useMemo, useState } from "react";
import { group } from "#shared/money.ts";
import { answerCommand } from "../../app/commands.ts";
import { go, useRoute } from "../../app/route.ts";
import { Icon } from "../../parts/Icon.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Money } from "../../parts/Money.tsx";
import { FindingsList } from "./FindingsList.tsx";
import { PacketDialog } from "./PacketDialog.tsx";
import classes from "./ReviewScreen.module.css";
import { UnverifiedList } from "./UnverifiedList.tsx";
import { useQueueTotals } from "./useQueue.ts";
import { useSelection } from "./useSelection.ts";
import { readView, type View, viewLink } from "./view.ts";

/** Where findings are decided: a queue, the finding in hand, and the packet of those that were confirmed. */
export function ReviewScreen() {
  const { params } = useRoute();
  const view = useMemo(() => readView(params), [params]);
  const change = useCallback((part: Partial<View>) => go(viewLink({ ...view, ...part }), true), [view]);
  const totals = useQueueTotals(view).data;
  const selection = useSelection(view, totals?.total ?? 0);
  const [packet, setPacket] = useState(false);
  useEffect(() => answerCommand("export-packet", () => setPacket(true)), []);
  const openPacket = () => setPacket(true);
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
        <Button
          className={classes.export ?? ""}
          variant="default"
          leftSection={<Icon name="packet" size={16} />}
          onClick={openPacket}
        >
          Export packet
        </Button>
      </header>
      {view.list === "findings" ? (
        <FindingsList view={view} selection={selection} onChange={change} />
      ) : (
        <UnverifiedList view={view} onChange={change} />
      )}
      <PacketDialog opened={packet} view={view} selected={selection.selected} onClose={() => setPacket(false)} />
    </div>
  );
}
