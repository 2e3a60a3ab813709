import { Button, SegmentedControl } from "@mantine/core";
import { useCallback, useMemo, useState } from "react";
import { formatCents, group } from "#shared/money.ts";
import { chooseFiles } from "../../app/files.ts";
import { go, useRoute } from "../../app/route.ts";
import { Icon } from "../../parts/Icon.tsx";
import { ClaimsList } from "./ClaimsList.tsx";
import classes from "./ClaimsScreen.module.css";
import { VerifyDialog } from "./dialogs/VerifyDialog.tsx";
import { Outcomes } from "./Outcomes.tsx";
import { useClaims } from "./useClaims.ts";
import { readView, type View, viewLink } from "./view.ts";

/** Where confirmed findings become money: a list of claims, the one in hand, and what they brought. */
export function ClaimsScreen() {
  const { params } = useRoute();
  const view = useMemo(() => readView(params), [params]);
  const change = useCallback((part: Partial<View>) => go(viewLink({ ...view, ...part }), true), [view]);
  const [seen, setSeen] = useState({ from: 0, to: 0 });
  const onSeen = useCallback((from: number, to: number) => setSeen({ from, to }), []);
  const claims = useClaims(view, seen.from, seen.to);
  const [packet, setPacket] = useState<string>();
  const verify = async () => {
    const [token] = await chooseFiles();
    if (token !== undefined) setPacket(token);
  };
  const { head } = claims;

  return (
    <div className={classes.claims}>
      <header className={classes.head}>
        <h1 className={classes.title}>Claims</h1>
        <SegmentedControl
          size="xs"
          aria-label="List"
          data={[
            { value: "claims", label: "Claims" },
            { value: "outcomes", label: "Outcomes" },
          ]}
          value={view.list}
          onChange={(list) => change({ list: list === "outcomes" ? "outcomes" : "claims" })}
        />
        {view.list === "claims" && head && head.states.some(({ count }) => count > 0) && (
          <p className={classes.totals} role="status">
            <strong>{group(head.total)}</strong> {head.total === 1 ? "claim" : "claims"}
            <Sum name="claimed" cents={head.sums.claimedCents} />
            <Sum name="recovered" cents={head.sums.recoveredCents} />
            {head.sums.writtenOffCents > 0 && <Sum name="written off" cents={head.sums.writtenOffCents} />}
            <Sum name="outstanding" cents={head.sums.outstandingCents} />
          </p>
        )}
        <Button
          className={classes.verify ?? ""}
          variant="default"
          leftSection={<Icon name="check" size={16} />}
          onClick={() => void verify()}
        >
          Verify packet
        </Button>
      </header>
      {view.list === "claims" ? (
        <ClaimsList view={view} claims={claims} onSeen={onSeen} onChange={change} />
      ) : (
        <Outcomes ages={head?.ages ?? []} />
      )}
      {packet !== undefined && <VerifyDialog key={packet} token={packet} onClose={() => setPacket(undefined)} />}
    </div>
  );
}

function Sum({ name, cents }: { readonly name: string; readonly cents: number }) {
  return (
    <>
      <span aria-hidden="true"> · </span>
      <span className={classes.sum}>{formatCents(cents)}</span> {name}
    </>
  );
}
