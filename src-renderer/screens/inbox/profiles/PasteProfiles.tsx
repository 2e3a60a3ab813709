import { Button, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { note } from "../../../app/notify.ts";
import { api, queryClient } from "../../../client/api.ts";
import { engine } from "../../../client/engine.ts";
import { sentenceOf } from "../../../client/errors.ts";
import { listed, plural } from "../../../parts/plural.ts";
import classes from "./Profiles.module.css";
import { profilesFrom } from "./profileText.ts";

interface Props {
  /** Names that are there already: pasted ones take their place. */
  readonly known: readonly string[];
  readonly onDone: () => void;
}

/** Takes mappings that were exported as text. */
export function PasteProfiles({ known, onDone }: Props) {
  const [text, setText] = useState("");
  const [trouble, setTrouble] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const read = profilesFrom(text);
  const replaced = typeof read === "string" ? [] : read.map(({ name }) => name).filter((name) => known.includes(name));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (typeof read === "string") {
      setTrouble(read);
      return;
    }
    setSaving(true);
    let saved = 0;
    try {
      for (const profile of read) {
        await engine.reference.saveProfile({ profile });
        saved += 1;
      }
      note("Mappings imported", `${plural(saved, "mapping", "mappings")} can be used from now on.`);
      onDone();
    } catch (error) {
      setTrouble(`${sentenceOf(error)} ${saved} of ${read.length} were saved.`);
    } finally {
      setSaving(false);
      await queryClient.invalidateQueries({ queryKey: api.reference.profiles.key() });
    }
  };
  return (
    <form className={classes.list} onSubmit={(event) => void submit(event)}>
      <Textarea
        label="Text of a mapping"
        description="Paste what was exported on another computer."
        autoFocus
        autosize
        minRows={8}
        maxRows={18}
        classNames={{ input: classes.mono ?? "" }}
        value={text}
        error={trouble}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setTrouble(null);
        }}
      />
      <p className={classes.note}>
        {replaced.length > 0 &&
          `${listed(replaced)} ${replaced.length === 1 ? "is" : "are"} saved already and will be replaced.`}
      </p>
      <div className={classes.actions}>
        <Button variant="default" onClick={onDone}>
          Back
        </Button>
        <Button type="submit" disabled={text.trim() === ""} loading={saving}>
          Import
        </Button>
      </div>
    </form>
  );
}
