import { UnstyledButton } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { go, linkTo } from "../../app/route.ts";
import { api, refreshAll } from "../../client/api.ts";
import { sentenceOf } from "../../client/errors.ts";
import { useStatus } from "../../client/status.ts";
import { Icon } from "../../parts/Icon.tsx";
import classes from "./StartScreen.module.css";

/** Workspaces that were closed, to open again. */
export function Workspaces() {
  const { data } = useStatus();
  const names = data?.workspaces ?? [];
  const open = useMutation({
    ...api.workspace.open.mutationOptions(),
    onSuccess: async () => {
      go(linkTo("board"), true);
      await refreshAll();
    },
  });
  if (names.length === 0) return null;
  return (
    <section className={classes.known} aria-labelledby="known-title">
      <h2 id="known-title">Open again</h2>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <UnstyledButton
              className={classes.workspace}
              disabled={open.isPending}
              onClick={() => open.mutate({ name })}
            >
              <Icon name="building" size={16} />
              {name}
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {open.error && (
        <p className={classes.error} role="alert">
          {open.variables.name} could not be opened. {sentenceOf(open.error)}
        </p>
      )}
    </section>
  );
}
