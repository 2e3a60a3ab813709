/** Who a packet is for: how it speaks to them, which checks it may hold, and what of which document they may see. */
import {
  type CheckCode,
  type Direction,
  DOCUMENT_KINDS,
  type DocumentKind,
  type Family,
  familyOf,
  isClaimable,
} from "#shared/catalogue.ts";
import type { ClaimKind } from "#shared/contract/claims.ts";

/** What the receiver sees of a document: the file itself and whole rows; the cells that decided; nothing but its name. */
export type Handling = "whole" | "cells" | "withheld";

export interface Template {
  readonly kind: ClaimKind;
  /** What the packet is called. */
  readonly title: string;
  /** Whether it also shows what is not asked for. */
  readonly showsAll: boolean;
  /** What the receiver sees of a kind of document. */
  readonly handling: Readonly<Record<DocumentKind, Handling>>;
  /** Whether a check's findings may be shown. */
  readonly takes: (code: CheckCode) => boolean;
  /** Of findings that are in no claim: whether the receiver is asked for their money. */
  readonly asks: (direction: Direction) => boolean;
}

/** What is left unsaid is withheld: a new kind of document is nobody's business until somebody decides that it is. */
function handling(whole: readonly DocumentKind[], cells: readonly DocumentKind[]): Record<DocumentKind, Handling> {
  const of = (kind: DocumentKind): [DocumentKind, Handling] => [
    kind,
    whole.includes(kind) ? "whole" : cells.includes(kind) ? "cells" : "withheld",
  ];
  return Object.fromEntries(DOCUMENT_KINDS.map(of)) as Record<DocumentKind, Handling>;
}

const families =
  (own: readonly Family[], except: readonly CheckCode[] = []) =>
  (code: CheckCode): boolean =>
    own.includes(familyOf(code)) && !except.includes(code);

/** What Amazon itself wrote. */
const AMAZONS: readonly DocumentKind[] = [
  "route summary",
  "service details",
  "delivered packages",
  "training",
  "unplanned delay",
  "variable invoice",
  "incentive invoice",
  "fleet invoice",
  "scorecard tier",
  "scorecard",
  "concessions",
  "payments",
  "vehicles",
  "itineraries",
];

/** Work without money: who drove what and when. */
const WORK: readonly DocumentKind[] = [
  "route summary",
  "service details",
  "delivered packages",
  "training",
  "unplanned delay",
  "itineraries",
  "cancellations",
];

/** The template of each kind of counterparty. */
export const TEMPLATES: Readonly<Record<ClaimKind, Template>> = {
  /** Never wages, hours on the clock or anybody's pay; of the bank and of leases the deciding cells. */
  amazon: {
    kind: "amazon",
    title: "Payment dispute",
    showsAll: false,
    handling: handling(
      [...AMAZONS, "rate card"],
      ["stations", "service aliases", "cancellations", "bank statement", "lease schedule", "lease invoice"],
    ),
    // C05 compares what Amazon pays with what the lessor bills, which is between us and the lessor.
    takes: families(["A", "B", "C", "D"], ["C05"]),
    asks: isClaimable,
  },
  /** Never what Amazon pays, nor another lessor's terms: of the schedule, which holds all lessors, the deciding cells. */
  lessor: {
    kind: "lessor",
    title: "Lease dispute",
    showsAll: false,
    handling: handling(
      ["lease invoice"],
      ["lease schedule", "rental rates", "charge words", "vehicles", "bank statement"],
    ),
    // E16 and E17 speak of routes and of Amazon's vehicle list.
    takes: families(["E"], ["E16", "E17"]),
    asks: isClaimable,
  },
  /** Hours and pay, and the work they were for; never invoices, rates or the bank. */
  payroll: {
    kind: "payroll",
    title: "Payroll correction",
    showsAll: false,
    handling: handling(["timecard", "payroll register", "staff roster"], [...WORK, "stations"]),
    takes: families(["F"]),
    // What was paid too much; what was paid too little is no money to ask for, and would be summed up against it.
    asks: (direction) => direction === "overpaid",
  },
  /** Everything. */
  internal: {
    kind: "internal",
    title: "Audit packet",
    showsAll: true,
    handling: handling(DOCUMENT_KINDS, []),
    takes: () => true,
    asks: isClaimable,
  },
};

/** A document as far as it decides who may see it. */
export interface DocumentNature {
  /** What it was read as, of all its sheets. */
  readonly kinds: readonly DocumentKind[];
  /** Whose bill it is, of a lessor's invoice. */
  readonly lessors: readonly string[];
  /** Whether it also holds sheets that were not read: nobody knows what stands there. */
  readonly holdsMore: boolean;
}

/**
 * What a receiver sees of a document: of one that holds several kinds, the least of any. One of no known kind is withheld, and of another
 * lessor's invoice, or a workbook with sheets that were not read, only the cells that decided are shown.
 */
export function handlingOf(
  template: Template,
  { kinds, lessors, holdsMore }: DocumentNature,
  receiver: string | null,
): Handling {
  if (template.showsAll) return "whole";
  const own = new Set(kinds.map((kind) => template.handling[kind]));
  if (own.size === 0 || own.has("withheld")) return "withheld";
  const isTheirs = lessors.every((lessor) => lessor === receiver);
  return own.has("cells") || !isTheirs || holdsMore ? "cells" : "whole";
}
