/** Which timecard rows are time at work. Pure. */
import type { PunchFact } from "../../../documents/facts.ts";

/** Codes of time that is paid (or noted) without work. */
const TIME_OFF =
  /\b(?:pto|vto|hol|holiday|sick|sck|psl|vac|vacation|personal|bereavement|brvmt|jury|leave|fmla|loa|lwop|absent|absence|time ?off|unpaid)\b/i;
/** A holiday that was worked is work. */
const WORKED = /\b(?:work|worked|wkd|wrkd)\b/i;

/** Whether a row is worked time: not paid time off, holiday or sick pay. A row without a pay code is regular time. */
export function isWorkedTime(punch: PunchFact): boolean {
  const code = punch.payCode.replace(/[_\-/.]+/g, " ");
  return !TIME_OFF.test(code) || WORKED.test(code);
}
