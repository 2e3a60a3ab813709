import { Button } from "@mantine/core";
import { useState } from "react";
import type { ClaimDetail } from "#shared/contract/claims.ts";
import { group } from "#shared/money.ts";
import { formatDate } from "#shared/week.ts";
import { Money } from "../../../parts/Money.tsx";
import { SourceDialog } from "../../../parts/SourceDialog.tsx";
import { type ClaimCommands, orNote } from "../useClaimCommands.ts";
import classes from "./Lines.module.css";
import { type PaymentSource, placeOf } from "./source.ts";

interface Props {
  readonly claim: ClaimDetail;
  readonly commands: ClaimCommands;
}

/** What came in for a claim. */
export function Payments({ claim: { number, payments, status }, commands }: Props) {
  const [opened, setOpened] = useState<PaymentSource>();
  return (
    <>
      <ul className={classes.list}>
        {payments.map(({ id, kind, receivedOn, cents, note, source, actor }) => (
          <li key={id} className={classes.line}>
            <div className={classes.text}>
              <span className={classes.name}>
                {kind === "paid" ? "Paid" : "Credited"} on {formatDate(receivedOn)}
              </span>
              <span className={classes.aside}>
                {note !== "" && `${note} · `}
                {source === null
                  ? `recorded by ${actor}`
                  : `${source.document}, ${source.sheet === null ? "" : `${source.sheet}, `}row ${group(source.row)}`}
              </span>
            </div>
            {source && placeOf(source) && (
              <Button size="compact-xs" variant="default" onClick={() => setOpened(source)}>
                Open source
              </Button>
            )}
            {status !== "closed" && (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => void orNote("The payment was not removed", commands.unpay(number, id))}
              >
                Remove
              </Button>
            )}
            <Money cents={cents} className={classes.money} />
          </li>
        ))}
      </ul>
      <SourceDialog place={opened && placeOf(opened)} onClose={() => setOpened(undefined)} />
    </>
  );
}
