/** The wage rules as data: what `resources/wage-rules.json` may say. Pure: whoever reads the file hands its content to `parseWageRules`. */
import { z } from "zod";
import { isIsoDate } from "#shared/week.ts";

const date = z.string().refine(isIsoDate, "a date as YYYY-MM-DD");
const minutes = z.int().nonnegative();
/** Percent of the regular rate: time and a half, or twice. */
const percent = z.literal([150, 200]);

const about = {
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Two letters; `US` holds wherever a state has no rule of its own. */
  state: z.string().regex(/^[A-Z]{2}$/),
  /** First and last day in force; null where the rule holds for every day the app knows. */
  from: date.nullable(),
  to: date.nullable(),
  citation: z.string().min(1),
  /** False until somebody has checked the rule against its source; shown wherever the rule was used. */
  confirmed: z.boolean(),
};

/** One meal that a shift can call for. Minutes of work count from the start of the shift, `clock` and `starts` minutes from midnight. */
const mealNeed = z.strictObject({
  /** Shortest length; null where the law names none. */
  minutes: minutes.nullable(),
  overMinutes: minutes.optional(),
  fromMinutes: minutes.optional(),
  belowMinutes: minutes.optional(),
  /** One more for each further stretch of this length. */
  everyMinutes: minutes.min(1).optional(),
  /** Earliest and latest minute of work at which it may begin. */
  beginFrom: minutes.optional(),
  beginBy: minutes.optional(),
  /** Minutes of work that must still follow. */
  endBeforeLast: minutes.optional(),
  /** The shift must start before and end after these readings of the clock. */
  startsBefore: minutes.optional(),
  endsAfter: minutes.optional(),
  /** Readings of the clock between which it must begin. */
  clockFrom: minutes.optional(),
  clockTo: minutes.optional(),
  /** May be waived in a shift of at most this length, */
  waivableUpTo: minutes.optional(),
  /** and only if the meal before it was taken. */
  waivableIfEarlierTaken: z.boolean().optional(),
});
export type MealNeed = z.infer<typeof mealNeed>;

const PAY_METHODS = [
  "one hourly rate",
  "several rates",
  "piece rate",
  "day rate",
  "salary",
  "fluctuating workweek",
  "bonus",
  "bonus for several weeks",
  "deferred commission",
  "percentage of total pay",
  "discretionary bonus",
  "extra pay for certain days",
  "pay not for hours worked",
] as const;
export type PayMethod = (typeof PAY_METHODS)[number];

const rule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("weekly overtime"), ...about, afterMinutes: minutes, percent }),
  z.strictObject({
    kind: z.literal("daily overtime"),
    ...about,
    afterMinutes: minutes,
    percent,
    /** Only for a rate below this share of the state's minimum wage. */
    belowMinimumWagePercent: z.int().positive().optional(),
  }),
  z.strictObject({ kind: z.literal("consecutive overtime"), ...about, afterMinutes: minutes, percent }),
  z.strictObject({
    kind: z.literal("seventh day"),
    ...about,
    tiers: z.array(z.strictObject({ afterMinutes: minutes, percent })).min(1),
    /** Not in a week of at most so many minutes. */
    unlessWeekUpTo: minutes.optional(),
  }),
  z.strictObject({
    kind: z.literal("meal"),
    ...about,
    meals: z.array(mealNeed).min(1),
    /** Pay owed for a day with a meal that was not given; absent where the state has none. */
    premiumMinutes: minutes.optional(),
  }),
  z.strictObject({
    kind: z.literal("rest"),
    ...about,
    minutes,
    perMinutes: minutes.min(1),
    /** Whether more than half of `perMinutes` counts as a whole one. */
    majorFraction: z.boolean(),
    premiumMinutes: minutes.optional(),
  }),
  z.strictObject({ kind: z.literal("spread of hours"), ...about, overMinutes: minutes, payMinutes: minutes }),
  /** A flat sum is divided by the straight-time hours and paid at the whole overtime rate. */
  z.strictObject({ kind: z.literal("flat-sum bonus"), ...about }),
  /** In ten-thousandths of a dollar an hour. */
  z.strictObject({ kind: z.literal("minimum wage"), ...about, rate: z.int().positive() }),
  z.strictObject({ kind: z.literal("paid break"), ...about, upToMinutes: minutes }),
  z.strictObject({ kind: z.literal("unpaid meal"), ...about, fromMinutes: minutes }),
  z.strictObject({
    kind: z.literal("punch rounding"),
    ...about,
    increments: z.array(minutes.min(1)).min(1),
    /** Whether punches of meals may be rounded. */
    meals: z.boolean(),
  }),
  z.strictObject({ kind: z.literal("pay method"), ...about, method: z.enum(PAY_METHODS) }),
]);

/** One rule of law with its source. */
export type WageRule = z.infer<typeof rule>;
export type RuleKind = WageRule["kind"];
export type RuleOf<K extends RuleKind> = Extract<WageRule, { kind: K }>;

const wageRules = z
  .strictObject({
    /** What to tell whoever reads a figure that came from here. */
    notice: z.string().min(1),
    /** Limits of the client's programme, apart from law. */
    programme: z.strictObject({
      minutesADay: minutes,
      minutesInSevenDays: minutes,
      restMinutes: minutes,
      daysInARow: z.int().positive(),
    }),
    rules: z.array(rule),
  })
  .refine((file) => new Set(file.rules.map((each) => each.id)).size === file.rules.length, "two rules have one id");
export type WageRules = z.infer<typeof wageRules>;

/** Reads the content of the rules file. Throws a ZodError that names what is wrong. */
export function parseWageRules(json: unknown): WageRules {
  return wageRules.parse(json);
}
