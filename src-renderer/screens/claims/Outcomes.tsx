import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ClaimList, ClaimOutcomes } from "#shared/contract/claims.ts";
import { group } from "#shared/money.ts";
import { linkTo } from "../../app/route.ts";
import { api } from "../../client/api.ts";
import { sentenceOf } from "../../client/errors.ts";
import { Empty } from "../../parts/Empty.tsx";
import { Money } from "../../parts/Money.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { Scroller } from "../../parts/Scroller.tsx";
import { AGE_WORDS } from "./ClaimsBar.tsx";
import classes from "./Outcomes.module.css";
import { Nothing, OutcomeLine, OutcomeTable } from "./OutcomeTable.tsx";

interface Props {
  /** Of all claims, by how long they have waited. */
  readonly ages: ClaimList["ages"];
}

/** What claims brought: this year, by whom, by check, and how long the rest has waited. */
export function Outcomes({ ages }: Props) {
  const { data, error } = useQuery(api.claims.outcomes.queryOptions({ input: {} }));
  if (error)
    return (
      <Empty icon="warning" title="The outcomes could not be read">
        <p role="alert">{sentenceOf(error)} Nothing was changed.</p>
      </Empty>
    );
  if (!data) return <Skeleton height={420} />;
  const waiting = ages.filter(({ count }) => count > 0);
  return (
    <Scroller label="Outcomes" className={classes.outcomes}>
      <dl className={classes.figures}>
        <div className={classes.main}>
          <dt>Recovered this year</dt>
          <dd>
            <Money cents={data.recoveredThisYearCents} />
          </dd>
        </div>
        <div>
          <dt>Submitted in all</dt>
          <dd>
            <Money cents={data.submittedCents} />
          </dd>
        </div>
        <div>
          <dt>Granted of what was answered</dt>
          <dd>{overall(data.byCounterparty)}</dd>
        </div>
      </dl>
      <div className={classes.columns}>
        <Panel title="By counterparty" hint="Success is the money granted for the money answered.">
          <OutcomeTable title="By counterparty" first="Counterparty" empty="No claim was submitted yet.">
            {data.byCounterparty.map((row) => (
              <OutcomeLine key={row.counterparty} row={row}>
                <a href={linkTo("claims", { status: "all", counterparty: row.counterparty })}>{row.counterparty}</a>
              </OutcomeLine>
            ))}
          </OutcomeTable>
        </Panel>
        <Panel title="Waiting" hint="Claims that wait for an answer or for money, by age.">
          <table className={classes.table}>
            <caption className="sr-only">Waiting claims by age</caption>
            <thead>
              <tr>
                <th scope="col">Age</th>
                <th scope="col" className={classes.number}>
                  Claims
                </th>
                <th scope="col" className={classes.money}>
                  Outstanding
                </th>
              </tr>
            </thead>
            <tbody>
              {waiting.map(({ age, count, cents }) => (
                <tr key={age}>
                  <th scope="row">
                    <a href={linkTo("claims", { age })}>{AGE_WORDS[age]}</a>
                  </th>
                  <td className={classes.number}>{group(count)}</td>
                  <td className={classes.money}>
                    <Money cents={cents} />
                  </td>
                </tr>
              ))}
              {waiting.length === 0 && <Nothing columns={3} text="No claim waits for an answer or for money." />}
            </tbody>
          </table>
        </Panel>
      </div>
      <Panel title="By check" hint="Which findings win, and which are refused.">
        <OutcomeTable title="By check" first="Check" empty="No claim was submitted yet.">
          {data.byCheck.map((row) => (
            <OutcomeLine key={row.code} row={row}>
              <span className={classes.code}>{row.code}</span> {row.title}
            </OutcomeLine>
          ))}
        </OutcomeTable>
      </Panel>
    </Scroller>
  );
}

/** Money granted per money answered, over everybody. */
function overall(rows: ClaimOutcomes["byCounterparty"]): string {
  const answered = rows.reduce((sum, row) => sum + row.answeredCents, 0);
  const approved = rows.reduce((sum, row) => sum + row.approvedCents, 0);
  return answered === 0 ? "–" : `${Math.floor((approved * 100) / answered)}%`;
}
