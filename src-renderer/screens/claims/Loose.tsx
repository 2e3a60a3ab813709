import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { FindingFilter } from "#shared/contract/schemas.ts";
import { formatCents } from "#shared/money.ts";
import { note, noteError } from "../../app/notify.ts";
import { linkTo } from "../../app/route.ts";
import { api, refreshAll } from "../../client/api.ts";
import { engine } from "../../client/engine.ts";
import { Icon } from "../../parts/Icon.tsx";
import { plural } from "../../parts/plural.ts";
import classes from "./ClaimsScreen.module.css";

/** What could be claimed and is not: confirmed, owed to us, in no claim. */
const LOOSE: FindingFilter = {
  status: ["confirmed"],
  direction: ["owed", "overcharged"],
  withAmount: true,
  claimed: false,
};
/** One command takes no more. */
const MOST = 5000;

const page = (limit: number) => ({ filter: LOOSE, sort: "amount" as const, descending: true, offset: 0, limit });

/** Confirmed findings that are in no claim, and one step to put them where they belong. Nothing is shown where there are none. */
export function Loose() {
  const { data } = useQuery(api.findings.queue.queryOptions({ input: page(1) }));
  const [busy, setBusy] = useState(false);
  if (!data || data.total === 0) return null;
  const gather = async () => {
    setBusy(true);
    try {
      const { rows } = await engine.findings.queue(page(MOST));
      const { claims, left } = await engine.claims.join({ ids: rows.map(({ id }) => id) });
      await refreshAll();
      const added = claims.reduce((sum, claim) => sum + claim.added, 0);
      const why = left[0] ? ` ${plural(left.length, "was", "were")} left: ${left[0].why}` : "";
      note("Gathered", `${plural(added, "finding", "findings")} in ${plural(claims.length, "claim", "claims")}.${why}`);
    } catch (error) {
      noteError("The findings were not gathered", error, "They stay confirmed, and every claim is as it was.");
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className={classes.loose} aria-label="Confirmed findings in no claim">
      <Icon name="info" size={16} />
      <p>
        <a href={linkTo("review", { status: "confirmed", direction: "owed,overcharged" })}>
          {plural(data.total, "confirmed finding", "confirmed findings")}
        </a>{" "}
        worth {formatCents(data.totalCents)} {data.total === 1 ? "is" : "are"} in no claim yet.
      </p>
      <Button size="compact-sm" variant="default" loading={busy} onClick={() => void gather()}>
        Put into claims
      </Button>
    </section>
  );
}
