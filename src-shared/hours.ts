/** Durations are integer minutes; wall-clock times are `YYYY-MM-DDTHH:MM`; instants exist only together with a zone. */
import { addDays, type IsoDate } from "./week.ts";

/** A wall-clock reading, `YYYY-MM-DDTHH:MM`, in the zone of the place it was read. */
export type WallTime = string;

const DURATION =
  /^(?:(\d{1,3})\s*(?:h|hrs?|hours?|std|stunden?)\.?)?\s*(?:(\d{1,4})\s*(?:m|mins?|minutes?|minuten?)\.?)?$/;

/**
 * Reads `9 hr 15 min`, `10 hr`, `30 min`, `0 hr`, `9h15m` and the German `9 Std. 15 Min.` as minutes. Undefined when it is no duration; a
 * number without a unit is none.
 */
export function parseDuration(text: string): number | undefined {
  const match = DURATION.exec(text.normalize("NFKC").trim().toLowerCase());
  if (!match || (match[1] === undefined && match[2] === undefined)) return undefined;
  return Number(match[1] ?? "0") * 60 + Number(match[2] ?? "0");
}

/** Minutes as `9 h 15 min`, `10 h` or `45 min`. */
export function formatMinutes(minutes: number): string {
  const abs = Math.abs(minutes);
  const hours = Math.trunc(abs / 60);
  const rest = abs % 60;
  const text = [hours > 0 ? `${hours} h` : "", rest > 0 || hours === 0 ? `${rest} min` : ""].filter(Boolean).join(" ");
  return minutes < 0 ? `-${text}` : text;
}

/**
 * Reads a clock reading (`09:08 AM`, `9:08`, `21:08:00`, `14:30 Uhr`) as minutes after midnight. Seconds are dropped: a punch counts from
 * the minute the clock showed. `24:00` is the end of the day, 1440. Undefined when it is none.
 */
export function parseClock(text: string): number | undefined {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([ap])\.?(?:m\.?)?|\s*uhr)?$/i.exec(
    text.normalize("NFKC").trim(),
  );
  if (!match) return undefined;
  let hour = Number(match[1]);
  const minute = Number(match[2]);
  if (minute > 59 || Number(match[3] ?? "0") > 59) return undefined;
  const half = match[4]?.toLowerCase();
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half === "p" ? 12 : 0);
  } else if (hour > 24 || (hour === 24 && (minute > 0 || Number(match[3] ?? "0") > 0))) return undefined;
  return hour * 60 + minute;
}

/** Minutes after midnight on a date as a wall time; 24:00 and beyond fall on the following day. */
export function wallTime(date: IsoDate, minutes: number): WallTime {
  const day = minutes >= 0 && minutes < 1440 ? date : addDays(date, Math.floor(minutes / 1440));
  const rest = ((minutes % 1440) + 1440) % 1440;
  return `${day}T${String(Math.trunc(rest / 60)).padStart(2, "0")}:${String(rest % 60).padStart(2, "0")}`;
}

/** The clock part of a wall time, `9:08 AM`. */
export function formatClock(wall: WallTime): string {
  const hour = Number(wall.slice(11, 13));
  return `${hour % 12 === 0 ? 12 : hour % 12}:${wall.slice(14, 16)} ${hour < 12 ? "AM" : "PM"}`;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Offset from UTC in minutes that `zone` has at an instant (milliseconds). Throws RangeError for an unknown zone. */
function offsetAt(instant: number, zone: string): number {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    });
    formatters.set(zone, formatter);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(instant)) part[type] = Number(value);
  const wall = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute);
  return Math.round((wall - Math.floor(instant / 60_000) * 60_000) / 60_000);
}

const steadyDays = new Map<string, number | undefined>();

/** The one offset a zone has on a whole date with its neighbours, or undefined when the clocks change around it. */
function steadyOffset(date: IsoDate, zone: string): number | undefined {
  const key = `${zone} ${date}`;
  if (!steadyDays.has(key)) {
    const noon = Date.parse(`${date}T12:00:00Z`);
    const before = offsetAt(noon - 129_600_000, zone);
    const after = offsetAt(noon + 129_600_000, zone);
    if (steadyDays.size > 20_000) steadyDays.clear();
    steadyDays.set(key, before === after ? before : undefined);
  }
  return steadyDays.get(key);
}

/**
 * Minutes since the epoch of a wall time in `zone`. A reading that occurs twice (clocks set back) is taken as the first; one that
 * never occurs (clocks set forward) as the moment the clock jumped past it.
 */
export function instantOf(wall: WallTime, zone: string): number {
  let known = instants.get(zone);
  if (!known) {
    known = new Map();
    instants.set(zone, known);
  }
  let instant = known.get(wall);
  if (instant === undefined) {
    instant = findInstant(wall, zone);
    if (known.size > 50_000) known.clear();
    known.set(wall, instant);
  }
  return instant;
}

/** Instants by zone and wall time: many checks ask for the same punches. */
const instants = new Map<string, Map<WallTime, number>>();

function findInstant(wall: WallTime, zone: string): number {
  const utc = Date.parse(`${wall}:00Z`) / 60_000;
  const steady = steadyOffset(wall.slice(0, 10), zone);
  if (steady !== undefined) return utc - steady;
  const early = utc - offsetAt((utc - 1440) * 60_000, zone);
  const late = utc - offsetAt((utc + 1440) * 60_000, zone);
  const candidates = [early, late].filter((minute) => minute + offsetAt(minute * 60_000, zone) === utc);
  return candidates.length > 0 ? Math.min(...candidates) : Math.max(early, late);
}

/** Real minutes between two wall times in a zone: a night shift over a clock change has 7 or 9 hours, not 8. */
export function minutesBetween(from: WallTime, to: WallTime, zone: string): number {
  return instantOf(to, zone) - instantOf(from, zone);
}

/** Minutes as decimal hours in hundredths, rounded half up: 22 minutes are 37. */
export function hundredthsOfHours(minutes: number): number {
  return Math.floor((minutes * 100 + 30) / 60);
}
