import { Button, Textarea } from "@mantine/core";
import { type DragEvent, type FormEvent, useEffect, useRef, useState } from "react";
import type { About } from "#shared/contract/claims.ts";
import { chooseFiles, offerFiles } from "../../app/files.ts";
import { sentenceOf } from "../../client/errors.ts";
import { cx } from "../cx.ts";
import { Icon } from "../Icon.tsx";
import { useKeys } from "../keys.ts";
import { Attachments } from "./Attachments.tsx";
import { Comments } from "./Comments.tsx";
import classes from "./Notes.module.css";
import { useNotes } from "./useNotes.ts";

/** Files one command takes. */
const MOST = 50;
/** What was begun and not added yet, by what it is about: looking at something else in between loses nothing. */
const begun = new Map<string, string>();

/** Comments and attachments of a finding or a claim. Files dropped here are attached; they are not imported. The key m leads to the box. */
export function Notes({ about }: { readonly about: About }) {
  // What is written about one thing must never be stored with another.
  return <NotesOf key={JSON.stringify(about)} about={about} />;
}

function NotesOf({ about }: { readonly about: About }) {
  const { notes, error, comment, uncomment, attach, detach } = useNotes(about);
  const key = JSON.stringify(about);
  const [text, setText] = useState(begun.get(key) ?? "");
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  useKeys({ m: () => box.current?.focus() });
  // A drag that ends somewhere else never leaves this place.
  useEffect(() => {
    const end = () => setOver(false);
    window.addEventListener("drop", end, true);
    window.addEventListener("dragend", end);
    return () => {
      window.removeEventListener("drop", end, true);
      window.removeEventListener("dragend", end);
    };
  }, []);

  const write = (next: string) => {
    setText(next);
    if (next === "") begun.delete(key);
    else begun.set(key, next);
  };
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() === "" || busy) return;
    setBusy(true);
    if (await comment(text.trim())) write("");
    setBusy(false);
  };
  const take = async (tokens: readonly string[]) => {
    if (tokens.length > 0) await attach(tokens.slice(0, MOST));
  };
  const drop = async (event: DragEvent) => {
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length === 0) return;
    event.preventDefault();
    await take(await offerFiles(files));
  };
  const leave = ({ currentTarget, relatedTarget }: DragEvent) => {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
  };
  if (error)
    return (
      <p role="alert" className={classes.quiet}>
        Comments and attachments could not be read. {sentenceOf(error)}
      </p>
    );
  return (
    <section
      className={cx(classes.notes, over && classes.over)}
      aria-label="Comments and attachments"
      data-takes-files=""
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={leave}
      onDrop={(event) => void drop(event)}
    >
      {notes && notes.comments.length > 0 && (
        <Comments comments={notes.comments} onRemove={(id) => void uncomment(id)} />
      )}
      {notes && notes.attachments.length > 0 && (
        <Attachments attachments={notes.attachments} onRemove={(id) => void detach(id)} />
      )}
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <Textarea
          ref={box}
          aria-label="Write a comment"
          placeholder={over ? "Drop to attach" : "Write a comment, or drop files here to attach them"}
          autosize
          minRows={1}
          maxRows={8}
          maxLength={4000}
          value={text}
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit(event);
            if (event.key === "Escape") event.currentTarget.blur();
          }}
        />
        <div className={classes.buttons}>
          <Button
            type="submit"
            size="compact-sm"
            variant={text.trim() === "" ? "default" : "filled"}
            loading={busy}
            aria-disabled={text.trim() === ""}
          >
            Add comment
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Icon name="attach" size={14} />}
            onClick={() => void chooseFiles().then(take)}
          >
            Attach files
          </Button>
        </div>
      </form>
    </section>
  );
}
