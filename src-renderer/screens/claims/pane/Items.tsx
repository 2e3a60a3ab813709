import { ActionIcon, Button } from "@mantine/core";
import { startTransition, useState } from "react";
import type { ClaimDetail, ClaimItem } from "#shared/contract/claims.ts";
import { formatCents, group } from "#shared/money.ts";
import { formatPeriod } from "#shared/week.ts";
import { noteError } from "../../../app/notify.ts";
import { linkTo } from "../../../app/route.ts";
import { api, queryClient } from "../../../client/api.ts";
import { engine } from "../../../client/engine.ts";
import { announce } from "../../../parts/announce.tsx";
import { Icon } from "../../../parts/Icon.tsx";
import { Money } from "../../../parts/Money.tsx";
import classes from "./Items.module.css";

/** As many as one takes in at a glance; the rest on request. */
const FIRST = 8;

interface Props {
  readonly claim: ClaimDetail;
  readonly onGone: () => void;
}

/** The findings a claim is made of, each leading back to its evidence in Review. */
export function Items({ claim, onGone }: Props) {
  const { number, label, items, status } = claim;
  const [all, setAll] = useState(false);
  const draft = status === "draft";
  const answered = items.some(({ approvedCents }) => approvedCents !== null);
  const received = claim.recoveredCents !== 0;
  const takeOut = async ({ findingId, code, subject }: ClaimItem) => {
    try {
      await engine.claims.leave({ number, ids: [findingId] });
      announce(`${code} ${subject} was taken out of ${label}. It stays confirmed.`);
      // A draft is gone with its last finding.
      if (items.length === 1) onGone();
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: api.claims.key() }),
        queryClient.invalidateQueries({ queryKey: api.findings.key() }),
      ]);
    } catch (error) {
      noteError("The finding was not taken out", error, "The claim is as it was before.");
    }
  };
  if (items.length === 0)
    return <p className={classes.none}>None is left in this draft. Confirm some in Review, or close the claim.</p>;
  return (
    <>
      <div className={classes.frame}>
        <table className={classes.table}>
          <caption className="sr-only">Findings of {label}</caption>
          <thead>
            <tr>
              <th scope="col">Finding</th>
              <th scope="col" className={classes.money}>
                Claimed
              </th>
              {answered && (
                <th scope="col" className={classes.money}>
                  Approved
                </th>
              )}
              {received && (
                <th scope="col" className={`${classes.money} ${classes.wideOnly}`}>
                  Recovered
                </th>
              )}
              {draft && (
                <th scope="col" className={classes.out}>
                  <span className="sr-only">Take out</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {(all ? items : items.slice(0, FIRST)).map((item) => (
              <tr key={item.findingId}>
                <th scope="row">
                  <a className={classes.link} href={reviewOf(item)} title={item.sentence}>
                    <span className={classes.code}>{item.code}</span> {item.title}
                  </a>
                  <span className={classes.about}>{aboutOf(item)}</span>
                  <Moved item={item} draft={draft} />
                  {item.reason !== "" && <span className={classes.about}>“{item.reason}”</span>}
                </th>
                <td className={classes.money}>
                  <Money cents={item.claimedCents} />
                </td>
                {answered && (
                  <td className={classes.money}>
                    <Money cents={item.approvedCents} />
                  </td>
                )}
                {received && (
                  <td className={`${classes.money} ${classes.wideOnly}`}>
                    <Money cents={item.recoveredCents} />
                  </td>
                )}
                {draft && (
                  <td className={classes.out}>
                    <ActionIcon
                      size="sm"
                      variant="subtle"
                      color="gray"
                      aria-label={`Take ${item.code} ${item.subject} out of the claim`}
                      title="Take out of the claim"
                      onClick={() => void takeOut(item)}
                    >
                      <Icon name="close" size={13} />
                    </ActionIcon>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!all && items.length > FIRST && (
        <Button mt={8} size="compact-sm" variant="default" onClick={() => startTransition(() => setAll(true))}>
          Show all {group(items.length)} findings
        </Button>
      )}
    </>
  );
}

/** What the finding is about, and when unless it says a day itself. */
function aboutOf({ subject, period }: ClaimItem): string {
  return /\b[A-Z][a-z]{2} \d/.test(subject) ? subject : `${subject} · ${formatPeriod(period)}`;
}

/** The finding in the queue, whatever was decided about it. */
function reviewOf({ code, period, subject }: ClaimItem): string {
  return linkTo("review", { status: "all", code, period, search: subject.slice(0, 200) });
}

/** That a finding comes to something else by now than what was claimed. */
function Moved({
  item: { nowCents, claimedCents, status },
  draft,
}: {
  readonly item: ClaimItem;
  readonly draft: boolean;
}) {
  if (draft || nowCents === claimedCents) return null;
  return (
    <span className={classes.moved}>
      <Icon name="warning" size={13} />
      {status === "cleared" || nowCents === null
        ? "Cleared since: the documents agree now"
        : `Comes to ${formatCents(nowCents)} by now`}
    </span>
  );
}
