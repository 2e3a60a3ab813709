/** What the work summary counts of a day, for each item that the invoice pays by the day (A20). Pure. */
import { serviceKey } from "#main/matching/services.ts";
import type { DocumentKind } from "#shared/catalogue.ts";
import { hundredthsOfHours } from "#shared/hours.ts";
import { formatQuantity, type Quantity, TEN_THOUSAND } from "#shared/money.ts";
import { formatWeekday, type IsoDate } from "#shared/week.ts";
import type { DayTallyFact, DelayFact, PackageCountFact, RateItem, TrainingFact } from "../../../documents/facts.ts";
import type { Evidence, Side } from "../../finding.ts";
import { proof } from "../../proof.ts";
import { tallyProof } from "./routes.ts";

/** The lists of the work summary. */
export interface SummaryFacts {
  readonly dayTally: readonly DayTallyFact[];
  readonly training: readonly TrainingFact[];
  readonly delay: readonly DelayFact[];
  readonly packageCount: readonly PackageCountFact[];
}

interface Had {
  readonly units: Quantity;
  readonly support: Side;
  readonly evidence: readonly Evidence[];
}

/** Items that the work summary counts by day, with what it has of each. */
export const COUNTED: readonly {
  readonly item: RateItem;
  readonly kind: DocumentKind;
  readonly happened: (facts: SummaryFacts, date: IsoDate, service: string | null) => Had;
}[] = [
  {
    item: "training",
    kind: "training",
    happened: ({ training }, date) => {
      const held = training.filter((each) => each.paymentDate === date && each.eligible && each.minutes > 0);
      const evidence = proof(held, ["Payment Date", "Delivery Associate", "Course Name", "Total Duration"]);
      return had("Payable training sessions", date, held.length * TEN_THOUSAND, evidence);
    },
  },
  {
    item: "late cancel",
    kind: "route summary",
    happened: ({ dayTally }, date, service) => {
      const canceled = dayTally.filter(
        (tally) =>
          tally.date === date &&
          tally.amazonLateCancel > 0 &&
          (service === null || service === "" || serviceKey(tally.serviceType).key === service),
      );
      const units = canceled.reduce((sum, tally) => sum + tally.amazonLateCancel, 0);
      return had("AMZL late cancel", date, units * TEN_THOUSAND, tallyProof(canceled, "AMZL late cancel"));
    },
  },
  {
    item: "unplanned delay hour",
    kind: "unplanned delay",
    happened: ({ delay }, date) => {
      const delays = delay.filter((each) => each.date === date);
      const minutes = delays.reduce((sum, each) => sum + each.minutes, 0);
      const evidence = proof(delays, ["Date", "unplanned delay", "total delay in minutes"]);
      return had("Hours of unplanned delay", date, hundredthsOfHours(minutes) * 100, evidence);
    },
  },
  packages("package", "delivered", "Packages delivered"),
  packages("branding package", "delivered", "Packages delivered"),
  packages("pickup", "pickup", "Packages picked up"),
];

function packages(item: RateItem, what: PackageCountFact["kind"], title: string): (typeof COUNTED)[number] {
  return {
    item,
    kind: "delivered packages",
    happened: ({ packageCount }, date) => {
      const counts = packageCount.filter((each) => each.date === date && each.kind === what);
      const units = counts.reduce((sum, each) => sum + each.count, 0) * TEN_THOUSAND;
      return had(title, date, units, proof(counts, ["Date", "Package count", "delivered packages", "Package type"]));
    },
  };
}

function had(title: string, date: IsoDate, units: Quantity, evidence: readonly Evidence[]): Had {
  const rows = [[formatWeekday(date), title, formatQuantity(units)]];
  return {
    units,
    evidence,
    support: { title: "The work summary says", columns: ["Date", "What", "Count"], rows, marked: [2] },
  };
}
