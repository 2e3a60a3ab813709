import { Button, Modal } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { AppUser } from "#shared/contract/people.ts";
import { note } from "../../app/notify.ts";
import { api, refreshAll } from "../../client/api.ts";
import { sentenceOf } from "../../client/errors.ts";
import { PinField, wrongPin } from "../../parts/PinField.tsx";
import classes from "./Setup.module.css";

interface Props {
  readonly person: AppUser;
  /** Whether nobody else could remove the PIN if it is forgotten. */
  readonly onlyOwner: boolean;
  readonly onClose: () => void;
}

/** Sets, changes or removes one's own PIN. */
export function OwnPinDialog({ person: { name, hasPin }, onlyOwner, onClose }: Props) {
  const [old, setOld] = useState("");
  const [pin, setPin] = useState("");
  const [again, setAgain] = useState("");
  const [tried, setTried] = useState(false);
  const save = useMutation({
    ...api.people.setPin.mutationOptions(),
    onSuccess: async (_, { pin: kept }) => {
      await refreshAll();
      note(
        kept === null ? "Your PIN is removed" : "Your PIN is set",
        kept === null
          ? "Anybody at this computer can act as you."
          : "You are asked for it when you switch to your name and when Backhaul starts.",
      );
      onClose();
    },
    onError: () => setOld(""),
  });
  const proof = hasPin ? { old } : {};
  const oldProblem = hasPin ? wrongPin(old) : null;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (oldProblem === null && wrongPin(pin) === null && again === pin) save.mutate({ name, pin, ...proof });
  };
  const remove = () => {
    setTried(true);
    if (oldProblem === null) save.mutate({ name, pin: null, ...proof });
  };
  return (
    <Modal opened onClose={onClose} size="sm" title={hasPin ? "Change your PIN" : "Set your PIN"}>
      <form className={classes.stack} onSubmit={submit} noValidate>
        {hasPin && (
          <PinField
            label="Your PIN now"
            first
            value={old}
            error={tried && !save.error ? oldProblem : null}
            onChange={setOld}
          />
        )}
        <PinField
          label="New PIN"
          description={`Four to twelve digits. Nobody can look it up; ${onlyOwner ? "you are the only owner, so nobody else can remove it either" : "an owner can remove it"}.`}
          first={!hasPin}
          value={pin}
          error={
            tried && pin !== "" ? wrongPin(pin) : tried && !save.error && oldProblem === null ? wrongPin(pin) : null
          }
          onChange={setPin}
        />
        <PinField
          label="New PIN, again"
          value={again}
          error={tried && again !== pin ? "The two are not the same" : null}
          onChange={setAgain}
        />
        {save.error && (
          <p role="alert" className={classes.error}>
            Nothing was changed. {sentenceOf(save.error)}
          </p>
        )}
        <div className={classes.formFoot}>
          {hasPin && (
            <Button variant="subtle" color="gray" onClick={remove}>
              Remove my PIN
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={save.isPending}>
            Save
          </Button>
        </div>
      </form>
    </Modal>
  );
}
