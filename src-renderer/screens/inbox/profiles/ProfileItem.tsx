import { Button } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useMutation } from "@tanstack/react-query";
import type { MappingProfile } from "#shared/contract/schemas.ts";
import { note, noteError } from "../../../app/notify.ts";
import { api, queryClient } from "../../../client/api.ts";
import { documentTitle } from "../../../parts/documentTitle.ts";
import classes from "./Profiles.module.css";

interface Props {
  readonly profile: MappingProfile;
  readonly onEdit: () => void;
  readonly onExport: () => void;
}

/** One saved mapping, with the columns it knows. */
export function ProfileItem({ profile, onEdit, onExport }: Props) {
  const { name, kind, layout, columns } = profile;
  const remove = useMutation(api.reference.removeProfile.mutationOptions());
  const ask = () =>
    modals.openConfirmModal({
      title: "Remove this mapping?",
      children: (
        <p className={classes.note}>
          <strong>{name}</strong> is forgotten. Files that were read with it stay as they are; the next file with these
          columns is asked about again.
        </p>
      ),
      labels: { confirm: "Remove mapping", cancel: "Keep it" },
      confirmProps: { color: "red.8" },
      onConfirm: () =>
        remove.mutate(
          { name },
          {
            onSuccess: async () => {
              await queryClient.invalidateQueries({ queryKey: api.reference.profiles.key() });
              note("Mapping removed", `${name} was forgotten.`);
            },
            onError: (failure) => noteError("The mapping could not be removed", failure, "It is still there."),
          },
        ),
    });
  return (
    <li className={classes.item}>
      <p className={classes.name}>{name}</p>
      <p className={classes.kind}>{documentTitle(kind, layout)}</p>
      <p className={classes.columns}>{Object.values(columns).join(" · ")}</p>
      <div className={classes.actions}>
        <Button size="compact-xs" variant="default" aria-label={`Rename or edit ${name}`} onClick={onEdit}>
          Rename or edit
        </Button>
        <Button size="compact-xs" variant="default" aria-label={`Export ${name}`} onClick={onExport}>
          Export
        </Button>
        <Button size="compact-xs" variant="default" aria-label={`Remove ${name}`} onClick={ask}>
          Remove
        </Button>
      </div>
    </li>
  );
}
