import { Button, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import type { People } from "#shared/contract/people.ts";
import { Brand } from "../../app/Brand.tsx";
import { noteError } from "../../app/notify.ts";
import { PinDialog } from "../../app/PinDialog.tsx";
import { SchemeButton } from "../../app/SchemeButton.tsx";
import { refreshAll } from "../../client/api.ts";
import { engine } from "../../client/engine.ts";
import { ROLE_LABELS, useSwitch } from "../../client/people.ts";
import { Icon } from "../../parts/Icon.tsx";
import start from "./StartScreen.module.css";
import classes from "./WhoAreYou.module.css";

interface Props {
  readonly workspace: string;
  readonly people: People;
}

/** A workspace whose people have PINs shows nothing before it is known who sits in front of it. */
export function WhoAreYou({ workspace, people: { current, people } }: Props) {
  const [asking, setAsking] = useState<string | null>(null);
  const change = useSwitch(() => setAsking(null));
  const close = async () => {
    try {
      await engine.workspace.close({});
      await refreshAll();
    } catch (error) {
      noteError("The workspace could not be closed", error, "It is still open; nothing was lost.");
    }
  };
  return (
    <div className={start.page}>
      <div className={start.corner}>
        <SchemeButton />
      </div>
      <main className={start.main} aria-label="Who are you?">
        <Brand size={40} wordless />
        <h1 className={start.title}>Who are you?</h1>
        <p className={start.lead}>
          {workspace} holds what people earn and what is claimed, so it opens for the people it knows. What you decide
          carries your name.
        </p>
        <ul className={classes.list}>
          {people.map(({ name, role, hasPin }) => (
            <li key={name}>
              <UnstyledButton
                className={classes.person ?? ""}
                autoFocus={name === current}
                onClick={() => {
                  if (hasPin) setAsking(name);
                  else
                    change.mutate(
                      { name },
                      { onError: (error) => noteError("That did not work", error, "Choose your name again.") },
                    );
                }}
              >
                <Icon name={hasPin ? "lock" : "person"} />
                <span className={classes.who}>
                  {name}
                  <span className={classes.role}>
                    {ROLE_LABELS[role]}
                    {hasPin && ", asks for a PIN"}
                  </span>
                </span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
        <Button variant="subtle" className={classes.out ?? ""} onClick={() => void close()}>
          Close this workspace
        </Button>
      </main>
      {asking !== null && <PinDialog name={asking} onClose={() => setAsking(null)} onDone={() => setAsking(null)} />}
    </div>
  );
}
