import { Button, Checkbox, PasswordInput, TextInput, UnstyledButton } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Brand } from "../../app/Brand.tsx";
import { EngineNotice } from "../../app/EngineNotice.tsx";
import { noteError } from "../../app/notify.ts";
import { SchemeButton } from "../../app/SchemeButton.tsx";
import { api, refreshAll } from "../../client/api.ts";
import { engine } from "../../client/engine.ts";
import { sentenceOf } from "../../client/errors.ts";
import { Icon } from "../../parts/Icon.tsx";
import start from "./StartScreen.module.css";
import classes from "./UnlockScreen.module.css";

/** An encrypted workspace shows nothing but its name until its passphrase is said. */
export function UnlockScreen({ name }: { readonly name: string }) {
  const [way, setWay] = useState<"passphrase" | "recoveryKey">("passphrase");
  const [text, setText] = useState("");
  const [remember, setRemember] = useState(false);
  const { data: remembering } = useQuery(api.workspace.remembering.queryOptions({ input: {} }));
  const unlock = useMutation({
    ...api.workspace.unlock.mutationOptions(),
    onSuccess: refreshAll,
    onError: () => {
      // A passphrase that was wrong is typed anew; a recovery key is long, and one letter of it is wrong.
      if (way === "passphrase") setText("");
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (text.trim() === "") return;
    unlock.mutate({ secret: way === "passphrase" ? { passphrase: text } : { recoveryKey: text }, remember });
  };
  const change = () => {
    setWay(way === "passphrase" ? "recoveryKey" : "passphrase");
    setText("");
    unlock.reset();
  };
  const close = async () => {
    try {
      await engine.workspace.close({});
      await refreshAll();
    } catch (error) {
      noteError("The workspace could not be closed", error, "Nothing was lost.");
    }
  };
  const error = unlock.error === null ? null : sentenceOf(unlock.error);
  return (
    <div className={start.page}>
      <div className={start.corner}>
        <SchemeButton />
      </div>
      <EngineNotice />
      <main className={start.main} aria-label="Unlock">
        <Brand size={40} wordless />
        <h1 className={start.title}>{name} is locked</h1>
        <p className={start.lead}>
          Its files are encrypted. They open with its passphrase or its recovery key, and with nothing else.
        </p>
        <form className={classes.form} onSubmit={submit} noValidate>
          {way === "passphrase" ? (
            <PasswordInput
              key="passphrase"
              label="Passphrase"
              autoComplete="off"
              autoFocus
              value={text}
              error={error}
              visibilityToggleButtonProps={{ "aria-label": "Show the passphrase" }}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          ) : (
            <TextInput
              key="recovery"
              label="Recovery key"
              description="The eight groups that were written down when the passphrase was set"
              autoComplete="off"
              autoFocus
              spellCheck={false}
              classNames={{ input: classes.key ?? "" }}
              value={text}
              error={error}
              onChange={(event) => setText(event.currentTarget.value.toUpperCase())}
            />
          )}
          <Checkbox
            label="Remember on this computer"
            description={remembering?.problem ?? "It opens by itself then, for whoever uses this computer’s account."}
            disabled={remembering === undefined || remembering.problem !== null}
            checked={remember}
            onChange={(event) => setRemember(event.currentTarget.checked)}
          />
          <div className={classes.foot}>
            <UnstyledButton className={classes.other ?? ""} onClick={change}>
              {way === "passphrase" ? "Use the recovery key instead" : "Use the passphrase instead"}
            </UnstyledButton>
            <Button type="submit" leftSection={<Icon name="lock" size={16} />} loading={unlock.isPending}>
              Unlock
            </Button>
          </div>
        </form>
        <Button variant="subtle" className={classes.out ?? ""} onClick={() => void close()}>
          Close this workspace
        </Button>
      </main>
    </div>
  );
}
