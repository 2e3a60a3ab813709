import { Button, Checkbox, Radio, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { MappingProfile } from "#shared/contract/schemas.ts";
import { note } from "../../../app/notify.ts";
import { api, queryClient } from "../../../client/api.ts";
import { sentenceOf } from "../../../client/errors.ts";
import { documentTitle } from "../../../parts/documentTitle.ts";
import { withSign, withSource } from "../mapping/draft.ts";
import classes from "./Profiles.module.css";
import { fieldWords } from "./profileText.ts";

interface Props {
  readonly profile: MappingProfile;
  readonly taken: readonly string[];
  readonly onDone: () => void;
}

const ORDERS = ["month first", "day first"] as const;
const STYLES = ["1,234.56", "1.234,56"] as const;

/** A saved mapping with its name and every answer it holds. */
export function EditProfile({ profile: given, taken, onDone }: Props) {
  const [profile, setProfile] = useState(given);
  const save = useMutation(api.reference.saveProfile.mutationOptions());
  const name = profile.name.trim();
  const trouble =
    name === ""
      ? "Give it a name, so that it can be found again"
      : name !== given.name && taken.includes(name)
        ? "Another mapping has this name"
        : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (trouble !== null) return;
    save.mutate(
      { profile: { ...profile, name }, ...(name !== given.name && { rename: given.name }) },
      {
        onSuccess: async () => {
          await queryClient.invalidateQueries({ queryKey: api.reference.profiles.key() });
          note("Mapping saved", `${name} is used for the next file with its columns.`);
          onDone();
        },
      },
    );
  };
  return (
    <form className={classes.list} onSubmit={submit}>
      <TextInput
        label="Name"
        data-autofocus
        autoFocus
        maxLength={80}
        value={profile.name}
        error={trouble}
        onChange={(event) => setProfile({ ...profile, name: event.currentTarget.value })}
      />
      <p className={classes.note}>
        {documentTitle(profile.kind, profile.layout)}. To take in a column that is not here, remove this mapping and
        drop a file again.
      </p>
      <fieldset className={classes.group}>
        <legend>Columns</legend>
        {Object.entries(profile.columns).map(([field, title]) => (
          <div key={field} className={classes.pair}>
            <TextInput
              size="xs"
              label={fieldWords(field)}
              maxLength={300}
              value={title}
              onChange={(event) =>
                setProfile({ ...profile, columns: { ...profile.columns, [field]: event.currentTarget.value } })
              }
            />
            {given.reversed.includes(field) && (
              <Checkbox
                size="xs"
                label="Opposite sign"
                aria-label={`${fieldWords(field)}: opposite sign`}
                checked={profile.reversed.includes(field)}
                onChange={(event) => setProfile(withSign(profile, field, event.currentTarget.checked))}
              />
            )}
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={`Leave out ${fieldWords(field)}`}
              onClick={() => setProfile(withSource(profile, field, { from: "nowhere" }))}
            >
              Leave out
            </Button>
          </div>
        ))}
      </fieldset>
      {Object.keys(profile.constants).length > 0 && (
        <fieldset className={classes.group}>
          <legend>The same for every row</legend>
          {Object.entries(profile.constants).map(([field, text]) => (
            <TextInput
              key={field}
              size="xs"
              label={fieldWords(field)}
              maxLength={300}
              value={text}
              onChange={(event) =>
                setProfile({ ...profile, constants: { ...profile.constants, [field]: event.currentTarget.value } })
              }
            />
          ))}
        </fieldset>
      )}
      <Radio.Group
        label="Dates are written"
        value={profile.dates}
        onChange={(value) => setProfile({ ...profile, dates: ORDERS.find((each) => each === value) ?? profile.dates })}
      >
        <div className={classes.choices}>
          <Radio size="xs" value="month first" label="Month first" />
          <Radio size="xs" value="day first" label="Day first" />
        </div>
      </Radio.Group>
      <Radio.Group
        label="Numbers are written"
        value={profile.numbers}
        onChange={(value) =>
          setProfile({ ...profile, numbers: STYLES.find((each) => each === value) ?? profile.numbers })
        }
      >
        <div className={classes.choices}>
          {STYLES.map((style) => (
            <Radio key={style} size="xs" value={style} label={style} />
          ))}
        </div>
      </Radio.Group>
      <p className={classes.bad} role="alert">
        {save.error && `The mapping was not saved. ${sentenceOf(save.error)} Your answers are still here.`}
      </p>
      <div className={classes.actions}>
        <Button variant="default" onClick={onDone}>
          Back
        </Button>
        <Button type="submit" disabled={trouble !== null} loading={save.isPending}>
          Save mapping
        </Button>
      </div>
    </form>
  );
}
