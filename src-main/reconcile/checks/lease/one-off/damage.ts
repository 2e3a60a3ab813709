/** Damage and turn-in charges: owed where an inspection showed the damage. Pure. */
import { plainCents } from "#shared/money.ts";
import type { WrongPart } from "../judge.ts";
import type { LeaseLine } from "../lines.ts";
import { plain } from "../plain.ts";

const RECORD =
  /\b(?:inspection|condition|appraisal|inspected|appraised|estimate|photos?|report|claim)\b[^.;]*\d|\b(?:cr|dr|insp)[ #-]*\d{2,}/;

/** Whether a line names the inspection record it rests on: a report with its number or date. */
export function namesRecord({ fact }: LeaseLine): boolean {
  return RECORD.test(plain(`${fact.description} ${fact.referenceInvoice}`));
}

/** The wrong part of a damage line that rests on no record: all of it. */
export function judgeDamage(line: LeaseLine): WrongPart[] {
  if (namesRecord(line)) return [];
  const cents = line.fact.amountCents;
  return [
    {
      code: "E10",
      below: false,
      cents,
      text: `billed ${plainCents(cents)}`,
      why: "and names no inspection record",
      notes: [
        "Ask the lessor for the dated inspection report with photos. If you hold one that shows the damage, dismiss this finding.",
      ],
    },
  ];
}
