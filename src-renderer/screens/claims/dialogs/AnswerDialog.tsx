import { Button, TextInput } from "@mantine/core";
import { useCallback, useState } from "react";
import type { ClaimDetail } from "#shared/contract/claims.ts";
import { formatCents } from "#shared/money.ts";
import { isIsoDate } from "#shared/week.ts";
import { ClaimMark } from "../../../parts/claimMarks.tsx";
import { answerOf } from "../steps.ts";
import type { ClaimCommands } from "../useClaimCommands.ts";
import { AnswerTable } from "./AnswerTable.tsx";
import { type Answer, approvedOf, type Granted, grantedAll, sumOf } from "./answer.ts";
import classes from "./dialogs.module.css";
import { DayField, StepForm } from "./StepForm.tsx";

interface Props {
  readonly claim: ClaimDetail;
  readonly today: string;
  readonly commands: ClaimCommands;
  readonly onClose: () => void;
}

/** What the counterparty answered, finding by finding. In full until somebody says otherwise; the amounts decide what it comes to. */
export function AnswerDialog({ claim, today, commands, onClose }: Props) {
  const { number, label, items, claimedCents, counterparty } = claim;
  const [on, setOn] = useState(today);
  const [note, setNote] = useState("");
  const [answer, setAnswer] = useState<Answer>(() => grantedAll(items, true));
  const change = useCallback(
    (id: string, part: Partial<Granted>) =>
      setAnswer((before) => ({ ...before, [id]: { typed: "", reason: "", ...before[id], ...part } })),
    [],
  );
  const sum = sumOf(items, answer);
  const to = answerOf(claimedCents, sum ?? claimedCents);
  const all = (every: boolean) => setAnswer((before) => grantedAll(items, every, before));
  return (
    <StepForm
      title={`Record the answer: ${label}`}
      action="Record the answer"
      size="min(860px, 92vw)"
      valid={sum !== undefined && isIsoDate(on)}
      onClose={onClose}
      onSubmit={() => commands.step({ number, to, on, note: note.trim(), approved: approvedOf(items, answer) })}
    >
      <div className={classes.tools}>
        <p className={classes.lead}>
          What {counterparty} granted of each finding.
          {items.length > 1 && (
            <>
              {" "}
              <kbd>↑</kbd> <kbd>↓</kbd> move between the amounts.
            </>
          )}
        </p>
        <Button size="compact-sm" variant="default" onClick={() => all(true)}>
          Granted all
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => all(false)}>
          Granted nothing
        </Button>
      </div>
      <AnswerTable items={items} answer={answer} onChange={change} />
      <div className={classes.outcome} role="status">
        {sum === undefined ? (
          <span className={classes.error}>One of the amounts cannot be granted. See the marked ones.</span>
        ) : (
          <>
            <span>
              Granted <strong>{formatCents(sum)}</strong> of {formatCents(claimedCents)}
              {sum < claimedCents && `, ${formatCents(claimedCents - sum)} refused`}
            </span>
            <ClaimMark status={to} />
          </>
        )}
      </div>
      <div className={classes.pair}>
        <DayField label="Answered on" value={on} today={today} onChange={setOn} />
        <TextInput
          label="Note"
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </div>
    </StepForm>
  );
}
