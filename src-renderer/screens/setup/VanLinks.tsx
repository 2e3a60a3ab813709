import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { LeaseQuestions } from "#shared/contract/reference.ts";
import { noteError } from "../../app/notify.ts";
import { api, refreshAll } from "../../client/api.ts";
import { Panel } from "../../parts/Panel.tsx";
import classes from "./Setup.module.css";
import { nameOfVan } from "./VanQuestions.tsx";

/** What was said of units and plates, and a way to take it back. */
export function VanLinks({ links }: { readonly links: LeaseQuestions["links"] }) {
  const remove = useMutation({
    ...api.reference.unlinkVan.mutationOptions(),
    onSuccess: refreshAll,
    onError: (error) => noteError("The answer was not taken back", error, "Everything is as it was."),
  });
  return (
    <Panel title="Vans you named" hint="Each is used for every line of that lessor, also in invoices that come later.">
      <ul className={classes.items}>
        {links.map(({ vin, ...name }) => (
          <li key={nameOfVan(name)} className={classes.line}>
            <span>
              <strong>{nameOfVan(name)}</strong> is {vin}
            </span>
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={`Take back ${nameOfVan(name)}`}
              onClick={() => remove.mutate(name)}
            >
              Take back
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
