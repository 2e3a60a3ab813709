import { Button } from "@mantine/core";
import { useState } from "react";
import type { Problem } from "#shared/contract/schemas.ts";
import { group } from "#shared/money.ts";
import { numbered } from "../../parts/numbered.ts";
import { Scroller } from "../../parts/Scroller.tsx";
import classes from "./FileDetail.module.css";

/** As many as can be taken in at once; the rest on request. */
const FIRST = 12;

/** Cells that could not be read: where they are, what stands there, and why it is no use. */
export function ProblemsTable({ problems }: { readonly problems: readonly Problem[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? problems : problems.slice(0, FIRST);
  return (
    <>
      <Scroller className={classes.frame} label="Problems">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">Sheet</th>
              <th scope="col" className={classes.number}>
                Row
              </th>
              <th scope="col">Column</th>
              <th scope="col">What stands there</th>
              <th scope="col">Why it cannot be read</th>
            </tr>
          </thead>
          <tbody>
            {numbered(shown).map(({ key, item: problem }) => (
              <tr key={key}>
                <td>{problem.file}</td>
                <td>{problem.sheet ?? "–"}</td>
                <td className={classes.number}>{problem.row ?? "–"}</td>
                <td>{problem.column ?? "–"}</td>
                <td>{problem.text === "" ? <i>empty</i> : <code>{problem.text}</code>}</td>
                <td className={classes.reason}>{problem.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      {problems.length > shown.length && (
        <Button mt={6} size="compact-sm" variant="default" onClick={() => setAll(true)}>
          Show all {group(problems.length)}
        </Button>
      )}
    </>
  );
}
