/** Paycom Punch Audit: a row for each punch, deleted and changed ones included, which is how edits by hand show. */
import { type WallTime, wallTime } from "#shared/hours.ts";
import type { IsoDate } from "#shared/week.ts";
import type { KindDefinition } from "../interpretation.ts";
import { isBlank } from "./blank.ts";
import { interpretRows, optional, type Row, required } from "./cells.ts";
import { departmentOf } from "./pay-department.ts";
import { pairPunches } from "./punch-pairs.ts";
import { date, type Moment, moment, oneOf, type Reader, stationCode, text } from "./readers.ts";

const LAYOUT = "Paycom Punch Audit";

/** In for the day, out to lunch, in from lunch, out for the day. */
const punchType = oneOf(["id", "ol", "il", "od"] as const);

const deletedMark: Reader<boolean> = {
  complaint: "neither yes nor no.",
  read: (cell) => {
    const words = String(cell).trim().toLowerCase();
    if (["yes", "y", "true", "x", "1", "deleted"].includes(words)) return true;
    return ["no", "n", "false", "0", "-", "active"].includes(words) ? false : undefined;
  },
};

/** A change may be dated without a clock reading: then it is known that there was one, though not to the minute. */
const changedAt: Reader<Moment | "day"> = {
  complaint: moment.complaint,
  read: (cell) => moment.read(cell) ?? (date.read(cell) === undefined ? undefined : "day"),
};

/** The clock's own entries are not by hand. */
const BY_MACHINE =
  /^(?:system|auto(?:matic)?|(?:web|time|mobile) ?(?:clock|app|terminal)|terminal|kiosk|paycom|n\/?a|none|-)$/i;

/** A row's change. */
interface Change {
  readonly at: WallTime | null;
  readonly by: string;
  /** Whether a person made it. */
  readonly byHand: boolean;
}

/** Who changed the row last, and when; undefined where that cannot be read. */
function changeOf(row: Row): Change | undefined {
  const changed = row.may("modifiedAt", changedAt);
  if (changed === undefined) return undefined;
  const by = row.words("modifiedBy");
  const at = changed === null || changed === "day" || changed.date === null ? null : changed;
  return {
    at: at === null || at.date === null ? null : wallTime(at.date, at.minutes),
    by,
    byHand: !BY_MACHINE.test(by) && (changed !== null || by !== ""),
  };
}

/** The moment of a punch: its time on its punch date, unless the time carries a date itself. */
function timeOf(row: Row): WallTime | undefined {
  const day: IsoDate | undefined = row.need("date", date);
  const time = row.need("time", moment);
  return day === undefined || time === undefined ? undefined : wallTime(time.date ?? day, time.minutes);
}

export const paycomPunches: KindDefinition = {
  kind: "timecard",
  layout: LAYOUT,
  fields: {
    employeeId: required("ee code", "employee code"),
    lastName: required("last name"),
    firstName: required("first name"),
    date: required.date("punch date"),
    punchType: required("punch type"),
    time: required.clock("time", "punch time"),
    deleted: optional("deleted", "deleted?", "is deleted"),
    modifiedAt: optional.clock("last modified", "last modified date", "modified date", "last modified on"),
    modifiedBy: optional("modified by", "last modified by"),
    station: optional("delivery station code", "delivery station", "station"),
    companyCode: optional("company code", "client code"),
    department: optional("department", "department code", "dept"),
    state: optional.state("state", "worked state"),
    payCode: optional("earning code", "earnings code", "pay code"),
  },
  interpret: (recognised) => {
    const whole = interpretRows(
      recognised,
      {
        kind: "timecard",
        anchors: ["employeeId", "date", "time"],
        place: (row) => ({ station: null, day: row.peek("date", date) }),
      },
      addPunch,
    );
    const punches = pairPunches(whole.facts.filter((draft) => draft.type === "punch"));
    const edits = whole.facts.filter((draft) => draft.type !== "punch");
    return { ...whole, layout: LAYOUT, facts: [...punches, ...edits].sort((a, b) => a.row - b.row) };
  },
};

/** Adds an open punch for a row that counts, to be paired later, and an edit for a row that was deleted or changed by hand. */
function addPunch(row: Row): void {
  const time = timeOf(row);
  const type = row.need("punchType", punchType);
  const deleted = isBlank(row.cell("deleted")) ? false : row.need("deleted", deletedMark);
  const change = changeOf(row);
  const person = {
    employeeId: row.need("employeeId", text),
    lastName: row.need("lastName", text),
    firstName: row.need("firstName", text),
    // An office or a home is no station, and the punch is no less true.
    station: row.peek("station", stationCode),
    date: time?.slice(0, 10),
  };
  const isIn = type === "id" || type === "il";
  if (deleted === false) {
    row.fact("punch", {
      ...person,
      companyCode: row.words("companyCode"),
      department: departmentOf(row),
      state: row.words("state").toUpperCase(),
      in: isIn ? time : null,
      out: isIn ? null : time,
      outPunchType: type === "ol" ? "Meal Punch" : "",
      hours: null,
      payCode: row.words("payCode"),
      rate: null,
      deductedMinutes: null,
    });
  }
  if (deleted === true || change?.byHand === true) {
    row.fact("punchEdit", {
      ...person,
      time,
      punchType: row.words("punchType"),
      deleted,
      modifiedAt: change?.at,
      modifiedBy: change?.by,
    });
  }
}
