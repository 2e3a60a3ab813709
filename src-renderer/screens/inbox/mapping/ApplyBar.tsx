import { Button, Checkbox, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { MappingAnswer, MappingProfile, Plan } from "#shared/contract/schemas.ts";
import { api } from "../../../client/api.ts";
import { hasCode, sentenceOf } from "../../../client/errors.ts";
import classes from "./Mapping.module.css";

interface Props {
  readonly where: Omit<MappingAnswer, "profile">;
  /** The mapping once it can be applied. */
  readonly profile: MappingProfile | null;
  readonly suggested: string;
  readonly onApplied: (plan: Plan, saved: string | null) => void;
  readonly onClose: () => void;
}

/** The mapping's name, whether it is kept, and the way on. */
export function ApplyBar({ where, profile, suggested, onApplied, onClose }: Props) {
  const [name, setName] = useState(suggested);
  const [save, setSave] = useState(true);
  const saved = useQuery({ ...api.reference.profiles.queryOptions({ input: {} }), staleTime: 0 });
  const apply = useMutation(api.documents.applyMapping.mutationOptions());
  const taken = save && saved.data?.some((other) => other.name === name.trim());
  const unnamed = save && name.trim() === "";
  const start = () => {
    if (!profile || unnamed) return;
    const called = name.trim() || suggested;
    apply.mutate(
      { ...where, profile: { ...profile, name: called }, save },
      {
        onSuccess: (plan) => {
          void saved.refetch();
          onApplied(plan, save ? called : null);
        },
      },
    );
  };
  return (
    <form
      className={classes.foot}
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <TextInput
        label="Name of this mapping"
        className={classes.nameBox ?? ""}
        maxLength={80}
        disabled={!save}
        value={name}
        error={unnamed ? "Give it a name, so that it can be found again" : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Checkbox
        className={classes.remember ?? ""}
        label="Remember for files with the same columns"
        description={taken ? "Takes the place of the saved mapping of that name" : "They are then read without asking"}
        checked={save}
        onChange={(event) => setSave(event.currentTarget.checked)}
      />
      <p className={classes.failure} role="alert">
        {apply.error &&
          (hasCode(apply.error, "STALE_PLAN") || hasCode(apply.error, "NOT_FOUND")
            ? "The preview is out of date. Nothing was stored. Close this, discard the preview and drop the file again."
            : `${sentenceOf(apply.error)} Nothing was stored; your answers are still here.`)}
      </p>
      <Button variant="default" onClick={onClose}>
        Cancel
      </Button>
      <Button type="submit" disabled={profile === null || unnamed} loading={apply.isPending}>
        Apply
      </Button>
    </form>
  );
}
