/** Which rule holds in a state on a day. */
import type { Rate } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";
import type { PayMethod, RuleKind, RuleOf, WageRules } from "./rules.ts";

/** The rules in force in one state on one day; federal ones where the state has none of a kind. */
export interface StateRules {
  readonly weekly: RuleOf<"weekly overtime">;
  readonly daily: readonly RuleOf<"daily overtime">[];
  readonly consecutive: RuleOf<"consecutive overtime"> | null;
  readonly seventhDay: RuleOf<"seventh day"> | null;
  readonly meal: RuleOf<"meal"> | null;
  readonly rest: RuleOf<"rest"> | null;
  readonly spread: RuleOf<"spread of hours"> | null;
  readonly flatSum: RuleOf<"flat-sum bonus"> | null;
  readonly minimumWage: RuleOf<"minimum wage"> | null;
  readonly paidBreak: RuleOf<"paid break"> | null;
  readonly unpaidMeal: RuleOf<"unpaid meal"> | null;
  readonly punchRounding: RuleOf<"punch rounding"> | null;
}

/** Rules by state and day. */
export interface RuleBook {
  readonly rules: WageRules;
  /** `state` as two letters in any case. */
  readonly on: (state: string, date: IsoDate) => StateRules;
  /** The federal regulation behind a way of computing pay. */
  readonly method: (method: PayMethod) => RuleOf<"pay method">;
}

/** Opens the rules for looking up. Throws RangeError where a rule is missing that every week needs. */
export function ruleBook(rules: WageRules): RuleBook {
  const known = new Map<string, StateRules>();
  const methods = new Map(
    rules.rules.flatMap((rule) => (rule.kind === "pay method" ? [[rule.method, rule] as const] : [])),
  );
  return {
    rules,
    on(state, date) {
      const key = `${state}${date}`;
      let found = known.get(key);
      if (!found) {
        if (known.size > 20_000) known.clear();
        found = inForce(rules, state.trim().toUpperCase(), date);
        known.set(key, found);
      }
      return found;
    },
    method(method) {
      const rule = methods.get(method);
      if (!rule) throw new RangeError(`The wage rules name no source for: ${method}`);
      return rule;
    },
  };
}

function inForce(rules: WageRules, state: string, date: IsoDate): StateRules {
  const all = <K extends RuleKind>(kind: K): RuleOf<K>[] => {
    const fit = rules.rules.filter(
      (rule): rule is RuleOf<K> =>
        rule.kind === kind && (rule.from === null || rule.from <= date) && (rule.to === null || date <= rule.to),
    );
    const own = fit.filter((rule) => rule.state === state);
    return own.length > 0 ? own : fit.filter((rule) => rule.state === "US");
  };
  // Of two rules in force the one that began later has taken the other's place.
  const one = <K extends RuleKind>(kind: K): RuleOf<K> | null =>
    all(kind).reduce<RuleOf<K> | null>(
      (last, rule) => (last === null || (rule.from ?? "") >= (last.from ?? "") ? rule : last),
      null,
    );
  const weekly = one("weekly overtime");
  if (!weekly) throw new RangeError(`The wage rules name no weekly overtime for ${date}`);
  return {
    weekly,
    daily: all("daily overtime"),
    consecutive: one("consecutive overtime"),
    seventhDay: one("seventh day"),
    meal: one("meal"),
    rest: one("rest"),
    spread: one("spread of hours"),
    flatSum: one("flat-sum bonus"),
    minimumWage: one("minimum wage"),
    paidBreak: one("paid break"),
    unpaidMeal: one("unpaid meal"),
    punchRounding: one("punch rounding"),
  };
}

/** The minimum wage of a state on a day with its rule; null where the rules name none, which is unknown and not zero. */
export function minimumWage(
  book: RuleBook,
  state: string,
  date: IsoDate,
): { readonly rate: Rate; readonly rule: RuleOf<"minimum wage"> } | null {
  const rule = book.on(state, date).minimumWage;
  return rule && { rate: rule.rate, rule };
}
