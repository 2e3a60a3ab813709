import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ClaimDetail, ClaimKind } from "#shared/contract/claims.ts";
import { formatCents } from "#shared/money.ts";
import { formatDate, isIsoDate } from "#shared/week.ts";
import type { ClaimCommands } from "../useClaimCommands.ts";
import classes from "./dialogs.module.css";
import { DayField, StepForm } from "./StepForm.tsx";

const WORDS = {
  submitted: { title: "Mark as submitted", action: "Mark as submitted", day: "Sent on" },
  acknowledged: { title: "Mark as acknowledged", action: "Mark as acknowledged", day: "Acknowledged on" },
} as const;

/** What each kind of counterparty calls the number it gives a claim. */
export const REFERENCE_WORDS: Record<ClaimKind, string> = {
  amazon: "Amazon’s case number",
  lessor: "The lessor’s reference",
  payroll: "The payroll provider’s ticket",
  internal: "Reference",
};

interface Props {
  readonly claim: ClaimDetail;
  readonly to: "submitted" | "acknowledged";
  readonly today: string;
  readonly commands: ClaimCommands;
  readonly onClose: () => void;
}

/** That the claim was sent, or that the counterparty has it: the day and their number. */
export function SendDialog({ claim, to, today, commands, onClose }: Props) {
  const [on, setOn] = useState(today);
  const [reference, setReference] = useState(claim.reference);
  const [note, setNote] = useState("");
  const { title, action, day } = WORDS[to];
  return (
    <StepForm
      title={`${title}: ${claim.label}`}
      action={action}
      valid={isIsoDate(on)}
      onClose={onClose}
      onSubmit={() => commands.step({ number: claim.number, to, on, reference: reference.trim(), note: note.trim() })}
    >
      {to === "submitted" && (
        <p className={classes.lead}>
          {formatCents(claim.claimedCents)} from {claim.counterparty}. The amounts stay as they are from now on
          {claim.deadline !== null && `; the deadline is ${formatDate(claim.deadline)}`}.
        </p>
      )}
      <div className={classes.pair}>
        <DayField label={day} value={on} today={today} onChange={setOn} />
        <TextInput
          label={REFERENCE_WORDS[claim.kind]}
          description="May follow later."
          inputWrapperOrder={["label", "input", "description"]}
          maxLength={120}
          data-autofocus
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
      </div>
      <Textarea
        label="Note"
        autosize
        minRows={1}
        maxRows={5}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </StepForm>
  );
}
