import { Button, Modal, Select, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { ListKind } from "#shared/contract/reference.ts";
import { note } from "../../app/notify.ts";
import { api, refreshAll } from "../../client/api.ts";
import { sentenceOf } from "../../client/errors.ts";
import { CHOICES, ENTRY_WORDS, FORMS, KEYS, REQUIRED, shapeOf, wrongWith } from "./lists.ts";
import classes from "./Setup.module.css";

interface Props {
  readonly kind: ListKind;
  readonly columns: readonly string[];
  /** The cells of the entry that is changed; none for a new one. */
  readonly cells: Readonly<Record<string, string>>;
  readonly onClose: () => void;
}

/** An entry of a list to fill in. What is typed is stored as a small file of its own, so that it can be shown and undone like any other. */
export function EntryDialog({ kind, columns, cells, onClose }: Props) {
  const isNew = Object.keys(cells).length === 0;
  const [typed, setTyped] = useState(cells);
  const [attempts, setAttempts] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const save = useMutation({
    ...api.reference.saveEntry.mutationOptions(),
    onSuccess: async ({ changed }) => {
      await refreshAll();
      note(
        changed ? "Saved" : "Nothing changed",
        changed ? "It stands in the Inbox’s history and can be undone there." : "The list says so already.",
      );
      onClose();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAttempts((before) => before + 1);
    if (columns.every((title) => wrongWith(kind, title, typed[title] ?? "") === null))
      save.mutate({ kind, cells: typed });
  };
  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempts]);
  const word = ENTRY_WORDS[kind];
  return (
    <Modal opened onClose={onClose} size="lg" title={isNew ? `New ${word}` : `Change this ${word}`}>
      <form ref={form} className={classes.form} onSubmit={submit} noValidate>
        {columns.map((title, index) => (
          <Field
            key={title}
            title={title}
            value={typed[title] ?? ""}
            required={REQUIRED[kind].includes(title)}
            fixed={!isNew && KEYS[kind].includes(title)}
            first={index === 0}
            error={attempts > 0 ? wrongWith(kind, title, typed[title] ?? "") : null}
            onChange={(value) => setTyped((before) => ({ ...before, [title]: value }))}
          />
        ))}
        {!isNew && (
          <p className={classes.wide}>
            {KEYS[kind].join(", ")} {KEYS[kind].length === 1 ? "says" : "say"} which {word} this is. For another one,
            add a new {word}.
          </p>
        )}
        {save.error && (
          <p role="alert" className={classes.error}>
            Nothing was saved. {sentenceOf(save.error)}
          </p>
        )}
        <div className={classes.formFoot}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={save.isPending}>
            Save
          </Button>
        </div>
      </form>
    </Modal>
  );
}

interface FieldProps {
  readonly title: string;
  readonly value: string;
  readonly required: boolean;
  /** Whether it says which entry is changed, so that it stays as it is. */
  readonly fixed: boolean;
  readonly first: boolean;
  readonly error: string | null;
  readonly onChange: (value: string) => void;
}

function Field({ title, value, required, fixed, first, error, onChange }: FieldProps) {
  const shared = { label: title, description: FORMS[title] ?? "", required, error };
  const focus = first ? { "data-autofocus": true } : {};
  const choices = CHOICES[title];
  if (choices) {
    const known = choices.some((choice) => choice.value === value) || value === "";
    return (
      <Select
        {...shared}
        {...focus}
        data={known ? [...choices] : [...choices, { value, label: value }]}
        searchable
        readOnly={fixed}
        placeholder="Choose"
        value={value || null}
        onChange={(next) => onChange(next ?? "")}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      {...focus}
      type={shapeOf(title) === "date" ? "date" : "text"}
      readOnly={fixed}
      maxLength={300}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
