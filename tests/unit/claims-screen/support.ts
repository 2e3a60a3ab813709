/** Claims as the engine tells them, for the screen's own decisions. */
import type { ClaimDetail, ClaimItem } from "#shared/contract/claims.ts";

/** A finding of a claim with what was claimed for it, in cents. */
export function item(findingId: string, claimedCents: number): ClaimItem {
  return {
    ...{ findingId, code: "A01", title: "Route completed but not paid", subject: "CX1", station: "DXA4" },
    ...{ period: "2026-08-02", direction: "owed", status: "confirmed", sentence: "A route is missing." },
    ...{ nowCents: claimedCents, claimedCents, approvedCents: null, recoveredCents: 0, reason: "" },
  };
}

/** A claim of one finding in a state, with what the engine says can come next. */
export function claim(status: ClaimDetail["status"], next: ClaimDetail["next"], packets = 0): ClaimDetail {
  return {
    ...{ number: 1, label: "C-0001", kind: "amazon", counterparty: "Amazon", station: "DXA4", invoiceNumber: "INV-1" },
    ...{ period: "2026-08-02", status, reference: "", deadline: null, daysLeft: null, submittedOn: null },
    ...{ ageDays: null, age: null, findings: 1, claimedCents: 100, approvedCents: null, recoveredCents: 0 },
    ...{ writtenOffCents: 0, outstandingCents: 100, assignee: null, items: [item("a", 100)], payments: [] },
    ...{ proposals: [], history: [], next, undo: null },
    packets: Array.from({ length: packets }, (_, index) => ({
      ...{ number: index + 1, file: "packet.pdf", format: "pdf" as const, madeAt: "2026-08-19T15:00:00Z" },
      ...{ actor: "Dana", findings: 1, totalCents: 100 },
    })),
  };
}
