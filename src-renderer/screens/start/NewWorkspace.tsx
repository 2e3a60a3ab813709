import { Button, Select, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { DSP_CODE, STATION_CODE } from "#shared/codes.ts";
import { go, linkTo } from "../../app/route.ts";
import { api, refreshAll } from "../../client/api.ts";
import { sentenceOf } from "../../client/errors.ts";
import classes from "./StartScreen.module.css";
import { STATES, ZONES, zoneOf } from "./states.ts";

const EMPTY = { dspCode: "", station: "", stationName: "", state: "", timeZone: "" };
type Form = typeof EMPTY;

const MISSING: Record<keyof Form, string> = {
  dspCode: "Enter your DSP code, as it stands in your report names",
  station: "Enter the station’s code",
  stationName: "Enter a name for the station",
  state: "Choose the state the station is in",
  timeZone: "Choose the station’s time zone",
};

/** Codes that are written in one way only, and that way in words. */
const WRITTEN: Partial<Record<keyof Form, readonly [RegExp, string]>> = {
  dspCode: [DSP_CODE, "A DSP code is 2 to 12 letters and digits, without spaces, like ABCD"],
  station: [STATION_CODE, "A station code is two to four letters and one or two digits, like DXA4"],
};

/** What is wrong with a field, as a sentence. */
function wrongWith(form: Form, key: keyof Form): string | null {
  const text = form[key].trim();
  if (text === "") return MISSING[key];
  const written = WRITTEN[key];
  return written && !written[0].test(text) ? written[1] : null;
}

/** The few facts a workspace of one’s own begins with. */
export function NewWorkspace({ onBack }: { readonly onBack: () => void }) {
  const [form, setForm] = useState<Form>(EMPTY);
  const [attempts, setAttempts] = useState(0);
  const formRef = useRef<HTMLFormElement>(null);
  const create = useMutation({
    ...api.workspace.create.mutationOptions(),
    onSuccess: async () => {
      go(linkTo("inbox"), true);
      await refreshAll();
    },
  });

  const set = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }));
  const errorOf = (key: keyof Form) => (attempts > 0 ? wrongWith(form, key) : null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAttempts((before) => before + 1);
    const keys = Object.keys(MISSING) as (keyof Form)[];
    if (keys.every((key) => wrongWith(form, key) === null)) create.mutate(form);
  };
  useEffect(() => {
    if (attempts > 0) formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempts]);

  return (
    <form ref={formRef} className={classes.form} onSubmit={submit} noValidate aria-labelledby="new-title">
      <h2 id="new-title">Start your own</h2>
      <TextInput
        name="dspCode"
        label="DSP code"
        description="The four letters in your report names"
        placeholder="ABCD"
        maxLength={12}
        required
        autoFocus
        value={form.dspCode}
        error={errorOf("dspCode")}
        onChange={(event) => set({ dspCode: event.currentTarget.value.toUpperCase() })}
      />
      <TextInput
        name="station"
        label="Station code"
        description="Your first station; more can follow"
        placeholder="DXA4"
        minLength={2}
        maxLength={8}
        required
        value={form.station}
        error={errorOf("station")}
        onChange={(event) => set({ station: event.currentTarget.value.toUpperCase() })}
      />
      <TextInput
        className={classes.wide ?? ""}
        name="stationName"
        label="Station name"
        placeholder="Nashville North"
        maxLength={60}
        required
        value={form.stationName}
        error={errorOf("stationName")}
        onChange={(event) => set({ stationName: event.currentTarget.value })}
      />
      <Select
        name="state"
        label="State"
        placeholder="Choose"
        data={STATES}
        searchable
        required
        value={form.state || null}
        error={errorOf("state")}
        onChange={(state) => set({ state: state ?? "", ...(state ? { timeZone: zoneOf(state) } : {}) })}
      />
      <Select
        name="timeZone"
        label="Time zone"
        placeholder="Choose"
        data={ZONES}
        required
        allowDeselect={false}
        value={form.timeZone || null}
        error={errorOf("timeZone")}
        onChange={(timeZone) => set({ timeZone: timeZone ?? "" })}
      />
      {create.error && (
        <p className={classes.error} role="alert">
          The workspace was not created. {sentenceOf(create.error)}
        </p>
      )}
      <div className={classes.formFoot}>
        <Button variant="default" onClick={onBack}>
          Back
        </Button>
        <Button type="submit" loading={create.isPending}>
          Create workspace
        </Button>
      </div>
    </form>
  );
}
