import { Button } from "@mantine/core";
import { useState } from "react";
import { chooseFiles } from "../../app/files.ts";
import { useImports } from "../../app/imports.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { useKeys } from "../../parts/keys.ts";
import { Panel } from "../../parts/Panel.tsx";
import { ProgressLine } from "../../parts/ProgressLine.tsx";
import { DropArea } from "./DropArea.tsx";
import { FailedPanel } from "./FailedPanel.tsx";
import { HistoryPanel } from "./HistoryPanel.tsx";
import classes from "./InboxScreen.module.css";
import { PreviewPanel } from "./PreviewPanel.tsx";
import { SavedMappings } from "./profiles/SavedMappings.tsx";
import { ReadingPanel } from "./ReadingPanel.tsx";
import { ResultPanel } from "./ResultPanel.tsx";

const RUNNING = {
  importing: ["Importing", "Either every row is stored or none is. You can leave this screen."],
  checking: ["Checking", "The files are stored. Only the weeks they touch are checked."],
} as const;

/** Where files come in: drop, preview, import, and take back. */
export function InboxScreen({ onTokens }: { readonly onTokens: (tokens: readonly string[]) => void }) {
  const { state, waiting, importAll, cancel, discard } = useImports();
  const choose = () => void chooseFiles().then(onTokens);
  const [mappings, setMappings] = useState(false);
  const running = state.phase === "reading" || state.phase === "importing" || state.phase === "checking";
  useKeys({
    i: state.phase === "preview" ? importAll : undefined,
    "mod+Enter": state.phase === "preview" ? importAll : undefined,
    Escape: running ? cancel : undefined,
  });
  return (
    <div className={classes.inbox}>
      <div className={classes.head}>
        <h1 className={classes.title}>Inbox</h1>
        <div className={classes.actions}>
          <Button variant="subtle" leftSection={<Icon name="mapping" size={16} />} onClick={() => setMappings(true)}>
            Saved mappings
          </Button>
          {state.phase !== "idle" && (
            <Button variant="default" leftSection={<Icon name="folder" size={16} />} onClick={choose}>
              Choose files
            </Button>
          )}
        </div>
      </div>
      {waiting > 0 && (
        <div className={classes.waiting} role="status">
          <Icon name="clock" />
          <span>
            {waiting === 1 ? "1 more dropped file is waiting." : `${waiting} more dropped files are waiting.`}{" "}
            {running || state.phase === "preview" ? "They are read after this import." : ""}
          </span>
          {!running && (
            <Button size="compact-sm" variant="default" onClick={discard}>
              {state.phase === "preview" ? "Discard this preview and read them" : "Read them now"}
            </Button>
          )}
        </div>
      )}
      {state.phase === "idle" && <DropArea onChoose={choose} notice={state.notice} />}
      {state.phase === "reading" && <ReadingPanel progress={state.progress} names={state.names} onCancel={cancel} />}
      {(state.phase === "importing" || state.phase === "checking") && (
        <Panel title={RUNNING[state.phase][0]} hint={RUNNING[state.phase][1]}>
          <div className={classes.pad}>
            <ProgressLine
              progress={state.progress}
              title={state.progress.stage || RUNNING[state.phase][0]}
              onCancel={cancel}
            />
          </div>
        </Panel>
      )}
      {state.phase === "preview" && <PreviewPanel plan={state.plan} />}
      {state.phase === "done" && <ResultPanel {...state} />}
      {state.phase === "failed" && <FailedPanel {...state} onChoose={choose} />}
      <HistoryPanel quietly={state.phase === "preview"} />
      <SavedMappings opened={mappings} onClose={() => setMappings(false)} />
    </div>
  );
}
