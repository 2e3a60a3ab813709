import { Button, Kbd } from "@mantine/core";
import { useState } from "react";
import type { Plan, PlannedFile } from "#shared/contract/schemas.ts";
import { group } from "#shared/money.ts";
import { useImports } from "../../app/imports.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { FileRow } from "./FileRow.tsx";
import classes from "./PreviewPanel.module.css";

/** What needs a look comes first; what changes nothing comes last. */
const ORDER: Record<PlannedFile["state"], number> = { mapping: 0, refused: 1, ready: 2, already: 3 };

const keyOf = (file: PlannedFile, index: number) => `${index} ${file.sha256} ${file.name}`;

/** What importing would do, file by file, before anything is stored. */
export function PreviewPanel({ plan }: { readonly plan: Plan }) {
  const { importAll, discard } = useImports();
  const files = plan.files
    .map((file, index) => ({ file, key: keyOf(file, index) }))
    .sort((a, b) => ORDER[a.file.state] - ORDER[b.file.state]);
  const count = (state: PlannedFile["state"]) => plan.files.filter((file) => file.state === state).length;
  const ready = count("ready");
  // One file, or the first that needs a look, opens by itself.
  const firstProblem = files.find(({ file }) => file.problems.length > 0);
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () =>
      new Set([firstProblem?.key, files.length === 1 ? files[0]?.key : undefined].filter((key) => key !== undefined)),
  );
  const toggle = (key: string) =>
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });

  return (
    <Panel
      title="Preview"
      hint={summary(ready, count("already"), count("refused"))}
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
              <th scope="col" className={classes.number}>
                New
              </th>
              <th scope="col" className={classes.number}>
                Changed
              </th>
              <th scope="col" className={classes.number}>
                Already here
              </th>
              <th scope="col" className={classes.number}>
                Errors
              </th>
            </tr>
          </thead>
          {files.map(({ file, key }) => (
            <FileRow key={key} file={file} open={open.has(key)} onToggle={() => toggle(key)} />
          ))}
        </table>
      </div>
    </Panel>
  );
}

function summary(ready: number, already: number, refused: number): string {
  const parts = [ready === 1 ? "1 file is ready" : `${group(ready)} files are ready`];
  if (already > 0) parts.push(`${group(already)} ${already === 1 ? "holds" : "hold"} nothing new`);
  if (refused > 0) parts.push(`${group(refused)} cannot be imported`);
  return `${parts.join(", ")}. Nothing is stored yet.`;
}
