import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { CheckCode } from "#shared/catalogue.ts";
import type { CheckParameter } from "#shared/contract/reference.ts";
import { formatParameter } from "#shared/parameters.ts";
import { formatDate } from "#shared/week.ts";
import { noteError } from "../../app/notify.ts";
import { api, refreshAll } from "../../client/api.ts";
import { ParameterForm } from "./ParameterForm.tsx";
import classes from "./Setup.module.css";

interface Props {
  readonly code: CheckCode;
  readonly parameter: CheckParameter;
}

/** One number of a check: what holds today, what was set from which day, and a way to change it. */
export function ParameterLine({ code, parameter }: Props) {
  const { name, title, unit, usual, inForce, values } = parameter;
  const [changing, setChanging] = useState(false);
  const change = useRef<HTMLButtonElement>(null);
  const remove = useMutation({
    ...api.reference.removeParameter.mutationOptions(),
    onSuccess: refreshAll,
    onError: (error) => noteError("The value was not taken back", error, "Everything is as it was."),
  });
  const done = () => {
    setChanging(false);
    // The form had the focus, and is gone.
    requestAnimationFrame(() => change.current?.focus());
  };
  return (
    <div className={classes.parameter}>
      <div className={classes.line}>
        <span>{title}</span>
        <span className={classes.value}>
          <strong>{formatParameter(unit, inForce)}</strong>
          {inForce !== usual && <span className={classes.dim}> usually {formatParameter(unit, usual)}</span>}
          <Button
            ref={change}
            size="compact-xs"
            variant="subtle"
            aria-label={`Change ${code}: ${title}`}
            aria-expanded={changing}
            onClick={() => setChanging(!changing)}
          >
            Change
          </Button>
        </span>
      </div>
      {changing && <ParameterForm code={code} parameter={parameter} onDone={done} />}
      {values.length > 0 && (
        <ul className={classes.values} aria-label={`Values of ${title}`}>
          {values.map(({ effectiveFrom, value }) => (
            <li key={effectiveFrom} className={classes.line}>
              <span>
                {formatParameter(unit, value)} for periods that begin {formatDate(effectiveFrom)} or later
              </span>
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={`Take back ${formatParameter(unit, value)} from ${formatDate(effectiveFrom)}`}
                onClick={() => remove.mutate({ code, name, effectiveFrom })}
              >
                Take back
              </Button>
            </li>
          ))}
          <li className={classes.line}>{formatParameter(unit, usual)} before that</li>
        </ul>
      )}
    </div>
  );
}
