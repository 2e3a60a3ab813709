import { ActionIcon, Button } from "@mantine/core";
import type { Notes } from "#shared/contract/claims.ts";
import { SAVE_KINDS } from "#shared/shell.ts";
import { note, noteError } from "../../app/notify.ts";
import { engine } from "../../client/engine.ts";
import { formatBytes } from "../bytes.ts";
import { Icon } from "../Icon.tsx";
import { formatWhen } from "../when.ts";
import classes from "./Notes.module.css";

type Attachment = Notes["attachments"][number];

/** The kind the save dialog knows the file as; none for a kind it does not know. */
function kindOf(name: string) {
  const ending = name.toLowerCase().split(".").at(-1);
  return SAVE_KINDS.find((kind) => kind === ending);
}

/** Asks where a copy of the file shall go and writes it there. */
async function save({ id, name }: Attachment): Promise<void> {
  const kind = kindOf(name);
  if (!kind) return;
  try {
    const to = await window.backhaul.saveAs({ suggestedName: name.slice(0, 200), kind });
    if (to === null) return;
    const { file } = await engine.claims.saveAttachment({ id, to });
    note("Saved", file.split(/[\\/]/).at(-1) ?? file);
  } catch (error) {
    noteError(`${name} was not saved`, error, "It is still attached.");
  }
}

interface Props {
  readonly attachments: readonly Attachment[];
  readonly onRemove: (id: number) => void;
}

/** Files that people added. They lie in the workspace’s archive, as they were. */
export function Attachments({ attachments, onRemove }: Props) {
  return (
    <ul className={classes.list} aria-label="Attachments">
      {attachments.map((attachment) => {
        const { id, at, actor, name, sha256, bytes } = attachment;
        return (
          <li key={id} className={classes.attachment}>
            <Icon name="attach" size={15} />
            <div className={classes.file}>
              <span className={classes.name} title={`SHA-256 ${sha256}`}>
                {name}
              </span>
              <span className={classes.by}>
                {formatBytes(bytes)} · {actor}, {formatWhen(at)}
              </span>
            </div>
            {kindOf(name) && (
              <Button size="compact-xs" variant="default" onClick={() => void save(attachment)}>
                Save a copy
              </Button>
            )}
            <ActionIcon
              size="sm"
              variant="subtle"
              color="gray"
              aria-label={`Take ${name} away`}
              title="Take away"
              onClick={() => onRemove(id)}
            >
              <Icon name="close" size={13} />
            </ActionIcon>
          </li>
        );
      })}
    </ul>
  );
}
