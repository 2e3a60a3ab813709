/** A12: a late cancellation that Amazon counts against us and our own log does not have. */
import { serviceKey } from "#main/matching/services.ts";
import { formatMinutes } from "#shared/hours.ts";
import { formatWeekday } from "#shared/week.ts";
import type { CancellationFact, DayTallyFact } from "../../../documents/facts.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof, proof } from "../../proof.ts";
import { conclude } from "./answers.ts";
import { cancellationSide, isByAmazon } from "./cancellations.ts";
import { tallySide } from "./proof.ts";
import { tallyProof } from "./routes.ts";
import { counted } from "./wording.ts";

/** How far from the week an entry shows that the log of cancellations was kept, in days. */
const KEPT_WITHIN = 28;

interface Values {
  readonly tally: DayTallyFact;
  readonly recorded: number;
  readonly byAmazon: number;
}

/** DSP late cancels of the work summary minus cancellations of ours in our own log, by day and service. */
export const A12 = defineCheck({
  code: "A12",
  version: 1,
  cadence: "week",
  needs: ["dayTally"],
  around: { cancellation: { before: KEPT_WITHIN, after: KEPT_WITHIN } },
  parameters: {
    tolerance: { title: "Late cancellations a day and type may differ without a finding", unit: "count", value: 0 },
  },
  evaluate({ scope, facts, around, parameters }) {
    const charged = facts.dayTally.filter((tally) => tally.dspLateCancel > 0);
    const log = around.cancellation.filter((entry) => entry.station === scope.station);
    if (charged.length > 0 && log.length === 0) {
      const why = "There is no log of canceled routes for this time.";
      return { outcome: "cannot-verify", missing: ["cancellations"], why };
    }
    const taken = new Set<CancellationFact>();
    const findings = charged.flatMap((tally): FindingDraft<Values>[] => {
      const entries = log.filter((entry) => entry.date === tally.date && isSameService(entry, tally));
      const ours = entries.filter((entry) => !isByAmazon(entry) && !taken.has(entry)).slice(0, tally.dspLateCancel);
      for (const entry of ours) taken.add(entry);
      if (tally.dspLateCancel - ours.length <= parameters.tolerance) return [];
      const service = serviceKey(tally.serviceType).key;
      return [
        {
          subject: `${tally.date}|${service}|${tally.blockMinutes}`,
          subjectLabel: `${formatWeekday(tally.date)} · ${tally.serviceType.trim()} · ${formatMinutes(tally.blockMinutes)}`,
          direction: "watch",
          amountCents: null,
          estimated: false,
          values: { tally, recorded: ours.length, byAmazon: entries.filter(isByAmazon).length },
          sides: [
            tallySide([tally], { title: "DSP late cancel", of: (each) => each.dspLateCancel }),
            cancellationSide(entries),
          ],
          evidence: allProof(
            tallyProof([tally], "DSP late cancel"),
            proof(entries, ["Date", "Service Type", "Cancelled By", "Canceled By", "Time", "Note"]),
          ),
          notes: [`Tolerance: ${parameters.tolerance} ${counted(parameters.tolerance, "cancellation")}.`],
          explains: [],
          deadline: null,
          counterparty: "Amazon",
          invoiceNumber: null,
        },
      ];
    });
    return conclude({ exists: charged.length > 0, findings, missing: [] });
  },
  sentence: ({ tally, recorded, byAmazon }) => {
    const routes = `${tally.dspLateCancel} ${tally.serviceType.trim()} ${counted(tally.dspLateCancel, "route")}`;
    const ours = `our log has ${recorded}${byAmazon > 0 ? `, and ${byAmazon} canceled by Amazon` : ""}`;
    return `Amazon counts ${routes} canceled late by us on ${formatWeekday(tally.date)}; ${ours}.`;
  },
  formula: ({ tally, recorded }) =>
    `${tally.dspLateCancel} counted - ${recorded} in our log = ${tally.dspLateCancel - recorded}`,
});

/** An entry without a service, or with the same one whatever its block. */
function isSameService(entry: CancellationFact, tally: DayTallyFact): boolean {
  return serviceKey(entry.serviceType).key === serviceKey(tally.serviceType).key;
}
