/** What the checks of single invoices (D02, D03) share: they look at the same states, and each reports only its own. Pure. */
import type { Cents } from "#shared/money.ts";
import { formatDate, type IsoDate } from "#shared/week.ts";
import type { Answer, ParameterSpec } from "../../check.ts";
import type { FindingDraft } from "../../finding.ts";
import {
  type CashFacts,
  invoicesOf,
  lastPayment,
  type PaidInvoice,
  type PaymentParameters,
  stateOf,
} from "./invoices.ts";
import { GRACE, HISTORY } from "./usual-lag.ts";

/** Money an invoice may differ without a finding. */
const INVOICE_TOLERANCE: ParameterSpec = {
  title: "Money an invoice may differ without a finding",
  unit: "cents",
  value: 100,
};

/** Parameters of D02 and D03. */
export const PAYMENT_PARAMETERS = {
  usual: { title: "Days from an invoice's date to its payment", unit: "count", value: 14 },
  grace: GRACE,
  history: HISTORY,
  tolerance: INVOICE_TOLERANCE,
} as const;

/** An invoice that one of the two checks reports. */
export interface OpenInvoice {
  readonly invoice: PaidInvoice;
  readonly total: Cents;
  readonly state: "unpaid" | "in part" | "too much";
  readonly knownUntil: IsoDate;
}

/** Answers for the month's invoices: `finding` makes a finding of those states that are the check's own. */
export function judgeInvoices<V>(input: {
  readonly month: string;
  readonly facts: CashFacts;
  readonly parameters: PaymentParameters;
  readonly today: IsoDate;
  readonly states: readonly OpenInvoice["state"][];
  readonly finding: (open: OpenInvoice) => {
    readonly draft: FindingDraft<V>;
    readonly holdsUntil?: IsoDate | undefined;
  };
}): Answer<V> {
  const { month, facts, parameters, today, states } = input;
  const invoices = invoicesOf(month, facts, parameters).filter(({ total }) => total !== 0);
  if (invoices.length === 0) return { outcome: "not-applicable" };
  const knownUntil = lastPayment(facts.payment);
  if (knownUntil === null) return { outcome: "cannot-verify", missing: ["payments"] };
  const findings: FindingDraft<V>[] = [];
  const ends: PaidInvoice[] = [];
  const marked: PaidInvoice[] = [];
  const unread: PaidInvoice[] = [];
  let paid = 0;
  let holdsUntil: IsoDate | undefined;
  const hold = (day: IsoDate | undefined) => {
    if (day !== undefined && (holdsUntil === undefined || day < holdsUntil)) holdsUntil = day;
  };
  for (const invoice of invoices) {
    const { total } = invoice;
    const state = stateOf(invoice, { today, knownUntil, tolerance: parameters.tolerance });
    if (total === null || state === "no total") unread.push(invoice);
    else if (state === "payments end") ends.push(invoice);
    else if (state === "marked paid") marked.push(invoice);
    else if (state === "not due") hold(invoice.due);
    else if (state === "paid") paid += 1;
    else if (states.includes(state)) {
      const { draft, holdsUntil: until } = input.finding({ invoice, total, state, knownUntil });
      findings.push(draft);
      hold(until);
    } else paid += 1;
  }
  const until = holdsUntil === undefined ? {} : { holdsUntil };
  const missing = [
    ...(ends.length + marked.length > 0 ? (["payments"] as const) : []),
    ...unread.map(({ sort }) => KIND_OF_SORT[sort]),
  ];
  if (findings.length > 0) return { outcome: "finding", findings, missing, ...until };
  if (missing.length > 0)
    return { outcome: "cannot-verify", missing, why: whyOpen(ends, marked, unread, knownUntil), ...until };
  return { outcome: paid > 0 ? "agrees" : "not-applicable", ...until };
}

const KIND_OF_SORT = {
  Variable: "variable invoice",
  Incentive: "incentive invoice",
  Fleet: "fleet invoice",
} as const;

function whyOpen(
  [end]: readonly PaidInvoice[],
  [marked]: readonly PaidInvoice[],
  [unread]: readonly PaidInvoice[],
  knownUntil: IsoDate,
): string {
  if (end) {
    const due = `invoice ${end.head.invoiceNumber} was due by ${formatDate(end.due)}`;
    return `Payments are known up to ${formatDate(knownUntil)} only; ${due}.`;
  }
  if (marked) return `Invoice ${marked.head.invoiceNumber} is marked paid, but no payment for it is on file.`;
  return `The total of invoice ${unread?.head.invoiceNumber ?? ""} cannot be read.`;
}
