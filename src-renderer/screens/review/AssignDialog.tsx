import { Button, Modal, UnstyledButton } from "@mantine/core";
import { type KeyboardEvent, useRef } from "react";
import type { AppUser } from "#shared/contract/people.ts";
import { linkTo } from "../../app/route.ts";
import { Empty } from "../../parts/Empty.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { plural } from "../../parts/plural.ts";
import classes from "./DismissDialog.module.css";

interface Props {
  /** How many findings; null while the dialog is closed. */
  readonly count: number | null;
  readonly people: readonly AppUser[];
  readonly onClose: () => void;
  readonly onAssign: (to: string | null) => void;
}

/** Says who looks after findings. The arrows move through the names, Enter takes one. */
export function AssignDialog({ count, people, onClose, onAssign }: Props) {
  // The number stays readable while the dialog closes.
  const shown = useRef(1);
  if (count !== null) shown.current = count;
  const byKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll("button")];
    const at = buttons.findIndex((button) => button.matches(":focus"));
    buttons[Math.max(0, Math.min(at + (event.key === "ArrowDown" ? 1 : -1), buttons.length - 1))]?.focus();
  };
  return (
    <Modal
      opened={count !== null}
      onClose={onClose}
      size="sm"
      title={`Assign ${shown.current === 1 ? "finding" : plural(shown.current, "finding", "findings")}`}
    >
      {people.length === 0 ? (
        <Empty
          icon="person"
          title="Nobody is named yet"
          actions={
            <Button component="a" href={linkTo("setup", { section: "people" })} onClick={onClose}>
              Go to Setup
            </Button>
          }
        >
          <p>Findings are assigned to people who use the app. Add them in Setup, under People.</p>
        </Empty>
      ) : (
        <fieldset className={classes.people} onKeyDown={byKey}>
          <legend className="sr-only">Who looks after it</legend>
          {people.map(({ name }, index) => (
            <UnstyledButton
              key={name}
              className={classes.person ?? ""}
              data-autofocus={index === 0 || undefined}
              onClick={() => onAssign(name)}
            >
              <Icon name="person" size={16} />
              {name}
            </UnstyledButton>
          ))}
          <UnstyledButton className={classes.person ?? ""} onClick={() => onAssign(null)}>
            <Icon name="close" size={16} />
            Nobody
          </UnstyledButton>
        </fieldset>
      )}
    </Modal>
  );
}
