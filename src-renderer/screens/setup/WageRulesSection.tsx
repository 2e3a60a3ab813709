import { Select, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { SpokenWageRules } from "#shared/contract/reference.ts";
import { formatDate } from "#shared/week.ts";
import { api } from "../../client/api.ts";
import { sentenceOf } from "../../client/errors.ts";
import { cx } from "../../parts/cx.ts";
import { Icon } from "../../parts/Icon.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { Scroller } from "../../parts/Scroller.tsx";
import classes from "./Setup.module.css";

/** The rules that hours and pay are compared with, each with its source. They come with the app and cannot be changed here. */
export function WageRulesSection() {
  const { data, error } = useQuery(api.reference.wageRules.queryOptions({ input: {} }));
  const [state, setState] = useState("");
  if (error)
    return (
      <p role="alert" className={classes.note}>
        The rules could not be read. {sentenceOf(error)}
      </p>
    );
  if (!data) return <Skeleton height={240} />;
  const states = [...new Set(data.rules.map((rule) => rule.state))];
  const shown = data.rules.filter((rule) => state === "" || rule.state === state);
  return (
    <>
      <Panel
        title="Limits of the program"
        hint="What Amazon’s program asks, apart from the law. Change them under Checks, F13."
      >
        <ul className={classes.plainList}>
          {data.programme.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Panel>
      <Panel
        title="Wage rules"
        hint={data.notice}
        aside={
          <Select
            aria-label="State"
            size="xs"
            className={classes.state ?? ""}
            data={[
              { value: "", label: "All states" },
              ...states.map((value) => ({ value, label: value === "US" ? "US, federal" : value })),
            ]}
            value={state}
            allowDeselect={false}
            onChange={(next) => setState(next ?? "")}
          />
        }
      >
        <RulesTable rules={shown} />
      </Panel>
    </>
  );
}

function RulesTable({ rules }: { readonly rules: SpokenWageRules["rules"] }) {
  return (
    <Scroller label="Wage rules, table" className={classes.scroll}>
      <table className={cx(classes.table, classes.wrapping)}>
        <caption className="sr-only">Wage rules</caption>
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col">Rule</th>
            <th scope="col">What it says</th>
            <th scope="col">Source</th>
            <th scope="col">Checked</th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ id, state, title, says, from, to, citation, confirmed }) => (
            <tr key={id}>
              <td>{state}</td>
              <th scope="row">{title}</th>
              <td>
                {says}
                {from !== null && <span className={classes.dim}> From {formatDate(from)}.</span>}
                {to !== null && <span className={classes.dim}> To {formatDate(to)}.</span>}
              </td>
              <td>{citation}</td>
              <td className={classes.state}>
                <span className={confirmed ? classes.good : classes.warn}>
                  <Icon name={confirmed ? "check" : "warning"} size={14} />
                  {confirmed ? "Confirmed" : "Not confirmed"}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
