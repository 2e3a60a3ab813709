/** Hours that drivers clocked against hours of the routes that Amazon pays. Pure; shared by G01 and the control sheet. */
import { TEN_THOUSAND } from "#shared/money.ts";
import type {
  InvoiceLineFact,
  PersonFact,
  PunchFact,
  RouteFact,
  StationFact,
  TrainingFact,
} from "../../../documents/facts.ts";
import type { Scope } from "../../check.ts";
import { linesFor, quantityOf, serviceOf } from "../amazon/invoice.ts";
import { driversAmong } from "../payroll/drivers.ts";
import { type PersonDay, personDays, strangersAt } from "../payroll/person-days.ts";
import { clockedMinutes } from "../payroll/work-clock.ts";

/** The block hours a variable invoice pays. */
export interface PaidHours {
  readonly minutes: number;
  /** Routes paid, in ten-thousandths. */
  readonly routes: number;
  readonly lines: readonly InvoiceLineFact[];
  /** Route lines without a block or a count. */
  readonly unclear: readonly InvoiceLineFact[];
}

/** Block hours x routes of the invoice's route lines. */
export function paidHours(lines: readonly InvoiceLineFact[]): PaidHours {
  let minutes = 0;
  let routes = 0;
  const clear: InvoiceLineFact[] = [];
  const unclear: InvoiceLineFact[] = [];
  for (const line of linesFor(lines, "route")) {
    const block = serviceOf(line).minutes;
    const quantity = quantityOf(line);
    if (block === null || quantity === undefined) unclear.push(line);
    else {
      clear.push(line);
      routes += quantity;
      minutes += Math.round((block * quantity) / TEN_THOUSAND);
    }
  }
  return { minutes, routes, lines: clear, unclear };
}

/** A driver's day with what was clocked. */
export interface ClockedDay {
  readonly day: PersonDay;
  readonly minutes: number;
}

/** The hours drivers of a station clocked. */
export interface ClockedHours {
  readonly minutes: number;
  /** Of those the minutes of days with a training and no route, which Amazon pays apart. */
  readonly trainingMinutes: number;
  readonly days: readonly ClockedDay[];
  /** Driver days with a missing punch and timecard rows of nobody on the roster: the true sum is higher. */
  readonly openDays: number;
  readonly strangers: number;
}

/** The facts of a week's scope that the sum is made of, widened by `A_NIGHT_AROUND`. */
export interface LaborFacts {
  readonly scope: Scope;
  readonly station: StationFact;
  readonly facts: { readonly person: readonly PersonFact[]; readonly punch: readonly PunchFact[] };
  readonly company: {
    readonly punch: readonly PunchFact[];
    readonly route: readonly RouteFact[];
    readonly training: readonly TrainingFact[];
  };
  readonly around: { readonly punch: readonly PunchFact[]; readonly route: readonly RouteFact[] };
}

/** What drivers clocked in a scope, dispatchers and mechanics left out. */
export function clockedHours({ scope, station, facts, company, around }: LaborFacts): ClockedHours {
  const found = personDays({ scope, facts, company, around });
  const isDriver = driversAmong(facts.person, company.route, company.training);
  let openDays = 0;
  let minutes = 0;
  let trainingMinutes = 0;
  const days: ClockedDay[] = [];
  for (const day of found.days.filter((each) => each.punches.length > 0 && isDriver(each))) {
    const clocked = clockedMinutes(day, station.timeZone);
    if (clocked === null) openDays += 1;
    else {
      days.push({ day, minutes: clocked });
      minutes += clocked;
      if (isTraining(day)) trainingMinutes += clocked;
    }
  }
  return { minutes, trainingMinutes, days, openDays, strangers: strangersAt(station, found).length };
}

/** A day of training without a route. */
export function isTraining(day: PersonDay): boolean {
  return day.trainings.length > 0 && day.routes.length === 0;
}
