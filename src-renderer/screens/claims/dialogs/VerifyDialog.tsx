import { Button, Loader, Modal } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { api } from "../../../client/api.ts";
import { sentenceOf } from "../../../client/errors.ts";
import { Verdict } from "../../../parts/Verdict.tsx";
import classes from "./dialogs.module.css";

interface Props {
  /** Permission to read the packet. */
  readonly token: string;
  readonly onClose: () => void;
}

/** Whether a packet's files and figures match what is in the workspace. */
export function VerifyDialog({ token, onClose }: Props) {
  const { mutate, data, error } = useMutation(api.claims.verifyPacket.mutationOptions());
  const begin = useEffectEvent(() => mutate({ file: token }));
  useEffect(() => begin(), []);
  return (
    <Modal opened onClose={onClose} title="Verify packet" size="lg">
      <div className={classes.form}>
        {data ? (
          <>
            {data.packet !== null && <p className={classes.lead}>{data.packet}</p>}
            <Verdict
              sentence={
                data.whole
                  ? "The packet matches what is in this workspace."
                  : "The packet does not match what is in this workspace."
              }
              lines={data.lines}
            />
          </>
        ) : error ? (
          <p role="alert" className={classes.error}>
            The packet could not be looked at. {sentenceOf(error)} Nothing was changed.
          </p>
        ) : (
          <p role="status" className={classes.lead}>
            <Loader size="xs" /> Looking at its files and figures…
          </p>
        )}
        <div className={classes.foot}>
          <Button data-autofocus onClick={onClose}>
            Close
          </Button>
        </div>
      </div>
    </Modal>
  );
}
