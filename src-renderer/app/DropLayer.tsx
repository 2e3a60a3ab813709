import { useEffect, useEffectEvent, useState } from "react";
import { Icon } from "../parts/Icon.tsx";
import classes from "./DropLayer.module.css";
import { offerFiles } from "./files.ts";
import { note } from "./notify.ts";

/** Whether a drag carries files rather than text or a link of our own. */
function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}

/** Whether something on the page takes dropped files itself, as the notes of a claim do. */
function isTakenThere(event: DragEvent): boolean {
  return event.target instanceof Element && event.target.closest("[data-takes-files]") !== null;
}

interface Props {
  /** Takes the files; left out where there is no workspace yet to take them. */
  readonly onFiles?: (tokens: readonly string[]) => void;
}

const FIRST = "Open or create a workspace first";

/** Takes files dropped anywhere on the window and says so while they hover over it. */
export function DropLayer({ onFiles }: Props) {
  const [over, setOver] = useState(false);
  const drop = useEffectEvent(async (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    setOver(false);
    if (isTakenThere(event)) return;
    if (!onFiles) {
      note(FIRST, "Nothing was read. Drop the files again once it is open.");
      return;
    }
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) onFiles(await offerFiles(files));
  });

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const hover = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
      setOver(!isTakenThere(event));
    };
    window.addEventListener("dragenter", hover, { signal });
    window.addEventListener("dragover", hover, { signal });
    // Only leaving the window itself has no place it goes to.
    window.addEventListener("dragleave", (event) => event.relatedTarget === null && setOver(false), { signal });
    window.addEventListener("dragend", () => setOver(false), { signal });
    window.addEventListener("drop", (event) => void drop(event), { signal });
    return () => controller.abort();
  }, []);

  if (!over) return null;
  return (
    <div className={classes.layer} aria-hidden="true">
      <div className={classes.card}>
        <Icon name="drop" size={40} />
        <p className={classes.title}>{onFiles ? "Drop to preview" : FIRST}</p>
        <p className={classes.text}>
          {onFiles
            ? "Files, folders and ZIPs, as many as you like. Nothing is stored until you say so."
            : "Then drop the files again."}
        </p>
      </div>
    </div>
  );
}
