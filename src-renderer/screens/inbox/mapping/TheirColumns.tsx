import type { MappingProfile } from "#shared/contract/schemas.ts";
import { cx } from "../../../parts/cx.ts";
import { Icon } from "../../../parts/Icon.tsx";
import { numbered } from "../../../parts/numbered.ts";
import { plural } from "../../../parts/plural.ts";
import { Scroller } from "../../../parts/Scroller.tsx";
import { type MappingField, samplesOf, type UnknownTable } from "./draft.ts";
import classes from "./Mapping.module.css";

interface Props {
  readonly table: UnknownTable;
  readonly fields: readonly MappingField[];
  readonly profile: MappingProfile;
}

const SAMPLES = 3;

/** The columns as they stand in the file, with what stands in them and what they are used for. */
export function TheirColumns({ table, fields, profile }: Props) {
  const usedFor = (title: string) =>
    fields.filter(({ field }) => profile.columns[field] === title).map(({ label }) => label);
  // Of what stands above the table only what is used is worth a line.
  const labels = table.above
    .map(({ title }) => title)
    .filter((title) => !table.titles.includes(title) && usedFor(title).length > 0);
  return (
    <Scroller className={classes.pane} label="Columns in the file">
      <h3 className={classes.paneTitle}>
        Columns in the file{" "}
        <span>
          {plural(table.titles.length, "column", "columns")}, {plural(table.rows, "row", "rows")}
        </span>
      </h3>
      <ul className={classes.columns}>
        {numbered([...labels, ...table.titles]).map(({ key, item: title }) => {
          const used = usedFor(title);
          const samples = samplesOf(table, title, SAMPLES);
          return (
            <li key={key} className={cx(used.length > 0 && classes.used)}>
              <span className={classes.columnTitle}>{title || "(no title)"}</span>
              <span className={classes.use}>
                {used.length > 0 ? (
                  <>
                    <Icon name="right" size={12} /> {used.join(", ")}
                  </>
                ) : (
                  "Not used"
                )}
              </span>
              <span className={classes.samples} title={samples.join(" · ")}>
                {samples.length > 0 ? samples.join(" · ") : "Empty in the first rows"}
              </span>
            </li>
          );
        })}
      </ul>
    </Scroller>
  );
}
