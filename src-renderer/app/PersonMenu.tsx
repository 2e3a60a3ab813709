import { Menu, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import type { AppUser } from "#shared/contract/people.ts";
import { ROLE_LABELS, useActing, useSwitch } from "../client/people.ts";
import { announce } from "../parts/announce.tsx";
import { Icon } from "../parts/Icon.tsx";
import { noteError } from "./notify.ts";
import classes from "./PersonMenu.module.css";
import { PinDialog } from "./PinDialog.tsx";
import { linkTo } from "./route.ts";

/** Who acts, and the way to let somebody else act. Nothing as long as nobody is named. */
export function PersonMenu() {
  const { data } = useActing();
  const [asking, setAsking] = useState<string | null>(null);
  const acts = (name: string) => {
    setAsking(null);
    announce(`${name} acts now.`);
  };
  const change = useSwitch(acts);
  if (!data || data.people.length === 0 || data.current === null) return null;
  const take = ({ name, hasPin }: AppUser) => {
    if (name === data.current) return;
    if (hasPin) setAsking(name);
    else
      change.mutate(
        { name },
        { onError: (error) => noteError(`${name} does not act yet`, error, `${data.current} still does.`) },
      );
  };
  return (
    <>
      <Menu
        position="bottom-end"
        width={260}
        shadow="md"
        withinPortal={false}
        withInitialFocusPlaceholder={false}
        transitionProps={{ duration: 100 }}
      >
        <Menu.Target>
          <UnstyledButton className={classes.target ?? ""} title={`${data.current}, ${ROLE_LABELS[data.role]}`}>
            <span className="sr-only">Acting as</span>
            <Icon name="person" />
            <span className={classes.name}>{data.current}</span>
            <Icon name="down" size={14} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Who acts</Menu.Label>
          {data.people.map((person) => (
            <Menu.Item
              key={person.name}
              leftSection={
                <Icon name={person.name === data.current ? "check" : person.hasPin ? "lock" : "person"} size={16} />
              }
              aria-current={person.name === data.current || undefined}
              onClick={() => take(person)}
            >
              <span className={classes.person}>
                <span>{person.name}</span>
                <span className={classes.role}>
                  {ROLE_LABELS[person.role]}
                  {person.hasPin && <span className="sr-only">, asks for a PIN</span>}
                </span>
              </span>
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item component="a" href={linkTo("setup", { section: "people" })}>
            People and PINs…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asking !== null && <PinDialog name={asking} onClose={() => setAsking(null)} onDone={acts} />}
    </>
  );
}
