import { Button } from "@mantine/core";
import type { CheckResult, ImportResult } from "#shared/contract/schemas.ts";
import { group } from "#shared/money.ts";
import { useImports } from "../../app/imports.tsx";
import { linkTo } from "../../app/route.ts";
import { Icon } from "../../parts/Icon.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { plural } from "../../parts/plural.ts";
import { ProblemsTable } from "./ProblemsTable.tsx";
import { ResultFiles } from "./ResultFiles.tsx";
import classes from "./ResultPanel.module.css";

interface Props {
  readonly imported: ImportResult | null;
  readonly checked: CheckResult | null;
  /** What has to be said of an import that did not go its usual way. */
  readonly notice?: string | undefined;
  /** How far a check came that was cancelled. */
  readonly cancelled?: string | undefined;
  /** Why the check did not finish, when it did not. */
  readonly trouble?: string | undefined;
}

/** What the import and the check came to, and where to go from here. */
export function ResultPanel({ imported, checked, notice, cancelled, trouble }: Props) {
  const { clear, checkNow } = useImports();
  return (
    <Panel
      title={imported ? "Imported" : cancelled === undefined ? "Checked" : "Check cancelled"}
      aside={
        <div className={classes.actions}>
          <Button variant="default" onClick={clear}>
            Done
          </Button>
          <Button variant="default" component="a" href={linkTo("review")}>
            Review findings
          </Button>
          <Button component="a" href={linkTo("board")}>
            See the Board
          </Button>
        </div>
      }
    >
      <div className={classes.body} role="status">
        {notice !== undefined && <p className={classes.note}>{notice}</p>}
        <ul className={classes.figures} hidden={!imported && !checked}>
          {imported && <Figure value={imported.imported.length} one="file imported" many="files imported" />}
          {imported && (
            <Figure
              value={imported.imported.reduce((sum, { rows }) => sum + rows, 0)}
              one="row stored"
              many="rows stored"
            />
          )}
          {checked && <Figure value={checked.periodsChecked} one="period checked" many="periods checked" />}
          {checked && <Figure value={checked.findingsNew} one="new finding" many="new findings" strong />}
          {checked && checked.findingsChanged > 0 && (
            <Figure value={checked.findingsChanged} one="finding changed" many="findings changed" />
          )}
          {checked && checked.findingsCleared > 0 && (
            <Figure value={checked.findingsCleared} one="finding cleared" many="findings cleared" />
          )}
        </ul>
        {cancelled !== undefined && (
          <div className={classes.cancelled}>
            <p className={classes.note}>{cancelled}</p>
            <Button size="compact-sm" variant="default" onClick={checkNow}>
              Check the rest
            </Button>
          </div>
        )}
        {(trouble !== undefined || checked?.complete === false) && (
          <div className={classes.trouble} role="alert">
            <Icon name="warning" />
            <div>
              <p>
                <strong>The check did not finish.</strong>{" "}
                {trouble ?? "The imported rows are stored; findings made so far are kept."}
              </p>
              {checked?.crashes.map((crash) => (
                <p key={`${crash.code} ${crash.station} ${crash.period}`}>
                  {crash.code} at {crash.station ?? "all stations"}: {crash.message}
                </p>
              ))}
            </div>
            <Button size="compact-sm" variant="default" onClick={checkNow}>
              Check again
            </Button>
          </div>
        )}
        {imported && <ResultFiles imported={imported} />}
        {imported && imported.problems.length > 0 && (
          <section>
            <h3 className={classes.subtitle}>
              {plural(imported.problems.length, "row was", "rows were")} left out because they could not be read
            </h3>
            <ProblemsTable problems={imported.problems} />
          </section>
        )}
      </div>
    </Panel>
  );
}

function Figure(props: { value: number; one: string; many: string; strong?: boolean }) {
  return (
    <li className={props.strong ? classes.strong : undefined}>
      <strong>{group(props.value)}</strong> {props.value === 1 ? props.one : props.many}
    </li>
  );
}
