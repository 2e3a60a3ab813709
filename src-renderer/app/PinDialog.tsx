import { Button, Modal } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { sentenceOf } from "../client/errors.ts";
import { useSwitch } from "../client/people.ts";
import { PinField, wrongPin } from "../parts/PinField.tsx";
import classes from "./PinDialog.module.css";

interface Props {
  /** Who is to act. */
  readonly name: string;
  readonly onClose: () => void;
  readonly onDone: (name: string) => void;
}

/** Asks for a person's PIN before they act. */
export function PinDialog({ name, onClose, onDone }: Props) {
  const [pin, setPin] = useState("");
  const [tried, setTried] = useState(false);
  const change = useSwitch(onDone);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (wrongPin(pin) === null) change.mutate({ name, pin }, { onError: () => setPin("") });
  };
  return (
    <Modal opened onClose={onClose} size="sm" title={`Switch to ${name}`}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <PinField
          label={`PIN of ${name}`}
          first
          value={pin}
          error={tried && !change.error ? wrongPin(pin) : null}
          onChange={(digits) => {
            setPin(digits);
            setTried(false);
          }}
        />
        {change.error && (
          <p role="alert" className={classes.error}>
            {sentenceOf(change.error)}
          </p>
        )}
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={change.isPending}>
            Switch
          </Button>
        </div>
      </form>
    </Modal>
  );
}
