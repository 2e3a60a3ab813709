import { ActionIcon, Tooltip } from "@mantine/core";
import { group } from "#shared/money.ts";
import type { OpenWorkspace } from "../client/status.ts";
import { cx } from "../parts/cx.ts";
import { Icon } from "../parts/Icon.tsx";
import type { IconName } from "../parts/icons.ts";
import { Brand } from "./Brand.tsx";
import classes from "./Header.module.css";
import { PersonMenu } from "./PersonMenu.tsx";
import { lastOf, SCREENS, type Screen } from "./route.ts";
import { SchemeButton } from "./SchemeButton.tsx";
import { WorkspaceMenu } from "./WorkspaceMenu.tsx";

const LABELS: Record<Screen, string> = {
  board: "Board",
  inbox: "Inbox",
  review: "Review",
  claims: "Claims",
  ledger: "Ledger",
  setup: "Setup",
};
const ICONS: Record<Screen, IconName> = {
  board: "board",
  inbox: "inbox",
  review: "review",
  claims: "claims",
  ledger: "ledger",
  setup: "setup",
};

interface Props {
  readonly screen: Screen;
  readonly workspace: OpenWorkspace;
  readonly onClose: () => void;
  readonly onShortcuts: () => void;
}

/** The top of the window: where one is, whose books these are, and how it looks. */
export function Header({ screen, workspace, onClose, onShortcuts }: Props) {
  return (
    <section className={classes.header} aria-label="Backhaul">
      <Brand />
      <nav className={classes.nav} aria-label="Main">
        {SCREENS.map((name) => (
          <a
            key={name}
            href={lastOf(name)}
            className={cx(classes.link, name === screen && classes.current)}
            aria-current={name === screen ? "page" : undefined}
          >
            <Icon name={ICONS[name]} />
            <span className={classes.label}>{LABELS[name]}</span>
            {name === "review" && workspace.findingsOpen > 0 && (
              <span className={classes.count} aria-hidden="true">
                {group(workspace.findingsOpen)}
              </span>
            )}
          </a>
        ))}
      </nav>
      <div className={classes.right}>
        <WorkspaceMenu workspace={workspace} onClose={onClose} />
        <PersonMenu />
        <Tooltip label="Keyboard shortcuts (?)">
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Keyboard shortcuts" onClick={onShortcuts}>
            <Icon name="keyboard" />
          </ActionIcon>
        </Tooltip>
        <SchemeButton />
      </div>
    </section>
  );
}
