import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { ClaimDetail } from "#shared/contract/claims.ts";
import { formatDate, formatPeriod } from "#shared/week.ts";
import { api } from "../../../client/api.ts";
import { ClaimMark } from "../../../parts/claimMarks.tsx";
import { cx } from "../../../parts/cx.ts";
import { DaysLeft } from "../../../parts/DaysLeft.tsx";
import { Money } from "../../../parts/Money.tsx";
import { plural } from "../../../parts/plural.ts";
import { REFERENCE_WORDS } from "../dialogs/SendDialog.tsx";
import { type ClaimCommands, orNote } from "../useClaimCommands.ts";
import classes from "./ClaimHead.module.css";

interface Props {
  readonly claim: ClaimDetail;
  readonly commands: ClaimCommands;
}

/** Who is asked for what, and how much of it is here. */
export function ClaimHead({ claim, commands }: Props) {
  const { label, counterparty, status, station, invoiceNumber, period, deadline, reference } = claim;
  return (
    <header className={classes.head}>
      <div className={classes.marks}>
        <span className={classes.label}>{label}</span>
        <ClaimMark status={status} />
      </div>
      <h2 className={classes.title}>
        {counterparty}
        {invoiceNumber !== null && <span className={classes.invoice}> {invoiceNumber}</span>}
      </h2>
      <dl className={classes.figures}>
        <Figure name="Claimed" cents={claim.claimedCents} />
        <Figure name="Approved" cents={claim.approvedCents} />
        <Figure name="Recovered" cents={claim.recoveredCents === 0 ? null : claim.recoveredCents} tone={classes.good} />
        {claim.writtenOffCents > 0 && <Figure name="Written off" cents={claim.writtenOffCents} />}
        <Figure name="Outstanding" cents={claim.outstandingCents} tone={classes.main} />
      </dl>
      <dl className={classes.facts}>
        {station !== null && <Fact name="Station">{station}</Fact>}
        {period !== null && <Fact name={period.length === 10 ? "Week" : "Month"}>{formatPeriod(period)}</Fact>}
        {deadline !== null && (
          <Fact name="Deadline">
            {formatDate(deadline)}
            {status === "draft" && (
              <>
                {" "}
                · <DaysLeft deadline={deadline} daysLeft={claim.daysLeft} />
              </>
            )}
          </Fact>
        )}
        {claim.submittedOn !== null && (
          <Fact name="Submitted">
            {formatDate(claim.submittedOn)}
            {claim.ageDays !== null && ` · ${agoOf(claim.ageDays)}`}
          </Fact>
        )}
        {reference !== "" && <Fact name={REFERENCE_WORDS[claim.kind]}>{reference}</Fact>}
        <Assignee claim={claim} commands={commands} />
      </dl>
    </header>
  );
}

function agoOf(days: number): string {
  return days === 0 ? "today" : `${plural(days, "day", "days")} ago`;
}

function Figure({ name, cents, tone }: { name: string; cents: number | null; tone?: string | undefined }) {
  return (
    <div className={cx(tone)}>
      <dt>{name}</dt>
      <dd>
        <Money cents={cents} />
      </dd>
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Who looks after the claim; nothing to choose where nobody was named in Setup. */
function Assignee({ claim: { number, assignee }, commands }: Props) {
  const people = useQuery(api.people.list.queryOptions({ input: {} })).data?.people ?? [];
  if (people.length === 0 && assignee === null) return null;
  const names = people.map(({ name }) => name);
  return (
    <Fact name="Looked after by">
      <Select
        size="xs"
        aria-label="Looked after by"
        className={classes.assignee ?? ""}
        data={[
          { value: "", label: "Nobody in particular" },
          ...(assignee !== null && !names.includes(assignee) ? [assignee] : []),
          ...names,
        ]}
        value={assignee ?? ""}
        allowDeselect={false}
        onChange={(to) => void orNote("Nobody else looks after the claim", commands.assign(number, to || null))}
      />
    </Fact>
  );
}
