import { Popover, UnstyledButton } from "@mantine/core";
import { CATALOGUE, KIND_HELP } from "#shared/catalogue.ts";
import type { Board } from "#shared/contract/schemas.ts";
import { formatWeekday } from "#shared/week.ts";
import { cx } from "../../parts/cx.ts";
import { Icon } from "../../parts/Icon.tsx";
import classes from "./CoverageKind.module.css";

type Row = Board["coverage"][number];

const STATES: Record<Row["state"], string> = { present: "present", partial: "partly here", missing: "missing" };

interface Props {
  readonly row: Row;
  readonly days: readonly string[];
}

/** A document’s name, which opens what it is for, what it is usually called and where it is found. */
export function CoverageKind({ row, days }: Props) {
  const { title, usualName, where } = KIND_HELP[row.kind];
  const lacking = days.filter((_, index) => row.days[index] === "missing" || row.days[index] === "partial");
  return (
    <Popover width={360} position="right-start" withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={cx(classes.kind, row.state !== "present" && classes.lacking)}
          aria-label={`${title}: ${STATES[row.state]}. More about it`}
        >
          {title}
          <Icon name="info" size={14} className={classes.info} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.drop ?? ""} aria-label={title}>
        <div tabIndex={-1} data-autofocus className={classes.body}>
          <p className={classes.title}>{title}</p>
          <dl>
            {row.state !== "present" && lacking.length > 0 && lacking.length < 7 && (
              <Line name="Lacking on">{lacking.map(formatWeekday).join(" · ")}</Line>
            )}
            <Line name="Usual name">
              <code>{usualName}</code>
            </Line>
            <Line name="Where it is found">{where}</Line>
            {row.documents.length > 0 && <Line name="Stored">{row.documents.join(", ")}</Line>}
          </dl>
          {row.state !== "present" && row.prevents.length > 0 && (
            <>
              <p className={classes.subtitle}>Without it these checks cannot be made</p>
              <ul className={classes.checks}>
                {row.prevents.map((code) => (
                  <li key={code}>
                    <span className={classes.code}>{code}</span> {CATALOGUE[code].title}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div className={classes.line}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
