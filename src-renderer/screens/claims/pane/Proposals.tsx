import { Button } from "@mantine/core";
import { useState } from "react";
import type { ClaimDetail, PaymentProposal } from "#shared/contract/claims.ts";
import { formatCents, group } from "#shared/money.ts";
import { formatDate } from "#shared/week.ts";
import { Icon } from "../../../parts/Icon.tsx";
import { SourceDialog } from "../../../parts/SourceDialog.tsx";
import { type ClaimCommands, orNote } from "../useClaimCommands.ts";
import classes from "./Proposals.module.css";
import { type PaymentSource, placeOf } from "./source.ts";

interface Props {
  readonly claim: ClaimDetail;
  readonly commands: ClaimCommands;
}

/** Payments and credits that were found in documents and seem to be for this claim. Only a person takes them over. */
export function Proposals({ claim: { number, proposals }, commands }: Props) {
  const [opened, setOpened] = useState<PaymentSource>();
  if (proposals.length === 0) return null;
  const takeOver = ({ key, kind, receivedOn, cents }: PaymentProposal) =>
    orNote("The payment was not recorded", commands.pay({ number, kind, receivedOn, cents, note: "", proposal: key }));
  return (
    <section className={classes.proposals} aria-label="Payments found">
      {proposals.map((proposal) => {
        const { key, kind, receivedOn, cents, why, source } = proposal;
        return (
          <div key={key} className={classes.proposal}>
            <Icon name="owed" size={18} />
            <div className={classes.text}>
              <p>
                <strong>
                  {formatCents(cents)} {kind} on {formatDate(receivedOn)}
                </strong>
              </p>
              <p>{why}</p>
              <p className={classes.where}>
                {source.document}, {source.sheet !== null && `${source.sheet}, `}row {group(source.row)}
              </p>
            </div>
            <div className={classes.buttons}>
              {placeOf(source) && (
                <Button size="compact-sm" variant="default" onClick={() => setOpened(source)}>
                  Open source
                </Button>
              )}
              <Button size="compact-sm" onClick={() => void takeOver(proposal)}>
                Take over
              </Button>
            </div>
          </div>
        );
      })}
      <SourceDialog place={opened && placeOf(opened)} onClose={() => setOpened(undefined)} />
    </section>
  );
}
