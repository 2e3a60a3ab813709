import { Button } from "@mantine/core";
import type { AppUser, People } from "#shared/contract/people.ts";
import { ROLE_LABELS } from "../../client/people.ts";
import { Scroller } from "../../parts/Scroller.tsx";
import { formatWhen } from "../../parts/when.ts";
import classes from "./Setup.module.css";

interface Props {
  readonly data: People;
  readonly onChange: (person: AppUser) => void;
  readonly onOwnPin: () => void;
  readonly onRemovePin: (name: string) => void;
  readonly onRemove: (name: string) => void;
}

/** Everybody who uses the app, with what whoever acts may change of them. */
export function PeopleTable({ data: { current, role, people }, ...does }: Props) {
  return (
    <Scroller label="People, table" className={classes.scroll}>
      <table className={classes.table}>
        <caption className="sr-only">People who use Backhaul</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col">PIN</th>
            <th scope="col">Added</th>
            <th scope="col" className={classes.rowActions}>
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.name}>
              <th scope="row">
                {person.name}
                {person.name === current && <span className={classes.dim}> (you)</span>}
              </th>
              <td>{ROLE_LABELS[person.role]}</td>
              <td>{person.hasPin ? "Asked for" : "None"}</td>
              <td className={classes.dim}>{formatWhen(person.addedAt)}</td>
              <td className={classes.rowActions}>
                <Actions person={person} isMe={person.name === current} isOwner={role === "owner"} {...does} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

interface ActionsProps extends Omit<Props, "data"> {
  readonly person: AppUser;
  readonly isMe: boolean;
  readonly isOwner: boolean;
}

function Actions({ person, isMe, isOwner, onChange, onOwnPin, onRemovePin, onRemove }: ActionsProps) {
  const { name, hasPin } = person;
  const shared = { size: "compact-xs", variant: "subtle" } as const;
  return (
    <>
      {isMe && (
        <Button {...shared} onClick={onOwnPin}>
          {hasPin ? "Change your PIN" : "Set your PIN"}
        </Button>
      )}
      {!isMe && isOwner && hasPin && (
        <Button {...shared} aria-label={`Remove the PIN of ${name}`} onClick={() => onRemovePin(name)}>
          Remove PIN
        </Button>
      )}
      {isOwner && (
        <>
          <Button {...shared} aria-label={`Change ${name}`} onClick={() => onChange(person)}>
            Change
          </Button>
          <Button {...shared} aria-label={`Remove ${name}`} onClick={() => onRemove(name)}>
            Remove
          </Button>
        </>
      )}
    </>
  );
}
