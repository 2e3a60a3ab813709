import { Button, Modal, Textarea } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { group } from "#shared/money.ts";
import { Choices } from "../../parts/Choices.tsx";
import classes from "./DismissDialog.module.css";

/** What people say most often. */
const REASONS = [
  "Already paid on another invoice",
  "Agreed beforehand",
  "Our own record was wrong",
  "Too small to pursue",
  "Settled outside the invoice",
];

interface Props {
  /** How many findings; null while the dialog is closed. */
  readonly count: number | null;
  readonly onClose: () => void;
  readonly onDismiss: (reason: string) => void;
}

/** Dismissing takes a reason: months later, somebody will ask. */
export function DismissDialog({ count, onClose, onDismiss }: Props) {
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  // The number stays readable while the dialog closes.
  const shown = useRef(1);
  if (count !== null) shown.current = count;
  useEffect(() => {
    if (count === null) return;
    setReason("");
    setTried(false);
  }, [count]);
  const title = shown.current === 1 ? "Dismiss finding" : `Dismiss ${group(shown.current)} findings`;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setTried(true);
    if (reason.trim() === "") box.current?.focus();
    else onDismiss(reason.trim());
  };
  return (
    <Modal opened={count !== null} onClose={onClose} title={title}>
      <form onSubmit={submit} className={classes.form}>
        <Textarea
          ref={box}
          label="Reason"
          description="Kept with the finding, with your name and the time."
          required
          autosize
          minRows={2}
          maxRows={6}
          maxLength={500}
          data-autofocus
          value={reason}
          error={tried && reason.trim() === "" ? "Say why, in a few words" : null}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.shiftKey) submit(event);
          }}
        />
        <Choices
          label="Common reasons"
          texts={REASONS}
          onChoose={(text) => {
            setReason(text);
            box.current?.focus();
          }}
        />
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">{title}</Button>
        </div>
      </form>
    </Modal>
  );
}
