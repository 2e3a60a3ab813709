import { Button, Modal } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { note } from "../../../app/notify.ts";
import { api } from "../../../client/api.ts";
import { sentenceOf } from "../../../client/errors.ts";
import { NewPassphrase, NOTHING_TYPED, wrongWith } from "./NewPassphrase.tsx";
import classes from "./Passphrase.module.css";
import { PresentPassphrase } from "./PresentPassphrase.tsx";

/** Another passphrase for the same key. */
export function ChangeDialog({ onClose }: { readonly onClose: () => void }) {
  const [now, setNow] = useState("");
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [tried, setTried] = useState(false);
  const change = useMutation({
    ...api.workspace.changePassphrase.mutationOptions(),
    onSuccess: () => {
      note("The passphrase is changed", "The recovery key is as it was. Backups made before open with the old one.");
      onClose();
    },
    onError: () => setNow(""),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const wrong = wrongWith(typed);
    if (now === "" || wrong.passphrase !== null || wrong.again !== null) return;
    change.mutate({ secret: { passphrase: now }, passphrase: typed.passphrase });
  };
  return (
    <Modal opened onClose={onClose} title="Change the passphrase" closeButtonProps={{ "aria-label": "Close" }}>
      <form className={classes.stack} onSubmit={submit} noValidate>
        <PresentPassphrase
          value={now}
          error={tried && now === "" && !change.error ? "The passphrase it has now" : null}
          onType={setNow}
        />
        <NewPassphrase typed={typed} tried={tried} first={false} onType={setTyped} />
        {change.error && (
          <p role="alert" className={classes.error}>
            Nothing was changed. {sentenceOf(change.error)}
          </p>
        )}
        <div className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={change.isPending}>
            Change it
          </Button>
        </div>
      </form>
    </Modal>
  );
}
