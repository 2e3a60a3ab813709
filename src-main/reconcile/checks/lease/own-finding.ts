/** Findings that lease checks make without the partition: rentals as a whole, fees for paying late, vans that stand idle. Pure. */
import type { Direction } from "#shared/catalogue.ts";
import type { Cents } from "#shared/money.ts";
import type { Evidence, FindingDraft, Side } from "../../finding.ts";
import { allProof } from "../../proof.ts";

/** A sentence and a formula that are ready. */
export interface Told {
  readonly sentence: string;
  readonly formula: string;
}

/** What such a finding consists of. */
interface Parts extends Told {
  readonly subject: string;
  readonly label: string;
  readonly direction: Direction;
  readonly amountCents: Cents | null;
  readonly sides: readonly [Side, Side];
  readonly evidence: readonly (readonly Evidence[])[];
  readonly notes: readonly string[];
  readonly provider: string | null;
  readonly invoiceNumber: string | null;
}

/** The finding. Throws where no row proves it. */
export function ownFinding(parts: Parts): FindingDraft<Told> {
  return {
    subject: parts.subject,
    subjectLabel: parts.label,
    direction: parts.direction,
    amountCents: parts.amountCents,
    estimated: false,
    values: { sentence: parts.sentence, formula: parts.formula },
    sides: parts.sides,
    evidence: allProof(...parts.evidence),
    notes: parts.notes,
    explains: [],
    deadline: null,
    counterparty: parts.provider?.trim() || null,
    invoiceNumber: parts.invoiceNumber?.trim() || null,
  };
}

/** What a finding tells, for checks that tell it themselves. */
export const TOLD = {
  sentence: ({ sentence }: Told) => sentence,
  formula: ({ formula }: Told) => formula,
} as const;
