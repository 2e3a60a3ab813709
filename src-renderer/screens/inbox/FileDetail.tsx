import { Button, Tabs } from "@mantine/core";
import type { PlannedFile } from "#shared/contract/schemas.ts";
import { group } from "#shared/money.ts";
import { Icon } from "../../parts/Icon.tsx";
import { plural } from "../../parts/plural.ts";
import { PlannedChanges } from "./Changes.tsx";
import classes from "./FileDetail.module.css";
import { ProblemsTable } from "./ProblemsTable.tsx";
import { RowsTab } from "./RowsTab.tsx";
import { TablesGlance } from "./TablesGlance.tsx";

interface Props {
  readonly planId: string;
  readonly file: PlannedFile;
  readonly onMap: () => void;
}

/** What was understood of a file: a sentence, its rows, what is wrong with it, and what it changes. */
export function FileDetail({ planId, file, onMap }: Props) {
  const { supersedes, problems } = file;
  const rows = file.state === "ready";
  const first = rows ? "rows" : "problems";
  return (
    <div className={classes.detail}>
      <div className={classes.said}>
        {(file.state !== "refused" || problems.length === 0) && <p className={classes.message}>{file.message}</p>}
        {supersedes.map(({ document, added, removed, changed }) => (
          <p key={document} className={classes.place}>
            <Icon name="superseded" size={16} />
            <span>
              It takes the place of <strong>{document}</strong>: {plural(added, "line", "lines")} added,{" "}
              {group(removed)} removed, {group(changed)} changed.
            </span>
          </p>
        ))}
      </div>
      {file.mapping && (
        <>
          <TablesGlance tables={file.mapping.tables} />
          <div>
            <Button leftSection={<Icon name="mapping" size={16} />} onClick={onMap}>
              Say what it is
            </Button>
          </div>
        </>
      )}
      {canMapAgain(file) && (
        <div className={classes.place}>
          <Icon name="mapping" size={16} />
          <span>
            Read with the mapping <strong>{file.profile}</strong>.
          </span>
          <Button size="compact-sm" variant="default" onClick={onMap}>
            Change how it is read
          </Button>
        </div>
      )}
      {(rows || problems.length > 0) && (
        <Tabs defaultValue={first} keepMounted={false} classNames={{ tab: classes.tabName ?? "" }}>
          <Tabs.List aria-label={`About ${file.name}`}>
            {rows && <Tabs.Tab value="rows">Rows</Tabs.Tab>}
            <Tabs.Tab value="problems">
              {problems.length === 0 ? "No problems" : plural(problems.length, "problem", "problems")}
            </Tabs.Tab>
            {supersedes.length > 0 && <Tabs.Tab value="changes">What changes</Tabs.Tab>}
          </Tabs.List>
          {rows && (
            <Tabs.Panel value="rows">
              <RowsTab planId={planId} file={file} />
            </Tabs.Panel>
          )}
          <Tabs.Panel value="problems">
            <Problems file={file} />
          </Tabs.Panel>
          {supersedes.length > 0 && (
            <Tabs.Panel value="changes">
              <div className={classes.tab}>
                <PlannedChanges planId={planId} sha256={file.sha256} />
              </div>
            </Tabs.Panel>
          )}
        </Tabs>
      )}
    </div>
  );
}

/** Whether a person said how it is read, so that they can say it again. */
export function canMapAgain({ state, profile }: PlannedFile): boolean {
  return state === "ready" && profile !== null;
}

function Problems({ file }: { readonly file: PlannedFile }) {
  const { problems, rows, state } = file;
  if (problems.length === 0) return <p className={classes.tabNote}>Every cell that is needed could be read.</p>;
  return (
    <div className={classes.tab}>
      {state === "ready" && <p className={classes.message}>These rows are left out; the rest is imported.</p>}
      <ProblemsTable problems={problems} />
      {problems.length < rows.error && (
        <p className={classes.message}>
          The first {group(problems.length)} are listed. {plural(rows.error, "row is", "rows are")} in error in all.
        </p>
      )}
    </div>
  );
}
