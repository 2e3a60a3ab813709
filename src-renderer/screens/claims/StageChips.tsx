import { UnstyledButton } from "@mantine/core";
import { CLAIM_STATES, type ClaimList } from "#shared/contract/claims.ts";
import { formatCents, group } from "#shared/money.ts";
import { CLAIM_WORDS } from "../../parts/claimMarks.tsx";
import { cx } from "../../parts/cx.ts";
import { Icon } from "../../parts/Icon.tsx";
import type { IconName } from "../../parts/icons.ts";
import classes from "./ClaimsScreen.module.css";
import type { Stage } from "./view.ts";

interface Props {
  readonly stage: Stage;
  /** Of all claims, whatever the filter. */
  readonly states: ClaimList["states"];
  readonly onChange: (stage: Stage) => void;
}

/** The states a claim goes through, in their order, with how many claims are in each. One of them narrows the list. */
export function StageChips({ stage, states, onChange }: Props) {
  const of = (some: (status: string) => boolean) =>
    states
      .filter(({ status }) => some(status))
      .reduce((sum, { count, cents }) => ({ count: sum.count + count, cents: sum.cents + cents }), {
        count: 0,
        cents: 0,
      });
  const chip = (value: Stage, word: string, icon: IconName | null, some: (status: string) => boolean) => {
    const { count, cents } = of(some);
    return (
      <UnstyledButton
        key={value}
        className={cx(classes.chip, stage === value && classes.chosen, count === 0 && classes.without)}
        aria-pressed={stage === value}
        title={`${word}: ${formatCents(cents)}`}
        onClick={() => onChange(stage === value ? "open" : value)}
      >
        {icon && <Icon name={icon} size={14} />}
        {word}
        <span className={classes.count}>{group(count)}</span>
      </UnstyledButton>
    );
  };
  return (
    <fieldset className={classes.chips}>
      <legend className="sr-only">State</legend>
      {chip("open", "Not closed", null, (status) => status !== "closed")}
      {CLAIM_STATES.map((state) =>
        chip(state, CLAIM_WORDS[state].word, CLAIM_WORDS[state].icon, (status) => status === state),
      )}
      {chip("all", "All", null, () => true)}
    </fieldset>
  );
}
