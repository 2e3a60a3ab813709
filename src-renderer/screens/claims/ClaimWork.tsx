import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type RefObject, useDeferredValue, useEffect, useEffectEvent, useState } from "react";
import { answerCommand } from "../../app/commands.ts";
import { api } from "../../client/api.ts";
import { sentenceOf } from "../../client/errors.ts";
import { useStatus } from "../../client/status.ts";
import { announce } from "../../parts/announce.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { useKeys } from "../../parts/keys.ts";
import { AnswerDialog } from "./dialogs/AnswerDialog.tsx";
import { CloseDialog } from "./dialogs/CloseDialog.tsx";
import { PacketDialog } from "./dialogs/PacketDialog.tsx";
import { PaymentDialog } from "./dialogs/PaymentDialog.tsx";
import { SendDialog } from "./dialogs/SendDialog.tsx";
import { ClaimPane, PaneSkeleton } from "./pane/ClaimPane.tsx";
import { type Move, movesOf } from "./steps.ts";
import { orNote, useClaimCommands } from "./useClaimCommands.ts";

interface Props {
  readonly number: number | null;
  readonly paneRef: RefObject<HTMLElement | null>;
  readonly className: string | undefined;
  /** Something is done to the claim in hand: it stays in hand even where that takes it out of the list. */
  readonly onKeep: () => void;
  readonly onGone: () => void;
}

/** The claim in hand, and everything that is done to it: by button, and by key wherever one is on the screen. */
export function ClaimWork({ number: asked, paneRef, className, onKeep, onGone }: Props) {
  // Holding a key down moves through the list at once; the pane follows as fast as it can.
  const number = useDeferredValue(asked);
  const { data: claim, error } = useQuery(
    api.claims.get.queryOptions({ input: { number: number ?? 0 }, enabled: number !== null }),
  );
  const today = useStatus().data?.today ?? "";
  const commands = useClaimCommands(onKeep);
  const [begun, setBegun] = useState<{ readonly move: Move; readonly number: number } | null>(null);
  // What was begun with one claim is not gone on with at another.
  const move = begun?.number === number ? begun.move : null;

  const begin = (next: Move | null) => {
    if (!claim || number !== asked) return;
    if (next === null) announce(`${claim.label} waits for nothing.`);
    // What is settled in full leaves nothing to ask; undo takes it back.
    else if (next === "close" && claim.outstandingCents <= 0)
      void orNote("The claim was not closed", commands.close(claim.number, today, ""));
    else setBegun({ move: next, number: claim.number });
  };
  const undo = () => {
    if (!claim || number !== asked) return;
    if (claim.undo === null) announce("Nothing to undo.");
    else void orNote("The last step was not taken back", commands.undo(claim.number));
  };
  const packet = useEffectEvent(() => begin("packet"));
  useEffect(() => answerCommand("export-packet", () => packet()), []);
  useKeys({
    n: () => claim && begin(movesOf(claim).first),
    p: () =>
      claim && (claim.next.includes("paid") ? begin("pay") : announce(`Nothing can be paid on ${claim.label} now.`)),
    e: () => begin("packet"),
    u: undo,
  });

  const shared = { today, commands, onClose: () => setBegun(null) };
  return (
    <section ref={paneRef} className={className} aria-label="Claim">
      {number === null ? (
        <Empty icon="claims" title="No claim chosen">
          <p>Choose one in the list to see how far it has come and what comes next.</p>
        </Empty>
      ) : error ? (
        <Empty
          icon="warning"
          title="This claim could not be read"
          actions={
            <Button variant="default" onClick={onGone}>
              Back to the list
            </Button>
          }
        >
          <p role="alert">{sentenceOf(error)}</p>
        </Empty>
      ) : claim ? (
        <>
          <ClaimPane claim={claim} commands={commands} onMove={begin} onUndo={undo} onGone={onGone} />
          {move === "packet" && (
            <PacketDialog
              claim={claim}
              onSent={
                claim.next.includes("submitted") ? () => setBegun({ move: "submit", number: claim.number }) : undefined
              }
              onClose={shared.onClose}
            />
          )}
          {move === "submit" && <SendDialog claim={claim} to="submitted" {...shared} />}
          {move === "acknowledge" && <SendDialog claim={claim} to="acknowledged" {...shared} />}
          {move === "answer" && <AnswerDialog claim={claim} {...shared} />}
          {move === "pay" && <PaymentDialog claim={claim} {...shared} />}
          {move === "close" && <CloseDialog claim={claim} {...shared} />}
        </>
      ) : (
        <PaneSkeleton />
      )}
    </section>
  );
}
