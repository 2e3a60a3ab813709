import { Button, Select } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { LeaseQuestions } from "#shared/contract/reference.ts";
import { formatCents } from "#shared/money.ts";
import { note, noteError } from "../../app/notify.ts";
import { api, refreshAll } from "../../client/api.ts";
import { Panel } from "../../parts/Panel.tsx";
import { plural } from "../../parts/plural.ts";
import { formatRange } from "../../parts/range.ts";
import classes from "./Setup.module.css";

type Question = LeaseQuestions["vans"][number];
type Fleet = LeaseQuestions["fleet"];

/** Units and plates of lessors' lines that could be several vans, or none that is known. */
export function VanQuestions({ vans, fleet }: { readonly vans: readonly Question[]; readonly fleet: Fleet }) {
  return (
    <Panel
      title="Which van is this?"
      hint="Lines that print no VIN, and whose unit or plate is no van’s or several vans’. Until you answer, the checks of a unit that could be several vans stay not verified."
    >
      <ul className={classes.items}>
        {vans.map((van) => (
          <Item key={`${van.provider}/${van.unit}/${van.plate}`} van={van} fleet={fleet} />
        ))}
      </ul>
    </Panel>
  );
}

/** `Element, unit 1042`, as the lessor writes it. */
export function nameOfVan({ provider, unit, plate }: Pick<Question, "provider" | "unit" | "plate">): string {
  const parts = [provider, ...(unit === "" ? [] : [`unit ${unit}`]), ...(plate === "" ? [] : [`plate ${plate}`])];
  return parts.join(", ");
}

function Item({ van, fleet }: { readonly van: Question; readonly fleet: Fleet }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const name = nameOfVan(van);
  const link = useMutation({
    ...api.reference.linkVan.mutationOptions(),
    onSuccess: async (_, { vin }) => {
      await refreshAll();
      note("Remembered", `${name} is ${vin}. Check now to compare its lines.`);
    },
    onError: (error) => noteError("The answer was not kept", error, "Everything is as it was."),
  });
  const { provider, unit, plate, candidates, lines, cents, from, to } = van;
  const say = (vin: string) => link.mutate({ provider, unit, plate, vin });
  return (
    <li className={classes.item}>
      <h3 className={classes.itemTitle}>{name}</h3>
      <p className={classes.text}>
        {plural(lines, "line", "lines")} for {formatRange(from, to)}, {formatCents(cents)} in all.{" "}
        {candidates.length > 0
          ? `The lists have ${candidates.length} vans that it could be.`
          : "No list has a van of that name, so its lines are claimed as those of a van that is not yours."}
      </p>
      <div className={classes.answers}>
        {candidates.map((candidate) => (
          <Button
            key={candidate.vin}
            size="xs"
            variant="default"
            loading={link.isPending && link.variables.vin === candidate.vin}
            onClick={() => say(candidate.vin)}
          >
            It is {candidate.vin}
            {candidate.plate === "" ? "" : `, plate ${candidate.plate}`}
          </Button>
        ))}
        <div className={classes.other}>
          <Select
            size="xs"
            aria-label={`Another van for ${name}`}
            placeholder="Another van"
            searchable
            data={fleet.map(({ vin, unit: own }) => ({ value: vin, label: own === "" ? vin : `${own} · ${vin}` }))}
            limit={20}
            value={chosen}
            onChange={setChosen}
          />
          <Button size="xs" variant="default" disabled={chosen === null} onClick={() => chosen !== null && say(chosen)}>
            Save
          </Button>
        </div>
      </div>
    </li>
  );
}
