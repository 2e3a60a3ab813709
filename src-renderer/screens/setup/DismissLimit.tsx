import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { formatCents, plainCents } from "#shared/money.ts";
import { parseParameter } from "#shared/parameters.ts";
import { api, refreshAll } from "../../client/api.ts";
import { sentenceOf } from "../../client/errors.ts";
import { announce } from "../../parts/announce.tsx";
import { Panel } from "../../parts/Panel.tsx";
import classes from "./Setup.module.css";

interface Props {
  /** The limit in cents; null where there is none. */
  readonly cents: number | null;
  readonly editable: boolean;
}

/** Above which amount only an owner may dismiss. */
export function DismissLimit({ cents, editable }: Props) {
  return (
    <Panel
      title="Dismissals"
      hint={
        cents === null
          ? "Everybody may dismiss findings of any amount, and write off what a claim did not bring."
          : `Above ${formatCents(cents)} only owners dismiss a finding or write off what a claim did not bring.`
      }
    >
      {editable && <LimitForm key={String(cents)} cents={cents} />}
    </Panel>
  );
}

function LimitForm({ cents }: { readonly cents: number | null }) {
  const [text, setText] = useState(cents === null ? "" : plainCents(cents));
  const [tried, setTried] = useState(false);
  const value = parseParameter("cents", text);
  const save = useMutation({
    ...api.people.setDismissLimit.mutationOptions(),
    onSuccess: async (_, { cents: kept }) => {
      await refreshAll();
      announce(kept === null ? "There is no limit." : `The limit is ${formatCents(kept)}.`);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (value !== undefined && value >= 0) save.mutate({ cents: value });
  };
  return (
    <form className={classes.limit} onSubmit={submit} noValidate aria-label="Limit for dismissals">
      <TextInput
        label="Only an owner may dismiss above, in dollars"
        size="xs"
        maxLength={20}
        placeholder="No limit"
        value={text}
        error={tried && (value === undefined || value < 0) ? "Write an amount like 250.00" : null}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" loading={save.isPending}>
        Save
      </Button>
      {cents !== null && (
        <Button size="xs" variant="default" onClick={() => save.mutate({ cents: null })}>
          No limit
        </Button>
      )}
      {save.error && (
        <p role="alert" className={classes.error}>
          Nothing was saved. {sentenceOf(save.error)}
        </p>
      )}
    </form>
  );
}
