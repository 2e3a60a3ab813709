import { Button, Modal, Radio, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { type AppUser, type Role, role as roles } from "#shared/contract/people.ts";
import { api, refreshAll } from "../../client/api.ts";
import { sentenceOf } from "../../client/errors.ts";
import { ROLE_LABELS } from "../../client/people.ts";
import classes from "./Setup.module.css";

const MAY: Record<Role, string> = {
  staff: "Imports, reviews, claims and writes packets",
  manager: "Also changes parameters and undoes imports",
  owner: "Everything: people, restoring, the limit for dismissals",
};

interface Props {
  /** Who is changed; null for somebody new. */
  readonly person: AppUser | null;
  /** Whether it is the first person, who is an owner. */
  readonly first: boolean;
  readonly onClose: () => void;
}

/** A person's name and role. */
export function PersonDialog({ person, first, onClose }: Props) {
  const [name, setName] = useState(person?.name ?? "");
  const [role, setRole] = useState<Role>(person?.role ?? (first ? "owner" : "staff"));
  const [tried, setTried] = useState(false);
  const save = useMutation({
    ...api.people.save.mutationOptions(),
    onSuccess: async () => {
      await refreshAll();
      onClose();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const renamed = person !== null && person.name !== name.trim() ? { rename: person.name } : {};
    if (name.trim() !== "") save.mutate({ name: name.trim(), role, ...renamed });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={person === null ? (first ? "Add yourself" : "Add a person") : `Change ${person.name}`}
    >
      <form className={classes.stack} onSubmit={submit} noValidate>
        <TextInput
          label="Name"
          description="As it should stand beside decisions"
          required
          maxLength={60}
          data-autofocus
          value={name}
          error={tried && name.trim() === "" ? "Say a name" : null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {first ? (
          <p className={classes.wide}>The first person is an owner and may do everything.</p>
        ) : (
          <Radio.Group label="Role" value={role} onChange={(value) => setRole(roles.parse(value))}>
            <div className={classes.choices}>
              {(["staff", "manager", "owner"] as const).map((each) => (
                <Radio key={each} value={each} label={ROLE_LABELS[each]} description={MAY[each]} />
              ))}
            </div>
          </Radio.Group>
        )}
        {save.error && (
          <p role="alert" className={classes.error}>
            Nothing was saved. {sentenceOf(save.error)}
          </p>
        )}
        <div className={classes.formFoot}>
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
