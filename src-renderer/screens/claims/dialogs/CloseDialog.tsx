import { TextInput } from "@mantine/core";
import { useState } from "react";
import type { ClaimDetail } from "#shared/contract/claims.ts";
import { formatCents } from "#shared/money.ts";
import { isIsoDate } from "#shared/week.ts";
import { Choices } from "../../../parts/Choices.tsx";
import type { ClaimCommands } from "../useClaimCommands.ts";
import classes from "./dialogs.module.css";
import { DayField, StepForm } from "./StepForm.tsx";

/** What people say most often. */
const REASONS = ["Rejected, and we agree", "Not worth pursuing", "Past the deadline", "Settled otherwise"];

interface Props {
  readonly claim: ClaimDetail;
  readonly today: string;
  readonly commands: ClaimCommands;
  readonly onClose: () => void;
}

/** Puts a claim away. What did not come is written off, which takes a reason: months later, somebody will ask. */
export function CloseDialog({ claim, today, commands, onClose }: Props) {
  const { number, label, outstandingCents } = claim;
  const [on, setOn] = useState(today);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const owed = outstandingCents > 0;
  const lacking = owed && reason.trim() === "";
  return (
    <StepForm
      title={`Close claim: ${label}`}
      action={owed ? `Write off ${formatCents(outstandingCents)} and close` : "Close claim"}
      valid={!lacking && isIsoDate(on)}
      onWrong={() => setTried(true)}
      onClose={onClose}
      onSubmit={() => commands.close(number, on, reason.trim())}
    >
      <p className={classes.lead}>
        {owed
          ? `${formatCents(outstandingCents)} is still outstanding. It is written off; undo takes that back.`
          : "Nothing is outstanding."}
      </p>
      <TextInput
        label="Reason"
        required={owed}
        maxLength={500}
        data-autofocus
        value={reason}
        error={tried && lacking ? "Say why, in a few words" : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Choices label="Common reasons" texts={REASONS} onChoose={setReason} />
      <DayField label="Closed on" value={on} today={today} onChange={setOn} />
    </StepForm>
  );
}
