import { Autocomplete, Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Aliases } from "#shared/contract/reference.ts";
import { note } from "../../app/notify.ts";
import { api, refreshAll } from "../../client/api.ts";
import { sentenceOf } from "../../client/errors.ts";
import { Panel } from "../../parts/Panel.tsx";
import { ListSection } from "./ListSection.tsx";
import classes from "./Setup.module.css";

/** What the office calls the descriptions of Amazon's invoices: those that wait for a name, and those that have one. */
export function AliasesSection() {
  const { data } = useQuery(api.reference.aliases.queryOptions({ input: {} }));
  return (
    <>
      {data && data.asked.length > 0 && (
        <Panel
          title="Which service is this?"
          hint="Descriptions that an invoice pays and nobody has named yet. Answer once; every later invoice is read the same way."
        >
          <ul className={classes.items}>
            {data.asked.map((asked) => (
              <Question key={asked.description} asked={asked} serviceTypes={data.serviceTypes} />
            ))}
          </ul>
        </Panel>
      )}
      <ListSection kind="service aliases" />
    </>
  );
}

interface Props {
  readonly asked: Aliases["asked"][number];
  readonly serviceTypes: readonly string[];
}

function Question({ asked: { description, sentence, named }, serviceTypes }: Props) {
  const [typed, setTyped] = useState("");
  const teach = useMutation({
    ...api.reference.teachAlias.mutationOptions(),
    onSuccess: async (_, { serviceType }) => {
      await refreshAll();
      note("Remembered", `“${description}” is ${serviceType}. Check now to compare the weeks it is in.`);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (typed.trim() !== "") teach.mutate({ description, serviceType: typed.trim() });
  };
  return (
    <li className={classes.item}>
      <h3 className={classes.itemTitle}>{description}</h3>
      <p className={classes.text}>{sentence}</p>
      <div className={classes.answers}>
        {named.map((serviceType) => (
          <Button
            key={serviceType}
            size="xs"
            variant="default"
            loading={teach.isPending && teach.variables.serviceType === serviceType}
            onClick={() => teach.mutate({ description, serviceType })}
          >
            It is {serviceType}
          </Button>
        ))}
        <form onSubmit={submit} className={classes.other}>
          <Autocomplete
            size="xs"
            aria-label={`Another service type for ${description}`}
            placeholder="Another service type"
            data={[...serviceTypes]}
            limit={20}
            maxLength={300}
            value={typed}
            onChange={setTyped}
          />
          <Button type="submit" size="xs" variant="default" disabled={typed.trim() === ""}>
            Save
          </Button>
        </form>
      </div>
      {teach.error && (
        <p role="alert" className={classes.error}>
          Nothing was saved. {sentenceOf(teach.error)}
        </p>
      )}
    </li>
  );
}
