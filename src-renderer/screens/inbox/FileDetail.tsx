import type { PlannedFile } from "#shared/contract/schemas.ts";
import { group } from "#shared/money.ts";
import classes from "./FileDetail.module.css";
import { ProblemsTable } from "./ProblemsTable.tsx";
import { SampleRows } from "./SampleRows.tsx";

/** What was understood of a file: a sentence, what is wrong with it, and a few rows to judge by. */
export function FileDetail({ file }: { readonly file: PlannedFile }) {
  return (
    <div className={classes.detail}>
      {(file.state !== "refused" || file.problems.length === 0) && <p className={classes.message}>{file.message}</p>}
      {file.problems.length > 0 && (
        <section>
          <h3 className={classes.subtitle}>
            {file.problems.length === 1 ? "1 problem" : `${group(file.problems.length)} problems`}
            {file.state === "ready" && <span> – these rows are left out, the rest is imported</span>}
          </h3>
          <ProblemsTable problems={file.problems} />
        </section>
      )}
      {file.sample.length > 0 && <SampleRows sample={file.sample} />}
    </div>
  );
}
