import { formatCents, plainCents } from "#shared/money.ts";
import { formatPeriod } from "#shared/week.ts";
import { defineCheck } from "../../check.ts";
import { type Evidence, evidence, type FindingDraft, type Side } from "../../finding.ts";
import { type VanRow, vanTable } from "../../van-table.ts";
import { answerWith, type Doubt } from "./doubts.ts";
import { READS } from "./lease-finding.ts";
import { lineProof, vehicleProof } from "./lease-proof.ts";
import { ownFinding, TOLD, type Told } from "./own-finding.ts";

/** C05: a van whose rent and fees are more than its share of what Amazon's fleet invoice pays. */
export const C05 = defineCheck({
  code: "C05",
  version: 1,
  cadence: "month",
  needs: ["leaseLine"],
  uses: [...READS.uses, "fleetLine"],
  around: READS.around,
  parameters: { least: { title: "Monthly loss of a van that is noticed", unit: "cents", value: 5000 } },
  evaluate: (input) => {
    const { scope, facts, around, parameters } = input;
    const table = vanTable({ month: scope.period, ...facts, around: around.leaseLine });
    const billed = table.rows.filter((row) => row.netCents > 0);
    const doubts: Doubt[] = [];
    if (facts.fleetLine.length === 0 && billed.length > 0)
      doubts.push({
        missing: "fleet invoice",
        isGeneral: true,
        why: "what Amazon pays for the vans is not known for the month",
      });
    else if (facts.vehicle.length === 0 && billed.length > 0)
      doubts.push({ missing: "vehicles", isGeneral: true, why: "which station a van belongs to is not known" });
    else if (billed.some((row) => row.amazonCents === null))
      doubts.push({
        missing: "fleet invoice",
        isGeneral: true,
        why: "a van's station has no fleet invoice for the month, or its station is not known",
      });
    const losing = billed.filter((row) => row.marginCents !== null && -row.marginCents >= parameters.least);
    return answerWith(
      losing.map((row) => draft(row, scope.period, parameters.least)),
      doubts,
      billed.length > 0,
    );
  },
  ...TOLD,
});

function draft(row: VanRow, month: string, least: number): FindingDraft<Told> {
  const [paid, margin] = [row.amazonCents ?? 0, row.marginCents ?? 0];
  const claimed = row.claimedCents > 0 ? ` - ${plainCents(row.claimedCents)} claimed back` : "";
  const billed: Side = {
    title: "The lessor bills",
    columns: ["Lessor", "Rent, fees and tax", "Claimed back", "Cost"],
    rows: [
      [row.lessors.join(", "), plainCents(row.billedCents), plainCents(row.claimedCents), plainCents(row.netCents)],
    ],
    marked: [3],
  };
  const pays: Side = {
    title: "Amazon pays",
    columns: ["Fleet invoice line", "Amount", "Vans", "Share"],
    rows: row.payments.map((each) => [
      each.line.description,
      plainCents(each.line.amountCents ?? 0),
      String(each.vans),
      plainCents(each.cents),
    ]),
    marked: [3],
  };
  const amazon: Evidence[] = row.payments.map(({ line }) => evidence(line.source, line.source.columns));
  return ownFinding({
    subject: `${row.vin}|margin`,
    label: `${row.unit || row.vin} · ${formatPeriod(month)}`,
    direction: "watch",
    amountCents: -margin,
    sentence:
      `Van ${row.vin}${row.unit === "" ? "" : ` (unit ${row.unit})`} cost ${formatCents(row.netCents)} in ${formatPeriod(month)} and Amazon paid ` +
      `${formatCents(paid)} for it: ${formatCents(-margin)} were lost on it.`,
    formula: `(${plainCents(row.billedCents)}${claimed}) - ${plainCents(paid)} = ${plainCents(-margin)}`,
    sides: [billed, pays],
    evidence: [lineProof(row.lines), amazon, vehicleProof(row.vehicle === null ? [] : [row.vehicle])],
    notes: [
      "Amazon pays by the fleet, not by the van: each line of the fleet invoice is divided equally over the vans it pays for.",
      `Losses below ${plainCents(least)} a month are not noticed. Nothing can be claimed.`,
    ],
    provider: row.lessors[0] ?? null,
    invoiceNumber: null,
  });
}
