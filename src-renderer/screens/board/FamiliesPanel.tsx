import { Button } from "@mantine/core";
import { Fragment } from "react";
import { CATALOGUE, type Family, isClaimable } from "#shared/catalogue.ts";
import type { Board } from "#shared/contract/schemas.ts";
import { group } from "#shared/money.ts";
import { formatPeriod, monthOf, weekEnd } from "#shared/week.ts";
import { useImports } from "../../app/imports.tsx";
import { linkTo } from "../../app/route.ts";
import { cx } from "../../parts/cx.ts";
import { Empty } from "../../parts/Empty.tsx";
import { Money } from "../../parts/Money.tsx";
import { Panel } from "../../parts/Panel.tsx";
import classes from "./LedgerTable.module.css";

/** Areas whose documents speak of months. */
const MONTHLY: ReadonlySet<Family> = new Set(["C", "E"]);

/** The period an area's findings of this week carry; none where the week lies in two months. */
function periodOf(family: Family, week: string): string | null {
  if (!MONTHLY.has(family)) return week;
  return monthOf(week) === monthOf(weekEnd(week)) ? monthOf(week) : null;
}

/** An area's title; where it speaks of months, with them, so that nobody takes its money for the week's. */
function titleOf(family: Family, title: string, week: string): string {
  if (!MONTHLY.has(family)) return title;
  const months = [...new Set([monthOf(week), monthOf(weekEnd(week))])];
  return `${title} · ${months.map(formatPeriod).join(", ")}`;
}

interface Props {
  readonly families: Board["families"];
  readonly week: string;
  readonly station: string | null;
  /** How much of this week changed since it was last checked. */
  readonly unchecked: number;
}

/** This week's findings, gathered by where the money leaks. */
export function FamiliesPanel({ families, week, station, unchecked }: Props) {
  const link = (family: Family, params: Record<string, string>) =>
    linkTo("review", { ...params, status: "open,confirmed", period: periodOf(family, week), station });
  const found = families.filter(({ count }) => count > 0);
  return (
    <Panel
      title="This week’s findings"
      hint={found.length > 0 && unchecked > 0 ? "Something of this week changed and is not checked yet." : undefined}
    >
      {found.length === 0 && unchecked > 0 ? (
        <NotChecked />
      ) : found.length === 0 ? (
        <Empty icon="check" title="No findings this week">
          <p>Whatever could be checked agrees. Look at the coverage for what could not.</p>
        </Empty>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Check</th>
              <th scope="col" className={classes.number}>
                Findings
              </th>
              <th scope="col" className={classes.money}>
                Claimable
              </th>
              <th scope="col" className={classes.money}>
                Other
              </th>
            </tr>
          </thead>
          <tbody>
            {found.map((family) => (
              <Fragment key={family.family}>
                <tr className={cx(classes.row, classes.family)}>
                  <th scope="row">
                    <a
                      href={link(family.family, { family: family.family })}
                      title={titleOf(family.family, family.title, week)}
                    >
                      {titleOf(family.family, family.title, week)}
                    </a>
                  </th>
                  <td className={classes.number}>{group(family.count)}</td>
                  <td className={classes.money}>
                    <Money cents={family.claimableCents || null} />
                  </td>
                  <td className={classes.money}>
                    <Money cents={family.otherCents || null} />
                  </td>
                </tr>
                {family.checks.map(({ code, title, cents, count }) => (
                  <tr key={code} className={classes.row}>
                    <th scope="row">
                      <a href={link(family.family, { code })} title={title}>
                        <span className={classes.code}>{code}</span> {title}
                      </a>
                    </th>
                    <td className={classes.number}>{group(count)}</td>
                    <td className={classes.money}>
                      {isClaimable(CATALOGUE[code].direction) && <Money cents={cents || null} />}
                    </td>
                    <td className={classes.money}>
                      {!isClaimable(CATALOGUE[code].direction) && <Money cents={cents || null} />}
                    </td>
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

/** A week whose silence says nothing yet. */
function NotChecked() {
  const { state, checkNow } = useImports();
  if (state.phase === "checking" || state.phase === "importing")
    return (
      <Empty icon="clock" title="Being checked">
        <p>What differs in this week appears here as soon as the check is done.</p>
      </Empty>
    );
  if (state.phase === "preview")
    return (
      <Empty icon="clock" title="Not checked yet">
        <p>This week’s documents are checked together with the files that wait in the Inbox.</p>
      </Empty>
    );
  return (
    <Empty icon="clock" title="Not checked yet" actions={<Button onClick={checkNow}>Check now</Button>}>
      <p>This week’s documents have not been compared yet, so nothing can be said of them.</p>
    </Empty>
  );
}
