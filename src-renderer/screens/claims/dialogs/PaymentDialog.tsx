import { SegmentedControl, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ClaimDetail } from "#shared/contract/claims.ts";
import { formatCents, parseCents, plainCents } from "#shared/money.ts";
import { isIsoDate } from "#shared/week.ts";
import type { ClaimCommands } from "../useClaimCommands.ts";
import classes from "./dialogs.module.css";
import { DayField, StepForm } from "./StepForm.tsx";

interface Props {
  readonly claim: ClaimDetail;
  readonly today: string;
  readonly commands: ClaimCommands;
  readonly onClose: () => void;
}

/** Money that came in, or a credit on a later invoice. What is outstanding is filled in already. */
export function PaymentDialog({ claim, today, commands, onClose }: Props) {
  const { number, label, counterparty, outstandingCents } = claim;
  const [kind, setKind] = useState<"paid" | "credited">(claim.kind === "lessor" ? "credited" : "paid");
  const [on, setOn] = useState(today);
  const [typed, setTyped] = useState(outstandingCents > 0 ? plainCents(outstandingCents) : "");
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const cents = parseCents(typed);
  const good = cents !== undefined && cents > 0;
  const rest = good ? outstandingCents - cents : null;
  return (
    <StepForm
      title={`Record payment: ${label}`}
      action={kind === "paid" ? "Record payment" : "Record credit"}
      valid={good && isIsoDate(on)}
      onWrong={() => setTried(true)}
      onClose={onClose}
      onSubmit={() => commands.pay({ number, kind, receivedOn: on, cents: cents ?? 0, note: note.trim() })}
    >
      <SegmentedControl
        aria-label="How it came"
        fullWidth
        data={[
          { value: "paid", label: "Paid to us" },
          { value: "credited", label: "Credited on an invoice" },
        ]}
        value={kind}
        onChange={(next) => setKind(next === "credited" ? "credited" : "paid")}
      />
      <div className={classes.pair}>
        <TextInput
          label="Amount"
          required
          leftSection="$"
          inputMode="decimal"
          maxLength={20}
          data-autofocus
          classNames={{ input: classes.amount ?? "" }}
          value={typed}
          error={tried && !good ? "An amount above zero, like 1,234.56" : null}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
        />
        <DayField label="Received on" value={on} today={today} onChange={setOn} />
      </div>
      <p className={classes.rest} role="status">
        {rest === null
          ? `${formatCents(outstandingCents)} is outstanding.`
          : rest > 0
            ? `${formatCents(rest)} stays outstanding.`
            : rest === 0
              ? "That settles what is outstanding."
              : `That is ${formatCents(-rest)} more than is outstanding.`}
      </p>
      <TextInput
        label="Note"
        description={`For instance the number of ${counterparty}’s payment.`}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </StepForm>
  );
}
