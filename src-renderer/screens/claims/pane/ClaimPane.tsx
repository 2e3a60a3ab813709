import { Skeleton } from "@mantine/core";
import type { ClaimDetail } from "#shared/contract/claims.ts";
import { Notes } from "../../../parts/notes/Notes.tsx";
import { plural } from "../../../parts/plural.ts";
import { Scroller } from "../../../parts/Scroller.tsx";
import type { Move } from "../steps.ts";
import type { ClaimCommands } from "../useClaimCommands.ts";
import { ActionBar } from "./ActionBar.tsx";
import { ClaimHead } from "./ClaimHead.tsx";
import { ClaimHistory } from "./ClaimHistory.tsx";
import classes from "./ClaimPane.module.css";
import { Items } from "./Items.tsx";
import { LifeLine } from "./LifeLine.tsx";
import { Packets } from "./Packets.tsx";
import { Payments } from "./Payments.tsx";
import { Proposals } from "./Proposals.tsx";

interface Props {
  readonly claim: ClaimDetail;
  readonly commands: ClaimCommands;
  readonly onMove: (move: Move) => void;
  readonly onUndo: () => void;
  /** Tells that the last finding left the draft, which then is no more. */
  readonly onGone: () => void;
}

/** One claim with everything that belongs to it. */
export function ClaimPane({ claim, commands, onMove, onUndo, onGone }: Props) {
  return (
    <Scroller key={claim.number} className={classes.scroll} label="Claim details">
      <div className={classes.pane}>
        <ClaimHead claim={claim} commands={commands} />
        <LifeLine claim={claim} />
        <ActionBar claim={claim} onMove={onMove} onUndo={onUndo} />
        <Proposals claim={claim} commands={commands} />
        <Section title={plural(claim.items.length, "finding", "findings")}>
          <Items claim={claim} onGone={onGone} />
        </Section>
        {claim.payments.length > 0 && (
          <Section title="Payments and credits">
            <Payments claim={claim} commands={commands} />
          </Section>
        )}
        {(claim.items.length > 0 || claim.packets.length > 0) && (
          <Section title="Packets">
            <Packets claim={claim} onMake={() => onMove("packet")} />
          </Section>
        )}
        <Section title="Comments and attachments">
          <Notes about={{ claim: claim.number }} />
        </Section>
        <Section title="History">
          <ClaimHistory events={claim.history} />
        </Section>
      </div>
    </Scroller>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section>
      <h3 className={classes.subtitle}>{title}</h3>
      {children}
    </section>
  );
}

/** What stands there while a claim is on its way. */
export function PaneSkeleton() {
  return (
    <div className={classes.pane} aria-busy="true">
      <span className="sr-only" role="status">
        Loading the claim
      </span>
      <Skeleton height={14} width={150} />
      <Skeleton height={28} />
      <Skeleton height={52} />
      <Skeleton height={36} width={300} />
      <Skeleton height={160} />
    </div>
  );
}
