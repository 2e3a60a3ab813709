import type { LeaseQuestions } from "#shared/contract/reference.ts";
import { Panel } from "../../parts/Panel.tsx";
import { Scroller } from "../../parts/Scroller.tsx";
import classes from "./Setup.module.css";

const TITLES: Record<LeaseQuestions["conflicts"][number]["of"], string> = {
  lessor: "Lessor",
  "on-lease day": "On lease since",
  "off-lease day": "Off lease",
  plate: "License plate",
  state: "Registered state",
  VIN: "VIN",
};

/** Where the lease schedule and Amazon's vehicle list say different things of a van. */
export function FleetConflicts({ conflicts }: { readonly conflicts: LeaseQuestions["conflicts"] }) {
  return (
    <Panel
      title="Two papers disagree"
      hint="The lease schedule and Amazon’s vehicle list say different things. Correct the one that is wrong: change the lease here, or ask Amazon to change its list."
    >
      <Scroller label="Lease schedule and vehicle list, table" className={classes.scroll}>
        <table className={classes.table}>
          <caption className="sr-only">Where the lease schedule and the vehicle list disagree</caption>
          <thead>
            <tr>
              <th scope="col">Van</th>
              <th scope="col">What</th>
              <th scope="col">Lease schedule</th>
              <th scope="col">Amazon’s list</th>
              <th scope="col">Until it is settled</th>
            </tr>
          </thead>
          <tbody>
            {conflicts.map(({ vin, unit, of, schedule, list, used }) => (
              <tr key={`${vin}/${of}/${list}`}>
                <th scope="row" title={vin}>
                  {unit === "" ? vin : `${unit} · ${vin}`}
                </th>
                <td>{TITLES[of]}</td>
                <td>{schedule}</td>
                <td>{list}</td>
                <td className={classes.long}>{used}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </Panel>
  );
}
