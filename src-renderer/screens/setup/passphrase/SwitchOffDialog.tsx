import { Button, Modal } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { engine } from "../../../client/engine.ts";
import { ProgressLine } from "../../../parts/ProgressLine.tsx";
import classes from "./Passphrase.module.css";
import { PresentPassphrase } from "./PresentPassphrase.tsx";
import { useRewriting } from "./useRewriting.ts";

/** Takes the encryption back, for whoever knows the passphrase. */
export function SwitchOffDialog({ onClose }: { readonly onClose: () => void }) {
  const [now, setNow] = useState("");
  const [tried, setTried] = useState(false);
  const { state, run, cancel } = useRewriting<{ left: string[] }>();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (now === "") return;
    void run("Decrypting", (options) => engine.workspace.decrypt({ passphrase: now }, options));
  };
  const isFree = state.phase !== "running";
  return (
    <Modal
      opened
      onClose={onClose}
      title="Switch encryption off?"
      withCloseButton={isFree}
      closeOnEscape={isFree}
      closeOnClickOutside={isFree}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {state.phase === "running" && (
        <ProgressLine progress={state.progress} title="Writing the workspace as it was" onCancel={cancel} />
      )}
      {state.phase === "done" && (
        <div className={classes.stack}>
          <p role="status">The workspace and its backups are not encrypted any more.</p>
          {state.result.left.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <div className={classes.foot}>
            <Button onClick={onClose}>Close</Button>
          </div>
        </div>
      )}
      {state.phase === "asking" && (
        <form className={classes.stack} onSubmit={submit} noValidate>
          <p>Everybody who can open the workspace’s folder, or has its disk, can read it then.</p>
          <PresentPassphrase
            value={now}
            error={tried && now === "" ? "The passphrase it has now" : null}
            onType={setNow}
          />
          {state.error !== null && (
            <p role="alert" className={classes.error}>
              It is still encrypted. {state.error}
            </p>
          )}
          <div className={classes.foot}>
            <Button variant="default" onClick={onClose}>
              Keep it encrypted
            </Button>
            <Button type="submit" color="red.8">
              Switch off
            </Button>
          </div>
        </form>
      )}
    </Modal>
  );
}
