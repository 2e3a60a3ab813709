import { ActionIcon, Button, Modal, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useState } from "react";
import type { SavedView } from "#shared/contract/review.ts";
import { Icon } from "../../parts/Icon.tsx";
import classes from "./ViewsDialog.module.css";
import { keptAs, type View } from "./view.ts";

interface Props {
  readonly opened: boolean;
  readonly view: View;
  readonly views: readonly SavedView[];
  /** The name of the view that is shown now, if it is one. */
  readonly current: string | undefined;
  readonly onSave: (view: SavedView, rename?: string) => Promise<boolean>;
  readonly onRemove: (name: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Keeps what is shown now under a name; renames and removes what was kept. */
export function ViewsDialog({ opened, view, views, current, onSave, onRemove, onClose }: Props) {
  const [name, setName] = useState("");
  const [tried, setTried] = useState(false);
  useEffect(() => {
    if (!opened) return;
    setName("");
    setTried(false);
  }, [opened]);
  const wanted = name.trim();
  const taken = views.some((each) => each.name === wanted);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wanted !== "" && (await onSave(keptAs(wanted, view)))) onClose();
  };
  return (
    <Modal opened={opened} onClose={onClose} title="Views">
      <form className={classes.form} onSubmit={(event) => void save(event)}>
        <TextInput
          label="Save what is shown now as"
          description="Keeps the filters, the order and the groups."
          className={classes.name ?? ""}
          maxLength={60}
          data-autofocus
          value={name}
          error={tried && wanted === "" ? "Give it a name" : null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit">{taken ? "Replace" : "Save"}</Button>
      </form>
      {taken && <p className={classes.note}>There is a view of this name. Saving puts this one in its place.</p>}
      {views.length > 0 && (
        <ul className={classes.list} aria-label="Saved views">
          {views.map((each) => (
            <Kept
              key={each.name}
              view={each}
              isCurrent={each.name === current}
              names={views.map((other) => other.name)}
              onSave={onSave}
              onRemove={onRemove}
            />
          ))}
        </ul>
      )}
    </Modal>
  );
}

interface KeptProps extends Pick<Props, "onSave" | "onRemove"> {
  readonly view: SavedView;
  readonly isCurrent: boolean;
  readonly names: readonly string[];
}

function Kept({ view, isCurrent, names, onSave, onRemove }: KeptProps) {
  const [renaming, setRenaming] = useState<string | null>(null);
  if (renaming === null)
    return (
      <li className={classes.item}>
        <span className={classes.label}>
          {view.name}
          {isCurrent && <span className={classes.note}> · shown now</span>}
        </span>
        <ActionIcon variant="subtle" aria-label={`Rename ${view.name}`} onClick={() => setRenaming(view.name)}>
          <Icon name="changed" size={15} />
        </ActionIcon>
        <ActionIcon variant="subtle" aria-label={`Remove ${view.name}`} onClick={() => void onRemove(view.name)}>
          <Icon name="close" size={15} />
        </ActionIcon>
      </li>
    );
  const wanted = renaming.trim();
  const taken = wanted !== view.name && names.includes(wanted);
  const rename = async (event: FormEvent) => {
    event.preventDefault();
    if (wanted === "" || taken) return;
    if (wanted === view.name || (await onSave({ ...view, name: wanted }, view.name))) setRenaming(null);
  };
  return (
    <li>
      <form className={classes.form} onSubmit={(event) => void rename(event)}>
        <TextInput
          aria-label={`New name of ${view.name}`}
          className={classes.name ?? ""}
          maxLength={60}
          autoFocus
          value={renaming}
          error={taken ? "There is a view of this name" : null}
          onChange={(event) => setRenaming(event.currentTarget.value)}
        />
        <Button type="submit">Rename</Button>
        <Button variant="default" onClick={() => setRenaming(null)}>
          Cancel
        </Button>
      </form>
    </li>
  );
}
