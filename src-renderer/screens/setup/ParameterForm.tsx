import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { CheckCode } from "#shared/catalogue.ts";
import type { CheckParameter } from "#shared/contract/reference.ts";
import { formatParameter, PARAMETER_FORMS, type ParameterUnit, parseParameter } from "#shared/parameters.ts";
import { formatDate, isIsoDate, weekStart } from "#shared/week.ts";
import { note } from "../../app/notify.ts";
import { api, refreshAll } from "../../client/api.ts";
import { sentenceOf } from "../../client/errors.ts";
import { useStatus } from "../../client/status.ts";
import classes from "./Setup.module.css";

const LABELS: Record<ParameterUnit, string> = {
  cents: "Dollars",
  minutes: "Minutes",
  count: "Number",
  "hundredths of an hour": "Hours",
  switch: "Runs",
};

interface Props {
  readonly code: CheckCode;
  readonly parameter: CheckParameter;
  readonly onDone: () => void;
}

/** Another value for a number of a check, and the day from which it holds. */
export function ParameterForm({ code, parameter: { name, title, unit, inForce }, onDone }: Props) {
  const { data: status } = useStatus();
  const [text, setText] = useState(formatParameter(unit, inForce));
  const [day, setDay] = useState<string>();
  const [tried, setTried] = useState(false);
  // The week that is under way is the first that nobody has looked at yet.
  const effectiveFrom = day ?? (status ? weekStart(status.today) : "");
  const value = parseParameter(unit, text);
  const save = useMutation({
    ...api.reference.setParameter.mutationOptions(),
    onSuccess: async (_, saved) => {
      await refreshAll();
      note(
        `${code}: ${formatParameter(unit, saved.value)}`,
        `${title}, from ${formatDate(saved.effectiveFrom)} on. Check now to compare with it.`,
      );
      onDone();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (value !== undefined && isIsoDate(effectiveFrom)) save.mutate({ code, name, effectiveFrom, value });
  };
  return (
    <form className={classes.parameterForm} onSubmit={submit} noValidate aria-label={`Change ${code}: ${title}`}>
      {unit === "switch" ? (
        <SegmentedControl
          size="xs"
          className={classes.parameterSwitch ?? ""}
          aria-label={LABELS[unit]}
          data={["on", "off"]}
          value={text}
          onChange={setText}
        />
      ) : (
        <TextInput
          label={LABELS[unit]}
          size="xs"
          autoFocus
          maxLength={30}
          value={text}
          error={tried && value === undefined ? `Write ${PARAMETER_FORMS[unit]}` : null}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <TextInput
        type="date"
        label="For periods that begin on or after"
        size="xs"
        value={effectiveFrom}
        error={tried && !isIsoDate(effectiveFrom) ? "Choose a day of the calendar" : null}
        onChange={(event) => setDay(event.currentTarget.value)}
      />
      <div className={classes.parameterButtons}>
        <Button type="submit" size="xs" loading={save.isPending}>
          Save
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          Cancel
        </Button>
      </div>
      {save.error && (
        <p role="alert" className={classes.error}>
          Nothing was saved. {sentenceOf(save.error)}
        </p>
      )}
    </form>
  );
}
