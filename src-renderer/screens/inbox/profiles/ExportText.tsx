import { Button, Textarea } from "@mantine/core";
import { useRef, useState } from "react";
import type { MappingProfile } from "#shared/contract/schemas.ts";
import classes from "./Profiles.module.css";
import { textOfProfiles } from "./profileText.ts";

interface Props {
  readonly profiles: readonly MappingProfile[];
  readonly onDone: () => void;
}

const COPY = /Mac/.test(navigator.platform) ? "⌘ C" : "Ctrl C";

/** A mapping as text. The window may not write files of its own accord, so it is copied. */
export function ExportText({ profiles, onDone }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState("");
  const text = textOfProfiles(profiles);
  const copy = async () => {
    box.current?.focus();
    box.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copied.");
    } catch {
      setSaid(`The text is selected: press ${COPY} to copy it.`);
    }
  };
  return (
    <div className={classes.list}>
      <Textarea
        ref={box}
        label={profiles.length === 1 ? `${profiles[0]?.name} as text` : "All mappings as text"}
        description="Copy it into a file or a message. It holds names of columns, no data."
        readOnly
        autosize
        minRows={8}
        maxRows={18}
        classNames={{ input: classes.mono ?? "" }}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p className={classes.note} role="status">
        {said}
      </p>
      <div className={classes.actions}>
        <Button variant="default" onClick={onDone}>
          Back
        </Button>
        <Button onClick={() => void copy()}>Copy</Button>
      </div>
    </div>
  );
}
