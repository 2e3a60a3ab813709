/** Training sessions. Amazon pays those that are eligible and last longer than nothing. */
import { addDays, type Week } from "./dates.ts";
import { byText } from "./order.ts";
import type { Random } from "./random.ts";
import type { Shift } from "./shifts.ts";

/** One session of the training report. */
export interface Training {
  assignmentDate: string;
  paymentDate: string;
  /** As Amazon spells it; blank where the report names nobody. */
  associate: string;
  course: string;
  chapter: string;
  hours: number;
  eligible: boolean;
}

/** Whether Amazon owes money for a session. */
export function isPayable(training: Training): boolean {
  return training.eligible && training.hours > 0;
}

/** A full day in the classroom. */
export const CLASSROOM = { course: "Delivery Associate Onboarding", chapter: "Day 1 - Classroom", hours: 8 } as const;

/** The sessions of a week: somebody who clocked the day, somebody without a name, and online modules that nobody is paid for. */
export function trainingsOfWeek(week: Week, shifts: readonly Shift[], random: Random): Training[] {
  const trainings: Training[] = [];
  for (const { person, date } of shifts.filter((shift) => shift.duty === "training")) {
    // In every other week the payment is dated a day after the training.
    const paymentDate = addDays(date, week.index % 2);
    trainings.push({ ...CLASSROOM, assignmentDate: date, paymentDate, associate: person.amazonName, eligible: true });
  }
  const unnamed = random.pick(week.dates.slice(0, 6));
  const paymentDate = addDays(unnamed, random.int(0, 1));
  trainings.push({ ...CLASSROOM, assignmentDate: unnamed, paymentDate, associate: "", eligible: true });

  const online = { course: "Safety Refresher", chapter: "Module 3 - Backing", hours: 0 };
  const driver = random.pick(shifts.filter((shift) => shift.duty === "route"));
  const own = { assignmentDate: driver.date, paymentDate: driver.date, associate: driver.person.amazonName };
  trainings.push({ ...online, ...own, eligible: true });
  const other = random.pick(week.dates);
  trainings.push({ ...online, assignmentDate: other, paymentDate: other, associate: "", eligible: false });
  return trainings.sort(byText((training) => training.assignmentDate));
}
