/** Every kind of document that is read. A new kind is a file beside this one and a line in this list. */
import type { KindDefinition } from "../interpretation.ts";
import { deliveredPackages } from "./delivered-packages.ts";
import { leaseInvoice } from "./lease-invoice.ts";
import { leaseSchedule } from "./lease-schedule.ts";
import { rateCard } from "./rate-card.ts";
import { routeSummary } from "./route-summary.ts";
import { serviceDetails } from "./service-details.ts";
import { staffRoster } from "./staff-roster.ts";
import { stations } from "./stations.ts";
import { timecard } from "./timecard.ts";
import { training } from "./training.ts";
import { unplannedDelay } from "./unplanned-delay.ts";
import { variableInvoice } from "./variable-invoice.ts";

export const KINDS: readonly KindDefinition[] = [
  stations,
  rateCard,
  staffRoster,
  leaseSchedule,
  routeSummary,
  serviceDetails,
  deliveredPackages,
  training,
  unplannedDelay,
  variableInvoice,
  timecard,
  leaseInvoice,
];
