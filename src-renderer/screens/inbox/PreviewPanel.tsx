import { Button, Kbd } from "@mantine/core";
import { useState } from "react";
import { type Plan, type PlannedFile, ROW_STATES } from "#shared/contract/schemas.ts";
import { group } from "#shared/money.ts";
import { useImports } from "../../app/imports.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Panel } from "../../parts/Panel.tsx";
import { plural } from "../../parts/plural.ts";
import { ROW_STATE_WORDS } from "../../parts/rowStates.tsx";
import { canMapAgain } from "./FileDetail.tsx";
import { FileRow } from "./FileRow.tsx";
import { MappingDialog } from "./mapping/MappingDialog.tsx";
import classes from "./PreviewPanel.module.css";

/** What needs a look comes first; what changes nothing comes last. */
const ORDER: Record<PlannedFile["state"], number> = { mapping: 0, refused: 1, ready: 2, already: 3 };

/** As many files as are listed at once; what needs a look is among them. */
const FIRST = 250;

/** The same file twice is told apart by its place; a preview that is made anew keeps what is open. */
function keyed(files: readonly PlannedFile[]): { file: PlannedFile; key: string }[] {
  const seen = new Map<string, number>();
  return files.map((file) => {
    const name = `${file.sha256} ${file.name}`;
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return { file, key: `${name} ${before}` };
  });
}

/** What importing would do, file by file, before anything is stored. */
export function PreviewPanel({ plan }: { readonly plan: Plan }) {
  const { importAll, discard } = useImports();
  const files = keyed(plan.files).sort((a, b) => ORDER[a.file.state] - ORDER[b.file.state]);
  const count = (state: PlannedFile["state"]) => plan.files.filter((file) => file.state === state).length;
  const ready = count("ready");
  const waiting = count("mapping");
  // New ones and errors always; the others only where there are some.
  const counts = ROW_STATES.filter((state) => ALWAYS.includes(state) || plan.files.some(({ rows }) => rows[state] > 0));
  // One file, or the first that needs a look, opens by itself.
  const firstProblem = files.find(({ file }) => file.problems.length > 0);
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () =>
      new Set([firstProblem?.key, files.length === 1 ? files[0]?.key : undefined].filter((key) => key !== undefined)),
  );
  const [all, setAll] = useState(false);
  const shown = all ? files : files.slice(0, FIRST);
  const [mapping, setMapping] = useState<string | null>(null);
  const toggle = (key: string) =>
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  const next = files.find(({ file }) => file.state === "mapping");
  useKeys({ m: next && (() => setMapping(next.file.sha256)) });

  return (
    <Panel
      title="Preview"
      hint={summary(ready, count("already"), count("refused"), waiting)}
      aside={
        <div className={classes.actions}>
          <Button variant="default" onClick={discard}>
            Discard
          </Button>
          <Button
            disabled={ready === 0}
            onClick={importAll}
            aria-keyshortcuts="i Control+Enter"
            rightSection={
              <Kbd aria-hidden="true" className={classes.kbd ?? ""}>
                i
              </Kbd>
            }
          >
            Import all that is ready
          </Button>
        </div>
      }
    >
      <div className={classes.scroll}>
        <table className={classes.table}>
          <caption className="sr-only">Files in this preview</caption>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">State</th>
              <th scope="col">Document</th>
              <th scope="col">Station</th>
              <th scope="col">Period</th>
              {counts.map((state) => (
                <th key={state} scope="col" className={classes.number}>
                  {state === "error" ? "Errors" : ROW_STATE_WORDS[state].word}
                </th>
              ))}
            </tr>
          </thead>
          {shown.map(({ file, key }) => (
            <FileRow
              key={key}
              planId={plan.planId}
              file={file}
              counts={counts}
              open={open.has(key)}
              onToggle={() => toggle(key)}
              onMap={() => setMapping(file.sha256)}
            />
          ))}
        </table>
        {shown.length < files.length && (
          <Button size="compact-sm" variant="default" className={classes.more ?? ""} onClick={() => setAll(true)}>
            Show all {group(files.length)} files
          </Button>
        )}
      </div>
      <MappingDialog
        plan={plan}
        file={plan.files.find((each) => each.sha256 === mapping && (each.state === "mapping" || canMapAgain(each)))}
        onClose={() => setMapping(null)}
      />
    </Panel>
  );
}

const ALWAYS: readonly string[] = ["new", "error"];

function summary(ready: number, already: number, refused: number, waiting: number): string {
  const parts = [plural(ready, "file is ready", "files are ready")];
  if (already > 0) parts.push(plural(already, "holds nothing new", "hold nothing new"));
  if (refused > 0) parts.push(`${refused} cannot be imported`);
  const wait =
    waiting === 0
      ? ""
      : ` ${plural(waiting, "file waits", "files wait")} until you say what ${waiting === 1 ? "its" : "their"} columns are (press m); importing leaves ${waiting === 1 ? "it" : "them"} out.`;
  return `${parts.join(", ")}.${wait} Nothing is stored yet.`;
}
