import type { MappingTrial } from "#shared/contract/schemas.ts";
import { sentenceOf } from "../../../client/errors.ts";
import { cx } from "../../../parts/cx.ts";
import { Icon } from "../../../parts/Icon.tsx";
import { numbered } from "../../../parts/numbered.ts";
import { plural } from "../../../parts/plural.ts";
import { Scroller } from "../../../parts/Scroller.tsx";
import { columnsOf } from "../columns.ts";
import details from "../FileDetail.module.css";
import classes from "./Mapping.module.css";

interface Props {
  /** What is still to be said. */
  readonly questions: readonly string[];
  readonly trial: MappingTrial | undefined;
  readonly error: unknown;
  /** Whether what is shown is of an earlier answer. */
  readonly pending: boolean;
}

/** Whether anything would come of it. */
export function canApply({ missing, rows, problems }: MappingTrial): boolean {
  return missing.length === 0 && (rows > 0 || problems.length === 0);
}

/** What the table would be read as, as far as it can be said. */
export function Trial({ questions, trial, error, pending }: Props) {
  const missing = questions.length > 0 ? questions : (trial?.missing ?? []);
  const nothing = trial !== undefined && !canApply(trial);
  const shown = questions.length === 0 && !error ? trial : undefined;
  return (
    <section className={classes.trial} aria-label="What it is read as" aria-busy={pending && questions.length === 0}>
      <div className={classes.verdict} aria-live="polite">
        {error && questions.length === 0 ? (
          <p className={classes.bad}>
            <Icon name="warning" size={16} /> It could not be tried. {sentenceOf(error)} Your answers are still here.
          </p>
        ) : missing.length > 0 ? (
          <p className={classes.open}>
            <Icon name="info" size={16} /> {missing.join(" ")}
          </p>
        ) : shown && nothing ? (
          <p className={classes.open}>
            <Icon name="info" size={16} /> No row can be read this way yet:{" "}
            {plural(shown.problems.length, "problem", "problems")}.
          </p>
        ) : (
          shown && (
            <p className={classes.good}>
              <Icon name="check" size={16} /> {plural(shown.rows, "row", "rows")} understood,{" "}
              {shown.problems.length === 0
                ? "no problems."
                : `${plural(shown.problems.length, "problem", "problems")}: those rows will be left out.`}
            </p>
          )
        )}
      </div>
      {shown && (shown.sample.length > 0 || shown.problems.length > 0) ? (
        <div className={cx(classes.outcome, shown.problems.length > 0 && classes.both)}>
          {shown.sample.length > 0 && <Sample sample={shown.sample} />}
          {shown.problems.length > 0 && <Problems problems={shown.problems} />}
        </div>
      ) : (
        <p className={classes.nothing}>The first rows are shown here as they would be read.</p>
      )}
    </section>
  );
}

function Sample({ sample }: Pick<MappingTrial, "sample">) {
  const columns = columnsOf(sample.map(({ understood }) => understood));
  return (
    <Scroller className={details.frame} label="Rows as they would be read">
      <table className={details.table}>
        <thead>
          <tr>
            <th scope="col" className={details.number}>
              Row
            </th>
            {columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbered(sample).map(({ key, item }) => (
            <tr key={key}>
              <th scope="row" className={details.number}>
                {item.row}
              </th>
              {columns.map(({ title }) => (
                <td key={title}>{item.understood[title] || <span className={details.blank}>–</span>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

function Problems({ problems }: Pick<MappingTrial, "problems">) {
  return (
    <Scroller className={details.frame} label="Problems">
      <table className={details.table}>
        <thead>
          <tr>
            <th scope="col" className={details.number}>
              Row
            </th>
            <th scope="col">Column</th>
            <th scope="col">What stands there</th>
            <th scope="col">Why it cannot be read</th>
          </tr>
        </thead>
        <tbody>
          {numbered(problems.slice(0, 50)).map(({ key, item }) => (
            <tr key={key}>
              <td className={details.number}>{item.row ?? "–"}</td>
              <td>{item.column ?? "–"}</td>
              <td>{item.text === "" ? <i>empty</i> : <code>{item.text}</code>}</td>
              <td>{item.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
