import { Button, Switch } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { noteError } from "../../app/notify.ts";
import { api, refreshAll } from "../../client/api.ts";
import { useStatus } from "../../client/status.ts";
import { Icon } from "../../parts/Icon.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { ChangeDialog } from "./passphrase/ChangeDialog.tsx";
import { EncryptDialog } from "./passphrase/EncryptDialog.tsx";
import { NewKeyDialog } from "./passphrase/NewKeyDialog.tsx";
import classes from "./passphrase/Passphrase.module.css";
import { SwitchOffDialog } from "./passphrase/SwitchOffDialog.tsx";

type Asked = "encrypt" | "change" | "new key" | "switch off";

/** Whether the workspace is encrypted, and everything about its passphrase. */
export function PassphrasePanel() {
  const { data: status } = useStatus();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const isEncrypted = status?.open?.encrypted ?? false;
  return (
    <Panel
      title="Passphrase"
      hint="Keeps wages and claims unreadable for whoever gets hold of this computer, its disk or a backup."
      aside={
        isEncrypted ? undefined : (
          <Button size="xs" onClick={() => setAsked("encrypt")}>
            Set a passphrase
          </Button>
        )
      }
    >
      {isEncrypted ? (
        <Encrypted onAsk={setAsked} />
      ) : (
        <p className={classes.text}>
          This workspace is not encrypted: everybody who can open its folder can read it. Losing a passphrase and its
          recovery key means losing the workspace, so this is yours to decide.
        </p>
      )}
      {asked === "encrypt" && <EncryptDialog onClose={close} />}
      {asked === "change" && <ChangeDialog onClose={close} />}
      {asked === "new key" && <NewKeyDialog onClose={close} />}
      {asked === "switch off" && <SwitchOffDialog onClose={close} />}
    </Panel>
  );
}

/** What can be done with an encrypted workspace. */
function Encrypted({ onAsk }: { readonly onAsk: (what: Asked) => void }) {
  const remembering = useQuery({ ...api.workspace.remembering.queryOptions({ input: {} }), staleTime: 0 });
  const remember = useMutation({
    ...api.workspace.remember.mutationOptions(),
    onSuccess: () => remembering.refetch(),
    onError: (error) => noteError("The key is not remembered", error, "The passphrase opens the workspace as before."),
  });
  const lock = useMutation({
    ...api.workspace.lock.mutationOptions(),
    onSuccess: refreshAll,
    onError: (error) => noteError("The workspace was not locked", error, "It is still open."),
  });
  const { data } = remembering;
  return (
    <div className={classes.body}>
      <p className={classes.state}>
        <Icon name="lock" size={16} />
        This workspace and its backups are encrypted.
      </p>
      <p className={classes.text}>
        What you export and the files in the packets folder are made to be handed out and stay readable. Backups you
        made into other folders before the passphrase was set stay as they were.
      </p>
      <Switch
        label="Remember on this computer"
        description={data?.problem ?? "It opens by itself, for whoever uses this computer’s account."}
        disabled={data === undefined || (data.problem !== null && !data.remembered)}
        checked={remember.isPending ? remember.variables.on : (data?.remembered ?? false)}
        onChange={(event) => remember.mutate({ on: event.currentTarget.checked })}
      />
      <div className={classes.actions}>
        <Button size="xs" variant="default" loading={lock.isPending} onClick={() => lock.mutate({})}>
          Lock now
        </Button>
        <Button size="xs" variant="default" onClick={() => onAsk("change")}>
          Change the passphrase
        </Button>
        <Button size="xs" variant="default" onClick={() => onAsk("new key")}>
          New recovery key
        </Button>
        <Button size="xs" variant="default" onClick={() => onAsk("switch off")}>
          Switch encryption off
        </Button>
      </div>
    </div>
  );
}
