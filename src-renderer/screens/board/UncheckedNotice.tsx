import { Button } from "@mantine/core";
import { group } from "#shared/money.ts";
import { useImports } from "../../app/imports.tsx";
import { Icon } from "../../parts/Icon.tsx";
import classes from "./UncheckedNotice.module.css";

/** Says that the figures do not speak of everything that is stored, while nothing is being done about it. */
export function UncheckedNotice({ count }: { readonly count: number }) {
  const { state, checkNow } = useImports();
  if (count === 0 || (state.phase !== "idle" && state.phase !== "done" && state.phase !== "failed")) return null;
  return (
    <section className={classes.notice} aria-label="Not checked yet">
      <Icon name="clock" size={16} />
      <span>
        <strong>{group(count)}</strong> {count === 1 ? "period has" : "periods have"} changed and{" "}
        {count === 1 ? "is" : "are"} not checked yet.
      </span>
      <Button size="compact-sm" variant="default" onClick={checkNow}>
        Check now
      </Button>
    </section>
  );
}
