/** Why a packet cannot be made, as sentences for whoever asked for it. */
import type { CountedFinding } from "./packet.ts";

/** There is nothing to make a packet of. */
export class EmptyPacketError extends Error {
  readonly code = "packet-empty";

  constructor() {
    super("A packet needs at least one finding. Confirm a finding, or widen the filter, and make the packet again.");
    this.name = "EmptyPacketError";
  }
}

/** The parts of a packet do not add up to its cover, or a dollar would be counted twice. Nothing is written. */
export class PacketTotalsError extends Error {
  readonly code = "packet-totals";

  constructor(what: string) {
    super(`The packet was not made: ${what}.`);
    this.name = "PacketTotalsError";
  }
}

/** A claim holds a finding that its counterparty may not see. */
export class PacketNotForThemError extends Error {
  readonly code = "packet-not-for-them";

  constructor(finding: Pick<CountedFinding, "code" | "subject">, counterparty: string) {
    super(
      `${finding.code} (${finding.subject}) is none of ${counterparty}'s business. Take it out of the claim and make the packet again.`,
    );
    this.name = "PacketNotForThemError";
  }
}
