/** The command that tells of deadlines that came near. */
import type { DeadlineWarning } from "#shared/contract/claims.ts";
import { addDays, type IsoDate } from "#shared/week.ts";
import { claimLabel } from "../../claims/label.ts";
import { DISTANCES, type Subject, warningsDue } from "../../claims/warnings.ts";
import { appendAudit } from "../../store/audit.ts";
import { claimSummaries } from "../../store/claim-lists.ts";
import { keepWarning, unclaimedInvoices, warningsGiven } from "../../store/claim-warnings.ts";
import type { ReadHandle } from "../../store/schema.ts";
import type { Session } from "../session.ts";
import { today } from "../today.ts";

/** The deadlines that came within 7, 3 or 1 days and were not told of, the nearest first. Each is remembered as told. */
export async function deadlineWarnings(session: Session): Promise<DeadlineWarning[]> {
  const day = today(session.options.now());
  const stamp = session.stamp();
  return session.workspace.store.write(async (db) => {
    const due = warningsDue(await subjects(db, day), await warningsGiven(db, day), day);
    for (const warning of due) {
      await keepWarning(db, warning, stamp.at);
      const { subject, deadline, days } = warning;
      await appendAudit(db, { ...stamp, command: "warn", subject, before: null, after: { deadline, days } });
    }
    return due
      .map(({ subject, text, deadline, days, cents, claim }) => ({ subject, text, deadline, days, cents, claim }))
      .sort((a, b) => (a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : 0));
  });
}

/** Drafts, and invoices that nobody has put into a claim, whose deadline is at most the first warning away. */
async function subjects(db: ReadHandle, day: IsoDate): Promise<Subject[]> {
  const to = addDays(day, DISTANCES[0]);
  const drafts = (await claimSummaries(db)).filter(({ record }) => record.status === "draft");
  return [
    ...drafts.flatMap(({ record: { number, counterparty }, deadline, claimedCents }) => {
      if (deadline === null || deadline < day || deadline > to) return [];
      const label = claimLabel(number);
      const words = `Claim ${label} with ${counterparty} is still a draft`;
      return [{ subject: label, words, deadline, cents: claimedCents, claim: number }];
    }),
    ...(await unclaimedInvoices(db, day, to)).map(({ counterparty, station, invoiceNumber, deadline, cents }) => ({
      subject: `invoice ${[counterparty ?? "", station ?? "", invoiceNumber].join("|")}`,
      words: [`Invoice ${invoiceNumber}`, counterparty && `of ${counterparty}`, station && `for ${station}`]
        .filter(Boolean)
        .join(" "),
      ...{ deadline, cents, claim: null },
    })),
  ];
}
