import { Button, Checkbox, Select } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { CHARGE_CODES, CHARGE_TITLES, type ChargeCode } from "#shared/charges.ts";
import type { LeaseQuestions } from "#shared/contract/reference.ts";
import { formatCents } from "#shared/money.ts";
import { note } from "../../app/notify.ts";
import { api, refreshAll } from "../../client/api.ts";
import { sentenceOf } from "../../client/errors.ts";
import { Panel } from "../../parts/Panel.tsx";
import { plural } from "../../parts/plural.ts";
import { formatRange } from "../../parts/range.ts";
import classes from "./Setup.module.css";

type Question = LeaseQuestions["charges"][number];

const CHOICES = CHARGE_CODES.map((value) => ({ value, label: CHARGE_TITLES[value] }));

/** Words of lessors whose charge nobody has named yet. */
export function ChargeQuestions({ charges }: { readonly charges: readonly Question[] }) {
  return (
    <Panel
      title="What is this charge for?"
      hint="Words on lessors’ invoices that are not known. Answer once; lines that are here already and every later one go by it."
    >
      <ul className={classes.items}>
        {charges.map((charge) => (
          <Item key={`${charge.provider}/${charge.words}`} charge={charge} />
        ))}
      </ul>
    </Panel>
  );
}

function Item({ charge: { provider, words, lines, cents, from, to } }: { readonly charge: Question }) {
  const [code, setCode] = useState<ChargeCode | null>(null);
  const [every, setEvery] = useState(false);
  const teach = useMutation({
    ...api.reference.teachCharge.mutationOptions(),
    onSuccess: async () => {
      await refreshAll();
      note("Remembered", `“${words}” is known from now on. Check now to compare its lines.`);
    },
  });
  return (
    <li className={classes.item}>
      <h3 className={classes.itemTitle}>{words}</h3>
      <p className={classes.text}>
        {provider}: {plural(lines, "line", "lines")} for {formatRange(from, to)}, {formatCents(cents)} in all.
      </p>
      <div className={classes.answers}>
        <div className={classes.other}>
          <Select
            size="xs"
            aria-label={`What ${words} is for`}
            placeholder="It is for"
            searchable
            data={CHOICES}
            value={code}
            onChange={(value) => setCode(CHARGE_CODES.find((each) => each === value) ?? null)}
          />
          <Button
            size="xs"
            variant="default"
            disabled={code === null}
            loading={teach.isPending}
            onClick={() => code !== null && teach.mutate({ words, chargeCode: code, provider: every ? "" : provider })}
          >
            Save
          </Button>
        </div>
        <Checkbox
          size="xs"
          label="Every lessor means the same"
          checked={every}
          onChange={(event) => setEvery(event.currentTarget.checked)}
        />
      </div>
      {teach.error && (
        <p role="alert" className={classes.error}>
          Nothing was saved. {sentenceOf(teach.error)}
        </p>
      )}
    </li>
  );
}
