import { Button } from "@mantine/core";
import { group } from "#shared/money.ts";
import { useImports } from "./imports.tsx";
import { linkTo } from "./route.ts";
import classes from "./WorkStrip.module.css";

const TITLES = { reading: "Reading files", importing: "Importing", checking: "Checking" } as const;

/** Work that goes on while another screen is shown: a line under the header that leads back to it. */
export function WorkStrip() {
  const { state, cancel } = useImports();
  if (state.phase === "preview")
    return (
      <section className={classes.strip} aria-label="Waiting files">
        <span>Files are waiting for your go-ahead.</span>
        <a href={linkTo("inbox")}>Go to the preview</a>
      </section>
    );
  if (state.phase !== "reading" && state.phase !== "importing" && state.phase !== "checking") return null;
  const { done, total } = state.progress;
  return (
    <section className={classes.strip} aria-label="Work in progress">
      <strong>{TITLES[state.phase]}</strong>
      <span>{total > 0 ? `${group(done)} of ${group(total)}` : "Starting…"}</span>
      <progress
        className={classes.bar}
        value={total > 0 ? done : undefined}
        max={total || 1}
        aria-label={TITLES[state.phase]}
      />
      <a href={linkTo("inbox")}>Show</a>
      <Button size="compact-xs" variant="default" onClick={cancel}>
        Cancel
      </Button>
    </section>
  );
}
