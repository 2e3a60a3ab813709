import { Button } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { AppUser, People } from "#shared/contract/people.ts";
import { note, noteError } from "../../app/notify.ts";
import { api, refreshAll } from "../../client/api.ts";
import { useActing } from "../../client/people.ts";
import { Panel } from "../../parts/Panel.tsx";
import { DismissLimit } from "./DismissLimit.tsx";
import { OwnPinDialog } from "./OwnPinDialog.tsx";
import { PeopleTable } from "./PeopleTable.tsx";
import { PersonDialog } from "./PersonDialog.tsx";
import classes from "./Setup.module.css";

/** Which dialog is open: a new person, one that is changed, or one's own PIN. */
type Open = { readonly dialog: "person"; readonly person: AppUser | null } | { readonly dialog: "pin" } | null;

/** Who uses the app, what they may do, and what only an owner may dismiss. */
export function PeopleSection() {
  const { data } = useActing();
  const [open, setOpen] = useState<Open>(null);
  if (!data) return null;
  const { current, role, people } = data;
  const isOwner = role === "owner";
  const me = people.find(({ name }) => name === current);
  return (
    <>
      <Panel
        title="People who use Backhaul"
        hint="Every decision carries the name of whoever made it. A PIN keeps others from using a name."
        aside={
          isOwner && (
            <Button size="xs" onClick={() => setOpen({ dialog: "person", person: null })}>
              {people.length === 0 ? "Add yourself" : "Add a person"}
            </Button>
          )
        }
      >
        {people.length === 0 ? (
          <p className={classes.note}>
            Nobody is named, so everybody at this computer may do everything. The first person you add is an owner.
          </p>
        ) : (
          <Everybody
            data={data}
            onChange={(person) => setOpen({ dialog: "person", person })}
            onPin={() => setOpen({ dialog: "pin" })}
          />
        )}
        {people.length > 0 && (
          <div className={classes.pad}>
            <p className={classes.dim}>
              Staff import, review and claim. Managers also change parameters and undo imports. Only owners manage
              people and restore backups.{isOwner ? "" : " Ask an owner to change this list."}
            </p>
          </div>
        )}
      </Panel>
      {people.length > 0 && <DismissLimit cents={data.dismissLimitCents} editable={isOwner} />}
      {open?.dialog === "person" && (
        <PersonDialog person={open.person} first={people.length === 0} onClose={() => setOpen(null)} />
      )}
      {open?.dialog === "pin" && me && (
        <OwnPinDialog
          person={me}
          onlyOwner={!people.some((other) => other !== me && other.role === "owner")}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

interface EverybodyProps {
  readonly data: People;
  readonly onChange: (person: AppUser) => void;
  readonly onPin: () => void;
}

function Everybody({ data, onChange, onPin }: EverybodyProps) {
  const remove = useMutation({
    ...api.people.remove.mutationOptions(),
    onSuccess: refreshAll,
    onError: (error) => noteError("Nobody was removed", error, ""),
  });
  const forgetPin = useMutation({
    ...api.people.setPin.mutationOptions(),
    onSuccess: async (_, { name }) => {
      await refreshAll();
      note("PIN removed", `${name} can set a new one.`);
    },
    onError: (error) => noteError("The PIN was not removed", error, "It still holds."),
  });
  const askRemove = (name: string) =>
    modals.openConfirmModal({
      title: `Remove ${name}?`,
      children: (
        <p className={classes.question}>
          What {name} did keeps this name, and findings stay assigned to it. The name can be added again.
        </p>
      ),
      labels: { confirm: "Remove", cancel: "Cancel" },
      onConfirm: () => remove.mutate({ name }),
    });
  const askPin = (name: string) =>
    modals.openConfirmModal({
      title: `Remove the PIN of ${name}?`,
      children: <p className={classes.question}>Anybody at this computer can then act as {name}.</p>,
      labels: { confirm: "Remove the PIN", cancel: "Cancel" },
      onConfirm: () => forgetPin.mutate({ name, pin: null }),
    });
  return <PeopleTable data={data} onChange={onChange} onOwnPin={onPin} onRemovePin={askPin} onRemove={askRemove} />;
}
