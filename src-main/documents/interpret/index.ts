/** Every kind of document that is read. A new kind is a file beside this one and a line in this list. */
import type { KindDefinition } from "../interpretation.ts";
import { adpEpi } from "./adp-epi.ts";
import { adpRun } from "./adp-run.ts";
import { bankStatement } from "./bank-statement.ts";
import { cancellations } from "./cancellations.ts";
import { chargeWords } from "./charge-words.ts";
import { concessions } from "./concessions.ts";
import { deliveredPackages } from "./delivered-packages.ts";
import { fleetInvoice } from "./fleet-invoice.ts";
import { gusto } from "./gusto.ts";
import { homebase } from "./homebase.ts";
import { incentiveInvoice } from "./incentive-invoice.ts";
import { itineraries } from "./itineraries.ts";
import { leaseInvoice, leaseInvoiceByUnit } from "./lease-invoice.ts";
import { leaseSchedule } from "./lease-schedule.ts";
import { paychex } from "./paychex.ts";
import { paycomPunches } from "./paycom-punches.ts";
import { payments } from "./payments.ts";
import { payrollRegister } from "./payroll-register.ts";
import { quickbooksTime } from "./quickbooks-time.ts";
import { rateCard } from "./rate-card.ts";
import { rentalRates } from "./rental-rates.ts";
import { routeSummary } from "./route-summary.ts";
import { scorecard } from "./scorecard.ts";
import { scorecardTier } from "./scorecard-tier.ts";
import { serviceAliases } from "./service-aliases.ts";
import { serviceDetails } from "./service-details.ts";
import { staffRoster } from "./staff-roster.ts";
import { stations } from "./stations.ts";
import { timecard } from "./timecard.ts";
import { training } from "./training.ts";
import { unplannedDelay } from "./unplanned-delay.ts";
import { variableExport } from "./variable-export.ts";
import { variableInvoice } from "./variable-invoice.ts";
import { vehicles } from "./vehicles.ts";

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
  leaseInvoiceByUnit,
  bankStatement,
  fleetInvoice,
  incentiveInvoice,
  payments,
  variableExport,
  paycomPunches,
  homebase,
  quickbooksTime,
  adpEpi,
  adpRun,
  paychex,
  gusto,
  payrollRegister,
  cancellations,
  concessions,
  itineraries,
  scorecard,
  scorecardTier,
  serviceAliases,
  vehicles,
  rentalRates,
  chargeWords,
];
