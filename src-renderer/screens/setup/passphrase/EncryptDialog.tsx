import { Button, Modal } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Encrypted } from "#shared/contract/schemas.ts";
import { engine } from "../../../client/engine.ts";
import { ProgressLine } from "../../../parts/ProgressLine.tsx";
import { NewPassphrase, NOTHING_TYPED, wrongWith } from "./NewPassphrase.tsx";
import classes from "./Passphrase.module.css";
import { RecoveryKey } from "./RecoveryKey.tsx";
import { useRewriting } from "./useRewriting.ts";

/** From a passphrase typed twice to an encrypted workspace and a recovery key that was written down. */
export function EncryptDialog({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [tried, setTried] = useState(false);
  const [shown, setShown] = useState(true);
  const { state, run, cancel } = useRewriting<Encrypted>();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const wrong = wrongWith(typed);
    if (wrong.passphrase !== null || wrong.again !== null) return;
    void run("Encrypting", (options) => engine.workspace.encrypt({ passphrase: typed.passphrase }, options));
  };
  const isDone = state.phase === "done";
  const isFree = state.phase === "asking";
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={isDone ? "The workspace is encrypted" : "Set a passphrase"}
      withCloseButton={isFree}
      closeOnEscape={isFree}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {state.phase === "running" && (
        <div className={classes.stack}>
          <ProgressLine progress={state.progress} title="Encrypting the workspace and its backups" onCancel={cancel} />
          <p>You can go on when it is done. If it is interrupted, everything is as it was.</p>
        </div>
      )}
      {isDone && shown && (
        <RecoveryKey
          recoveryKey={state.result.recoveryKey}
          onDone={() => (state.result.left.length > 0 ? setShown(false) : onClose())}
        />
      )}
      {isDone && !shown && (
        <div className={classes.stack}>
          <p>These files in the workspace’s folder are not encrypted:</p>
          <ul>
            {state.result.left.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <div className={classes.foot}>
            <Button onClick={onClose}>Close</Button>
          </div>
        </div>
      )}
      {isFree && (
        <form className={classes.stack} onSubmit={submit} noValidate>
          <p>
            The workspace and its backups are written anew, encrypted, and the files as they were are deleted. From then
            on Backhaul asks for the passphrase when it starts.
          </p>
          <NewPassphrase typed={typed} tried={tried} first onType={setTyped} />
          {state.error !== null && (
            <p role="alert" className={classes.error}>
              Nothing was encrypted. {state.error}
            </p>
          )}
          <div className={classes.foot}>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">Encrypt</Button>
          </div>
        </form>
      )}
    </Modal>
  );
}
