import { Button, Kbd } from "@mantine/core";
import type { ClaimDetail } from "#shared/contract/claims.ts";
import { Icon } from "../../../parts/Icon.tsx";
import { Money } from "../../../parts/Money.tsx";
import { plural } from "../../../parts/plural.ts";
import { reveal } from "../../../parts/reveal.ts";
import { formatWhen } from "../../../parts/when.ts";
import classes from "./Lines.module.css";

/** The file's own name: one that was saved elsewhere is named with its folder. */
const nameOf = (file: string) => file.split(/[\\/]/).at(-1) ?? file;

interface Props {
  readonly claim: ClaimDetail;
  readonly onMake: () => void;
}

/** The packets that were made of a claim so far, the latest first, and a way to make another. */
export function Packets({ claim: { packets }, onMake }: Props) {
  return (
    <ul className={classes.list}>
      {packets.toReversed().map(({ number, file, madeAt, actor, findings, totalCents }) => (
        <li key={number} className={classes.line}>
          <Icon name="packet" size={16} />
          <div className={classes.text}>
            <span className={classes.name}>{nameOf(file)}</span>
            <span className={classes.aside}>
              {formatWhen(madeAt)} · {plural(findings, "finding", "findings")} · {actor}
            </span>
          </div>
          <Button size="compact-xs" variant="default" onClick={() => void reveal(nameOf(file))}>
            Show in folder
          </Button>
          <Money cents={totalCents} className={classes.money} />
        </li>
      ))}
      <li className={classes.line}>
        <span className={classes.aside}>
          {packets.length === 0
            ? "None was made yet: PDF, ZIP with the sources, or rows."
            : "As PDF, as ZIP with the sources, or as rows."}
        </span>
        <Button
          className={classes.make ?? ""}
          size="compact-sm"
          variant="default"
          aria-keyshortcuts="e"
          rightSection={<Kbd aria-hidden="true">e</Kbd>}
          onClick={onMake}
        >
          {packets.length === 0 ? "Make a packet" : "Make another"}
        </Button>
      </li>
    </ul>
  );
}
