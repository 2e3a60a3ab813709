import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { Progress, SupportBundle } from "#shared/contract/schemas.ts";
import { beginWork } from "../../app/busy.ts";
import { noteError } from "../../app/notify.ts";
import { engine } from "../../client/engine.ts";
import { follow, startingWith } from "../../client/long.ts";
import { useStatus } from "../../client/status.ts";
import { Panel } from "../../parts/Panel.tsx";
import { ProgressLine } from "../../parts/ProgressLine.tsx";
import setup from "./Setup.module.css";
import classes from "./SupportPanel.module.css";

/** Puts the support bundle together, shows every word of it, and saves it. Sending is up to the person. */
export function SupportPanel() {
  const { data: status } = useStatus();
  const [progress, setProgress] = useState<Progress>();
  const [bundle, setBundle] = useState<SupportBundle>();
  const abort = useRef<AbortController>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const make = async (to: string | undefined) => {
    const controller = new AbortController();
    abort.current = controller;
    const over = beginWork();
    setProgress(startingWith("Looking"));
    try {
      const input = to === undefined ? {} : { to };
      const start = (options: { signal: AbortSignal }) => engine.workspace.supportBundle(input, options);
      setBundle(await follow<SupportBundle>(start, controller.signal, setProgress));
    } catch (error) {
      if (!controller.signal.aborted)
        noteError("The support bundle was not made", error, "Nothing was written or sent.");
    } finally {
      setProgress(undefined);
      over();
    }
  };
  const save = async () => {
    const name = `Backhaul support ${status?.today ?? ""}`.trim();
    const to = await window.backhaul.saveAs({ suggestedName: name, kind: "zip" });
    if (to !== null) await make(to);
  };
  const reveal = (file: string) => {
    window.backhaul.revealPacket(file).catch((error: unknown) => {
      noteError("The folder could not be shown", error, `${file} is written.`);
    });
  };
  return (
    <Panel
      title="Support bundle"
      hint="For whoever helps you: versions, counts and faults as plain text. No names, amounts, stations, files or paths. Nothing is sent."
      aside={
        <div className={setup.actions}>
          <Button size="xs" variant="default" disabled={progress !== undefined} onClick={() => void make(undefined)}>
            Show what it holds
          </Button>
          <Button size="xs" variant="default" disabled={progress !== undefined} onClick={() => void save()}>
            Save…
          </Button>
        </div>
      }
    >
      {progress && (
        <div className={setup.pad}>
          <ProgressLine
            progress={progress}
            title={progress.stage || "Looking"}
            onCancel={() => abort.current?.abort()}
          />
        </div>
      )}
      {bundle && !progress && (
        <div className={setup.pad}>
          <p role="status" className={setup.text}>
            {bundle.file === null ? (
              "This is every word of it."
            ) : (
              <>
                {bundle.file} is written. Read it, then send it yourself.{" "}
                <Button size="compact-sm" variant="subtle" onClick={() => reveal(bundle.file ?? "")}>
                  Show in folder
                </Button>
              </>
            )}
          </p>
          {bundle.parts.map(({ name, text }) => (
            <details key={name} className={classes.part} open={name === "verify.txt"}>
              <summary className={classes.name}>{name}</summary>
              <pre className={classes.words}>{text}</pre>
            </details>
          ))}
        </div>
      )}
    </Panel>
  );
}
