import { useQuery } from "@tanstack/react-query";
import { api } from "../../client/api.ts";
import { sentenceOf } from "../../client/errors.ts";
import { ChargeQuestions } from "./ChargeQuestions.tsx";
import { FleetConflicts } from "./FleetConflicts.tsx";
import { ListSection } from "./ListSection.tsx";
import classes from "./Setup.module.css";
import { VanLinks } from "./VanLinks.tsx";
import { VanQuestions } from "./VanQuestions.tsx";

/** The contracts of leased and rented vans, and what lessors' papers leave open. */
export function LeasesSection() {
  const { data, error } = useQuery(api.reference.leaseQuestions.queryOptions({ input: {} }));
  return (
    <>
      {error && (
        <p role="alert" className={classes.error}>
          What the lessors’ papers leave open could not be read. {sentenceOf(error)}
        </p>
      )}
      {data && data.vans.length > 0 && <VanQuestions vans={data.vans} fleet={data.fleet} />}
      {data && data.charges.length > 0 && <ChargeQuestions charges={data.charges} />}
      {data && data.conflicts.length > 0 && <FleetConflicts conflicts={data.conflicts} />}
      <ListSection key="lease schedule" kind="lease schedule" />
      <ListSection key="rental rates" kind="rental rates" />
      <ListSection key="charge words" kind="charge words" />
      {data && data.links.length > 0 && <VanLinks links={data.links} />}
    </>
  );
}
