import { Button, CloseButton } from "@mantine/core";
import { group } from "#shared/money.ts";
import { Icon } from "../../parts/Icon.tsx";
import { claimHref } from "./claimLink.ts";
import classes from "./OutcomeBar.module.css";
import type { Outcome } from "./outcome.ts";

/** As many reasons as one reads; more are rare. */
const REASONS = 4;

interface Props {
  readonly outcome: Outcome;
  readonly onUndo: () => void;
  readonly onListAgain: () => void;
  readonly onClose: () => void;
}

/** What the last decision came to: the claims that were joined, what was left alone and why, and the way back. */
export function OutcomeBar({ outcome, onUndo, onListAgain, onClose }: Props) {
  const { text, claims, left, undo, many } = outcome;
  return (
    <section className={classes.bar} aria-label="Last decision">
      <div className={classes.said}>
        <p className={classes.text}>
          <Icon name={left.some(({ untouched }) => untouched) ? "info" : "check"} size={15} />
          <span>
            {text}
            {claims.length > 0 && " In "}
            {claims.map(({ number, label, added }, index) => (
              <span key={number}>
                {index > 0 && (index === claims.length - 1 ? " and " : ", ")}
                <a href={claimHref(number)}>{label}</a>
                {(many || claims.length > 1) && ` (${group(added)})`}
              </span>
            ))}
            {claims.length > 0 && "."}
          </span>
        </p>
        {left.length > 0 && (
          <ul className={classes.left}>
            {left.slice(0, REASONS).map(({ why, count, untouched }) => (
              <li key={`${untouched} ${why}`}>
                {many && `${group(count)} ${untouched ? "left alone" : "in no claim"}: `}
                {why}
              </li>
            ))}
            {left.length > REASONS && <li>And {group(left.length - REASONS)} more reasons.</li>}
          </ul>
        )}
      </div>
      {undo && (
        <Button size="compact-sm" variant="default" leftSection={<Icon name="undo" size={14} />} onClick={onUndo}>
          Undo
        </Button>
      )}
      {many && (
        <Button size="compact-sm" variant="default" onClick={onListAgain}>
          List again
        </Button>
      )}
      <CloseButton aria-label="Close" size="sm" onClick={onClose} />
    </section>
  );
}
