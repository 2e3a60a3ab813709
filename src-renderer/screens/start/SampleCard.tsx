import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import type { Progress, WorkspaceStatus } from "#shared/contract/schemas.ts";
import { beginWork } from "../../app/busy.ts";
import { noteError } from "../../app/notify.ts";
import { go, linkTo } from "../../app/route.ts";
import { refreshAll } from "../../client/api.ts";
import { engine } from "../../client/engine.ts";
import { follow, startingWith } from "../../client/long.ts";
import { ProgressLine } from "../../parts/ProgressLine.tsx";
import classes from "./StartScreen.module.css";

/** Opens the sample company, with its real import and check to watch. */
export function SampleCard({ onOpening }: { readonly onOpening: (opening: boolean) => void }) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const abort = useRef<AbortController | null>(null);

  const open = async () => {
    const controller = new AbortController();
    abort.current = controller;
    const over = beginWork();
    setProgress(startingWith("Opening"));
    onOpening(true);
    try {
      await follow<WorkspaceStatus>(
        (options) => engine.workspace.openSample({}, options),
        controller.signal,
        setProgress,
      );
      go(linkTo("board"), true);
      await refreshAll();
    } catch (error) {
      if (!controller.signal.aborted)
        noteError(
          "The sample company could not be opened",
          error,
          "Try again; what is already there will be recognized.",
        );
    } finally {
      over();
      setProgress(null);
      onOpening(false);
    }
  };

  return (
    <section className={classes.card} aria-labelledby="sample-title">
      <h2 id="sample-title">Sample company</h2>
      {progress ? (
        <ProgressLine progress={progress} title="Opening the sample company" onCancel={() => abort.current?.abort()} />
      ) : (
        <>
          <p>Two stations, two weeks of files, invented people, and a handful of leaks to find.</p>
          <Button size="md" onClick={() => void open()}>
            Open the sample company
          </Button>
        </>
      )}
    </section>
  );
}
