import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { MenuCommand } from "#shared/shell.ts";
import { refreshAll } from "../client/api.ts";
import { engine } from "../client/engine.ts";
import type { OpenWorkspace } from "../client/status.ts";
import { useKeys } from "../parts/keys.ts";
import { BoardScreen } from "../screens/board/BoardScreen.tsx";
import { ClaimsScreen } from "../screens/claims/ClaimsScreen.tsx";
import { InboxScreen } from "../screens/inbox/InboxScreen.tsx";
import { LedgerScreen } from "../screens/ledger/LedgerScreen.tsx";
import { ReviewScreen } from "../screens/review/ReviewScreen.tsx";
import { SetupScreen } from "../screens/setup/SetupScreen.tsx";
import { giveCommand } from "./commands.ts";
import { DeadlineStrip } from "./DeadlineStrip.tsx";
import { DropLayer } from "./DropLayer.tsx";
import { EngineNotice } from "./EngineNotice.tsx";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { chooseFiles } from "./files.ts";
import { Header } from "./Header.tsx";
import { useImports } from "./imports.tsx";
import { noteError } from "./notify.ts";
import { forgetPlaces, go, lastOf, linkTo, type Screen, useRoute } from "./route.ts";
import classes from "./Shell.module.css";
import { ShortcutSheet } from "./ShortcutSheet.tsx";
import { useCheckByItself } from "./useCheckByItself.ts";
import { useDeadlineWarnings } from "./useDeadlineWarnings.ts";
import { useDriveNotice } from "./useDriveNotice.ts";
import { WorkStrip } from "./WorkStrip.tsx";

const TITLES: Record<Screen, string> = {
  board: "Board",
  inbox: "Inbox",
  review: "Review",
  claims: "Claims",
  ledger: "Ledger",
  setup: "Setup",
};

/** The window with a workspace open. */
export function Shell({ workspace }: { readonly workspace: OpenWorkspace }) {
  const { screen } = useRoute();
  const { state, add, checkNow, cancel, clear } = useImports();
  useCheckByItself(workspace.name);
  useDriveNotice(workspace.name, workspace.driveWarning);
  const { notice, putAway } = useDeadlineWarnings(workspace.name, state.phase);
  const [sheet, setSheet] = useState(false);

  const takeFiles = (tokens: readonly string[]) => {
    if (tokens.length === 0) return;
    go(linkTo("inbox"));
    add(tokens);
  };
  const close = async () => {
    try {
      // What it has checked is kept; the rest is taken up when the workspace is opened again.
      if (state.phase === "checking") cancel();
      await engine.workspace.close({});
      clear();
      forgetPlaces();
      go(linkTo("board"), true);
      await refreshAll();
    } catch (error) {
      noteError("The workspace could not be closed", error, "It is still open; nothing was lost.");
    }
  };
  const obey = useEffectEvent((command: MenuCommand) => {
    if (
      command === "board" ||
      command === "inbox" ||
      command === "review" ||
      command === "claims" ||
      command === "ledger" ||
      command === "setup"
    )
      go(lastOf(command));
    else if (command === "add-files") void chooseFiles().then(takeFiles);
    else if (command === "shortcuts") setSheet(true);
    else if (command === "check") checkNow();
    else {
      // On Claims the packet is the claim's own.
      if (screen !== "claims") go(lastOf("review"));
      giveCommand(command);
    }
  });
  // Another screen takes the focus with it, to where its keys are; the first one leaves it where it is.
  const shown = useRef(screen);
  useEffect(() => {
    if (shown.current === screen) return;
    shown.current = screen;
    const main = document.getElementById("main");
    (main?.querySelector<HTMLElement>('[role="grid"]') ?? main)?.focus({ preventScroll: true });
    main?.scrollTo(0, 0);
  }, [screen]);
  useEffect(() => window.backhaul.onMenu((command) => obey(command)), []);
  useKeys({
    "1": () => obey("board"),
    "2": () => obey("inbox"),
    "3": () => obey("review"),
    "4": () => obey("claims"),
    "5": () => obey("ledger"),
    "6": () => obey("setup"),
    "mod+o": () => obey("add-files"),
    "?": () => setSheet(true),
  });

  return (
    <div className={classes.shell}>
      <button type="button" className={classes.skip} onClick={() => document.getElementById("main")?.focus()}>
        Skip to the content
      </button>
      <div data-print="no">
        <Header screen={screen} workspace={workspace} onClose={() => void close()} onShortcuts={() => setSheet(true)} />
        <EngineNotice />
        <DeadlineStrip notice={notice} onClose={putAway} />
        {screen !== "inbox" && <WorkStrip />}
      </div>
      <main id="main" className={classes.main} tabIndex={-1} aria-label={TITLES[screen]}>
        <ErrorBoundary resetKey={screen}>
          {screen === "board" && <BoardScreen />}
          {screen === "inbox" && <InboxScreen onTokens={takeFiles} />}
          {screen === "review" && <ReviewScreen />}
          {screen === "claims" && <ClaimsScreen />}
          {screen === "ledger" && <LedgerScreen />}
          {screen === "setup" && <SetupScreen />}
        </ErrorBoundary>
      </main>
      <DropLayer onFiles={takeFiles} />
      <ShortcutSheet opened={sheet} onClose={() => setSheet(false)} />
    </div>
  );
}
