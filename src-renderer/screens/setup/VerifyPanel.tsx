import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { Progress, Verification } from "#shared/contract/schemas.ts";
import { beginWork } from "../../app/busy.ts";
import { engine } from "../../client/engine.ts";
import { sentenceOf } from "../../client/errors.ts";
import { follow, startingWith } from "../../client/long.ts";
import { Panel } from "../../parts/Panel.tsx";
import { ProgressLine } from "../../parts/ProgressLine.tsx";
import { Verdict } from "../../parts/Verdict.tsx";
import classes from "./Setup.module.css";

type State =
  | { readonly phase: "idle" }
  | { readonly phase: "running"; readonly progress: Progress }
  | { readonly phase: "done"; readonly result: Verification }
  | { readonly phase: "failed"; readonly sentence: string };

/** Looks whether the workspace is whole, and says so line by line. */
export function VerifyPanel() {
  const [state, setState] = useState<State>({ phase: "idle" });
  const abort = useRef<AbortController>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const verify = async () => {
    const controller = new AbortController();
    abort.current = controller;
    const over = beginWork();
    const paint = (progress: Progress) => setState({ phase: "running", progress });
    paint(startingWith("Verifying"));
    try {
      const result = await follow<Verification>(
        (options) => engine.workspace.verify({}, options),
        controller.signal,
        paint,
      );
      setState({ phase: "done", result });
    } catch (error) {
      setState(controller.signal.aborted ? { phase: "idle" } : { phase: "failed", sentence: sentenceOf(error) });
    } finally {
      over();
    }
  };
  return (
    <Panel
      title="Verify"
      hint="Looks at the database, the audit trail, the evidence, the originals and the packets. Nothing is changed."
      aside={
        <Button size="xs" variant="default" disabled={state.phase === "running"} onClick={() => void verify()}>
          Verify
        </Button>
      }
    >
      {state.phase === "running" && (
        <div className={classes.pad}>
          <ProgressLine
            progress={state.progress}
            title={state.progress.stage || "Verifying"}
            onCancel={() => abort.current?.abort()}
          />
        </div>
      )}
      {state.phase === "failed" && (
        <p role="alert" className={classes.note}>
          It could not be looked at. {state.sentence}
        </p>
      )}
      {state.phase === "done" && (
        <div className={classes.pad}>
          <Verdict
            sentence={state.result.whole ? "The workspace is whole." : "The workspace is not whole."}
            lines={state.result.lines}
          />
        </div>
      )}
    </Panel>
  );
}
