import { Button, Modal } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "../../../client/api.ts";
import { sentenceOf } from "../../../client/errors.ts";
import classes from "./Passphrase.module.css";
import { PresentPassphrase } from "./PresentPassphrase.tsx";
import { RecoveryKey } from "./RecoveryKey.tsx";

/** A recovery key in the place of one that was lost or seen. */
export function NewKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const [now, setNow] = useState("");
  const [tried, setTried] = useState(false);
  const make = useMutation({ ...api.workspace.newRecoveryKey.mutationOptions(), onError: () => setNow("") });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (now !== "") make.mutate({ passphrase: now });
  };
  const isFree = make.data === undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      size={isFree ? "md" : "lg"}
      title="New recovery key"
      withCloseButton={isFree}
      closeOnEscape={isFree}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {make.data ? (
        <RecoveryKey recoveryKey={make.data.recoveryKey} onDone={onClose} />
      ) : (
        <form className={classes.stack} onSubmit={submit} noValidate>
          <p>The recovery key that was written down before opens nothing any more, except backups made until now.</p>
          <PresentPassphrase
            value={now}
            error={tried && now === "" && !make.error ? "The passphrase it has now" : null}
            onType={setNow}
          />
          {make.error && (
            <p role="alert" className={classes.error}>
              Nothing was changed. {sentenceOf(make.error)}
            </p>
          )}
          <div className={classes.foot}>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={make.isPending}>
              Make a new one
            </Button>
          </div>
        </form>
      )}
    </Modal>
  );
}
