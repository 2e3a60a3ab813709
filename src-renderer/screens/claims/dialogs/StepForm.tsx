import { Button, Modal, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { isIsoDate } from "#shared/week.ts";
import classes from "./dialogs.module.css";

interface Props {
  readonly title: string;
  /** What the button says. */
  readonly action: string;
  /** What holds of the form so far: false keeps it open and shows what is wrong. */
  readonly valid: boolean;
  readonly size?: string;
  /** Carries it out; the sentence that says what went wrong, or null. */
  readonly onSubmit: () => Promise<string | null>;
  readonly onClose: () => void;
  /** Called when it was tried with something wrong in it. */
  readonly onWrong?: () => void;
  readonly children: ReactNode;
}

/** A small form over the claim: Enter carries it out, Escape leaves everything as it is. */
export function StepForm({ title, action, valid, size = "md", onSubmit, onClose, onWrong, children }: Props) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (!valid) {
      onWrong?.();
      return;
    }
    setBusy(true);
    const why = await onSubmit();
    setBusy(false);
    setFailed(why);
    if (why === null) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={title} size={size}>
      <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
        {children}
        {failed !== null && (
          <p role="alert" className={classes.error}>
            {failed} Nothing was changed.
          </p>
        )}
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            {action}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string;
  /** Nothing has happened on a later day yet. */
  readonly today: string;
  readonly onChange: (day: string) => void;
}

/** The day something happened; today, until somebody says otherwise. */
export function DayField({ label, value, today, onChange }: DayProps) {
  return (
    <TextInput
      type="date"
      label={label}
      required
      className={classes.day ?? ""}
      max={today}
      value={value}
      error={isIsoDate(value) ? (value > today ? "That day is still to come" : null) : "Say which day"}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
