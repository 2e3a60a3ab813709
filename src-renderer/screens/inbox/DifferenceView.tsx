import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import type { Difference, DifferenceLine } from "#shared/contract/schemas.ts";
import { group } from "#shared/money.ts";
import { cx } from "../../parts/cx.ts";
import { Icon } from "../../parts/Icon.tsx";
import type { IconName } from "../../parts/icons.ts";
import { numbered } from "../../parts/numbered.ts";
import { listed, plural } from "../../parts/plural.ts";
import { Scroller } from "../../parts/Scroller.tsx";
import classes from "./DifferenceView.module.css";

const CHANGES: Record<DifferenceLine["change"], { icon: IconName; word: string }> = {
  added: { icon: "added", word: "Added" },
  removed: { icon: "removed", word: "Removed" },
  changed: { icon: "changed", word: "Changed" },
};

/** As many as can be taken in at once; the rest on request. */
const FIRST = 200;

/** Line by line: what came, what went, and what says something else now. */
export function DifferenceView({ difference }: { readonly difference: Difference }) {
  const { added, removed, changed, lines } = difference;
  const [whole, setWhole] = useState(false);
  const [all, setAll] = useState(false);
  const total = added + removed + changed;
  if (difference.with.length === 0)
    return <p className={classes.note}>It took the place of nothing: all of its lines were new.</p>;
  const compared = `Compared with ${listed(difference.with)}`;
  if (total === 0) return <p className={classes.note}>{compared}, no line differs.</p>;
  const shown = all ? lines : lines.slice(0, FIRST);
  return (
    <div className={classes.view}>
      <div className={classes.head}>
        <p className={classes.note}>
          {compared}: {plural(added, "line", "lines")} added, {group(removed)} removed, {group(changed)} changed.
        </p>
        {changed > 0 && (
          <Checkbox
            size="xs"
            label="Show what stayed the same, too"
            checked={whole}
            onChange={(event) => setWhole(event.currentTarget.checked)}
          />
        )}
      </div>
      <Scroller className={classes.frame} label="What changes">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Change</th>
              <th scope="col">Line</th>
              <th scope="col">What it says</th>
            </tr>
          </thead>
          <tbody>
            {numbered(shown).map(({ key, item }) => (
              <Line key={key} line={item} whole={whole} />
            ))}
          </tbody>
        </table>
      </Scroller>
      {shown.length < lines.length ? (
        <Button size="compact-sm" variant="default" className={classes.more ?? ""} onClick={() => setAll(true)}>
          Show all {group(lines.length)}
        </Button>
      ) : (
        lines.length < total && (
          <p className={classes.note}>
            The first {group(lines.length)} of {group(total)} lines are listed.
          </p>
        )
      )}
    </div>
  );
}

function Line({ line, whole }: { readonly line: DifferenceLine; readonly whole: boolean }) {
  const { change, label, before, after, fields } = line;
  const { icon, word } = CHANGES[change];
  const values = after ?? before ?? {};
  const names =
    change === "changed" ? [...new Set([...fields, ...(whole ? Object.keys(values) : [])])] : Object.keys(values);
  return (
    <tr>
      <td>
        <span className={cx(classes.change, classes[change])}>
          <Icon name={icon} size={14} />
          {word}
        </span>
      </td>
      <th scope="row">{label}</th>
      <td>
        <ul className={classes.values}>
          {names.map((name) =>
            change === "changed" && fields.includes(name) ? (
              <li key={name} className={classes.differs}>
                <span className={classes.name}>{name}</span> <del>{before?.[name] || "nothing"}</del>{" "}
                <span className="sr-only">became</span>
                <Icon name="right" size={12} /> <ins>{after?.[name] || "nothing"}</ins>
              </li>
            ) : (
              (values[name] ?? "") !== "" && (
                <li key={name}>
                  <span className={classes.name}>{name}</span> {values[name]}
                </li>
              )
            ),
          )}
        </ul>
      </td>
    </tr>
  );
}
