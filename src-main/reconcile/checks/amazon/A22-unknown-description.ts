/** A22: a description of the invoice that nobody can tell the service of. */
import { normalise, serviceKey } from "#main/matching/services.ts";
import { plainCents } from "#shared/money.ts";
import { defineCheck } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import { allProof } from "../../proof.ts";
import { conclude } from "./answers.ts";
import { isUnexplained, isVague } from "./export.ts";
import { canceledServiceOf, claimOn, headFor, isQuickCoverage, itemOf, serviceOf } from "./invoice.ts";
import { type NamedLine, namedLines } from "./names.ts";
import { lineProof, paidSide } from "./proof.ts";
import { lateCancelRow, type RateCard, rateCard } from "./rates.ts";
import { knownServices } from "./route-cells.ts";
import { tallyProof } from "./routes.ts";
import { counted } from "./wording.ts";

interface Values {
  readonly description: string;
  readonly lines: readonly NamedLine[];
}

/**
 * Lines that pay for a service which the week's work summary, the rate card and the alias list do not name. It asks; until it is answered
 * the routes that such a line may pay are *cannot verify* (route pairing).
 */
export const A22 = defineCheck({
  code: "A22",
  version: 1,
  cadence: "week",
  needs: ["invoiceLine", "invoice"],
  uses: ["dayTally", "rate", "alias"],
  parameters: {},
  evaluate({ facts, coverage }) {
    const card = rateCard(facts.rate);
    const lines = namedLines(facts.invoiceLine, facts.alias);
    const services = lines.filter((line) => isService(line));
    const unnamed = services.filter((line) => line.calledService === undefined);
    const known = knownServices(facts.dayTally, card);
    const unknown = unnamed.filter((line) => !isKnown(line, known, card));
    // Without the work summary of the week nobody can say that it does not name a service.
    if (unknown.length > 0 && card.length === 0 && coverage.presence("route summary") !== "present") {
      return { outcome: "cannot-verify", missing: ["route summary", "rate card"] };
    }
    const groups = new Map<string, NamedLine[]>();
    for (const line of unknown) {
      const key = normalise(line.description);
      groups.set(key, [...(groups.get(key) ?? []), line]);
    }
    const findings = [...groups].map(([key, group]): FindingDraft<Values> => {
      const description = group[0]?.description.trim() ?? key;
      const head = headFor(facts.invoice, group, null);
      const names = [...new Map(facts.dayTally.map((tally) => [serviceKey(tally.serviceType).key, tally])).values()];
      return {
        subject: key,
        subjectLabel: description,
        direction: "watch",
        amountCents: null,
        estimated: false,
        values: { description, lines: group },
        sides: [
          paidSide(group, null, [1, 2]),
          {
            title: "The work summary of the week names",
            columns: ["Service type"],
            rows: names.length > 0 ? names.map((tally) => [tally.serviceType.trim()]) : [["Nothing"]],
            marked: [],
          },
        ],
        evidence: allProof(lineProof(group), tallyProof(names, "completed routes")),
        notes: [
          `Add "${description}" with its service type to the service aliases. Until then routes of the same day and block that seem unpaid are not claimed.`,
        ],
        explains: [],
        ...claimOn(head, group),
      };
    });
    return conclude({ exists: services.length > 0, findings, missing: [] });
  },
  sentence: ({ description, lines }) =>
    `The invoice pays "${description}" on ${lines.length} ${counted(lines.length, "line")}; neither the work summary of the week nor the rate card nor the service aliases name it.`,
  formula: ({ lines }) =>
    `${lines.map(({ amountCents }) => plainCents(amountCents)).join(" + ")} paid for a service nobody named`,
});

/** Whether a line pays for a service of its own: a route, a cancellation, a fee by the piece, or something an export does not explain. */
function isService(line: NamedLine): boolean {
  if (line.amountCents <= 0 || isQuickCoverage(line)) return false;
  const item = itemOf(line);
  if (item === null) return line.section === "packages" || isUnexplained(line, item);
  return item === "route" || (item === "late cancel" && canceledServiceOf(line) !== "");
}

/** A variant of a known type (ride along, recycle, nursery level) is a service of its own: it is known only by its own name. */
function isKnown(line: NamedLine, known: ReadonlySet<string>, card: RateCard): boolean {
  const item = itemOf(line);
  if (item === null) return false;
  // An export's routes without a service are compared together, whatever they are.
  if (isVague(line)) return true;
  if (item === "route") return known.has(serviceOf(line).key);
  const key = canceledServiceOf(line);
  return known.has(key) || lateCancelRow(card, key, line.date ?? line.periodStart) !== null;
}
