import { useQuery } from "@tanstack/react-query";
import { normaliseVin } from "#shared/vin.ts";
import { linkTo } from "../../app/route.ts";
import { api } from "../../client/api.ts";
import classes from "./Vans.module.css";

const TITLES = {
  lessor: "lessor",
  "on-lease day": "on lease since",
  "off-lease day": "off lease",
  plate: "license plate",
  state: "registered state",
  VIN: "VIN",
} as const;

/** What the lease schedule and Amazon's list disagree on for a van; nothing where they agree. */
export function VanConflicts({ vin }: { readonly vin: string }) {
  const { data } = useQuery(api.reference.leaseQuestions.queryOptions({ input: {} }));
  const own = data?.conflicts.filter((each) => normaliseVin(each.vin) === normaliseVin(vin)) ?? [];
  if (own.length === 0) return null;
  return (
    <section aria-label="Two papers disagree">
      <ul className={classes.conflicts}>
        {own.map(({ of, schedule, list, used }) => (
          <li key={of}>
            The lease schedule says {TITLES[of]} {schedule}, Amazon’s list {list}. {used}{" "}
            <a href={linkTo("setup", { section: "lease-schedule" })}>Open Setup</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
