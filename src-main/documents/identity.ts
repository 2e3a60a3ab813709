/**
 * What makes a row the same row in two files. Every fact has a `scope`, the thing a file can speak for as a whole (a station's week, an
 * invoice, a person's week), and a `key` within it. Two genuinely identical rows of one file differ by their occurrence number.
 */

import { normaliseVin } from "#shared/vin.ts";
import { type IsoDate, weekStart } from "#shared/week.ts";
import type { FactDraft } from "./interpretation.ts";

export interface Identity {
  readonly scope: string;
  /** Without the occurrence number. */
  readonly key: string;
  /** The day the row belongs to; null for lists that hold from date to date. */
  readonly day: IsoDate | null;
  /** The station the row names, if it names one. */
  readonly station: string | null;
}

const ASCII = /^[!-~]*(?: [!-~]+)*$/;
/** Texts as they are compared. Most are plain already, which is quicker to see than to normalise. */
const plain = (text: string) =>
  (ASCII.test(text) ? text : text.normalize("NFKC").trim().replace(/\s+/g, " ")).toLowerCase();

const weeks = new Map<IsoDate, IsoDate>();
/** `weekStart`, remembered: a file has few days and many rows. */
function weekOf(date: IsoDate): IsoDate {
  let week = weeks.get(date);
  if (week === undefined) {
    if (weeks.size > 10_000) weeks.clear();
    week = weekStart(date);
    weeks.set(date, week);
  }
  return week;
}
const join = (...parts: (string | number | null)[]) =>
  parts.map((part) => (part === null ? "" : plain(String(part)))).join("|");

/** Scope, key, day and station of a fact. */
export function identityOf(draft: FactDraft): Identity {
  switch (draft.type) {
    case "station": {
      const { station } = draft.values;
      return list(join("station", station), station);
    }
    case "rate": {
      const v = draft.values;
      return list(join("rate", v.station, v.item, v.serviceType, v.blockMinutes, v.effectiveFrom), v.station);
    }
    case "person":
      return list(join("person", draft.values.employeeId), draft.values.station);
    case "leaseTerm": {
      const v = draft.values;
      return list(join("lease", normaliseVin(v.vin), v.contract, v.onLease), null);
    }
    case "rentalRate": {
      const v = draft.values;
      return list(join("rental", v.provider, v.contract, normaliseVin(v.vin), v.vanClass, v.effectiveFrom), null);
    }
    case "chargeWord":
      return list(join("charge words", draft.values.provider, draft.values.words), null);
    case "dayTally": {
      const v = draft.values;
      return daily("route summary", v.station, v.date, join(v.date, v.serviceType, v.blockMinutes));
    }
    case "route": {
      const v = draft.values;
      return daily(
        "service details",
        v.station,
        v.date,
        join(v.date, v.routeCode, v.associate, v.serviceType, v.blockMinutes),
      );
    }
    case "packageCount": {
      const v = draft.values;
      return daily("packages", v.station, v.date, join(v.date, v.kind, v.packageType));
    }
    case "training": {
      const v = draft.values;
      return daily(
        "training",
        v.station,
        v.paymentDate,
        join(v.paymentDate, v.assignmentDate, v.associate, v.courseName, v.serviceType),
      );
    }
    case "delay": {
      const v = draft.values;
      return daily("delay", v.station, v.date, join(v.date, v.reason, v.impactedRoutes));
    }
    case "invoice":
    case "incentiveInvoice":
    case "fleetInvoice": {
      const v = draft.values;
      return { scope: invoiceScope(v), key: "head", day: v.periodEnd, station: v.station };
    }
    case "invoiceLine":
    case "incentiveLine": {
      const v = draft.values;
      return {
        scope: invoiceScope(v),
        key: join(v.section, v.date, v.description, v.serviceType, ...(v.paymentType === "" ? [] : [v.paymentType])),
        day: v.date ?? v.periodEnd,
        station: v.station,
      };
    }
    case "fleetLine": {
      const v = draft.values;
      return {
        scope: join("invoice", v.station, v.invoiceNumber),
        key: join(v.section, v.date, v.description),
        day: v.date ?? v.periodEnd,
        station: v.station,
      };
    }
    case "tier":
      return {
        scope: join("tier", draft.values.station, draft.values.week),
        key: "entry",
        day: draft.values.week,
        station: draft.values.station,
      };
    case "scorecard": {
      const v = draft.values;
      return weekly("scorecard", v.station, v.week, join(v.transporterId === "" ? v.associate : v.transporterId));
    }
    case "concession": {
      const v = draft.values;
      return weekly("concessions", v.station, v.week, join(v.associateId === "" ? v.associate : v.associateId));
    }
    case "payment": {
      const v = draft.values;
      return { scope: join("payment", v.paymentNumber), key: join(v.invoiceNumber), day: v.paidOn, station: null };
    }
    case "bankLine": {
      const v = draft.values;
      return { scope: join("bank", v.date), key: join(v.description, v.amountCents), day: v.date, station: null };
    }
    case "vehicle":
      return list(join("vehicle", normaliseVin(draft.values.vin)), draft.values.station);
    case "alias":
      return list(join("alias", draft.values.description), null);
    case "itinerary": {
      const v = draft.values;
      return {
        scope: join("itinerary", v.station, v.date),
        key: join(v.transporterId === "" ? v.driver : v.transporterId, v.routeCodes, v.vin),
        day: v.date,
        station: v.station,
      };
    }
    case "cancellation": {
      const v = draft.values;
      return {
        scope: join("cancellation", v.station, v.date),
        key: join(v.serviceType, v.cancelledBy, v.time, v.note),
        day: v.date,
        station: v.station,
      };
    }
    case "punchEdit": {
      const v = draft.values;
      return {
        scope: join("punch edit", v.employeeId, weekOf(v.date)),
        key: join(v.date, v.time, v.punchType, v.deleted ? "deleted" : "", v.modifiedAt, v.modifiedBy),
        day: v.date,
        station: v.station,
      };
    }
    case "payLine": {
      const v = draft.values;
      return {
        scope: join("pay", v.system, v.companyCode, v.periodStart, v.periodEnd),
        key: join(v.employeeId === "" ? v.name : v.employeeId, v.department, v.payCode, v.rate),
        day: v.periodEnd,
        station: null,
      };
    }
    case "punch": {
      const v = draft.values;
      return {
        scope: join("punch", v.companyCode, v.employeeId, weekOf(v.date)),
        key: join(v.date, v.in, v.out, v.payCode),
        day: v.date,
        station: null,
      };
    }
    case "leaseInvoice": {
      const v = draft.values;
      return {
        scope: join("lease invoice", v.provider, v.invoiceNumber, v.issuedOn),
        key: join("sum", v.section),
        day: v.serviceFrom,
        station: null,
      };
    }
    case "leaseLine": {
      const v = draft.values;
      return {
        scope: join("lease invoice", v.provider, v.invoiceNumber, v.issuedOn),
        key: join(v.vin, v.unit, v.chargeCode, v.serviceFrom, v.serviceTo, v.description),
        day: v.serviceFrom,
        station: null,
      };
    }
  }
}

/** An invoice is one document. Its export says less than the invoice itself and must not take its place, so it has a scope of its own. */
function invoiceScope(v: { readonly station: string; readonly invoiceNumber: string; readonly form: string }): string {
  return join(v.form === "export" ? "invoice export" : "invoice", v.station, v.invoiceNumber);
}

function weekly(kind: string, station: string | null, week: IsoDate, key: string): Identity {
  return { scope: join(kind, station, week), key, day: week, station };
}

/** An entry of a list of our own: a later list's entry replaces the earlier one. */
function list(scope: string, station: string | null): Identity {
  return { scope, key: "entry", day: null, station };
}

/** A row of a station's week: a later file that covers the same days replaces them, one that covers other days adds to them. */
function daily(kind: string, station: string, date: IsoDate, key: string): Identity {
  return { scope: join(kind, station, weekOf(date)), key, day: date, station };
}

/** Appends occurrence numbers, so that the second of two identical rows of one file stays a row of its own. */
export function withOccurrence(): (scope: string, key: string) => string {
  const seen = new Map<string, number>();
  return (scope, key) => {
    const full = `${scope}\n${key}`;
    const count = (seen.get(full) ?? 0) + 1;
    seen.set(full, count);
    return count === 1 ? key : `${key}#${count}`;
  };
}
