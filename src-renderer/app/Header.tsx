import { ActionIcon, Menu, Tooltip, UnstyledButton } from "@mantine/core";
import { group } from "#shared/money.ts";
import type { OpenWorkspace } from "../client/status.ts";
import { cx } from "../parts/cx.ts";
import { Icon } from "../parts/Icon.tsx";
import type { IconName } from "../parts/icons.ts";
import { Brand } from "./Brand.tsx";
import classes from "./Header.module.css";
import { lastOf, SCREENS, type Screen } from "./route.ts";
import { SchemeButton } from "./SchemeButton.tsx";

const LABELS: Record<Screen, string> = { board: "Board", inbox: "Inbox", review: "Review" };
const ICONS: Record<Screen, IconName> = { board: "board", inbox: "inbox", review: "review" };

interface Props {
  readonly screen: Screen;
  readonly workspace: OpenWorkspace;
  readonly onClose: () => void;
  readonly onShortcuts: () => void;
}

/** The top of the window: where one is, whose books these are, and how it looks. */
export function Header({ screen, workspace, onClose, onShortcuts }: Props) {
  return (
    <header className={classes.header}>
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
            {LABELS[name]}
            {name === "review" && workspace.findingsOpen > 0 && (
              <span className={classes.count} aria-hidden="true">
                {group(workspace.findingsOpen)}
              </span>
            )}
          </a>
        ))}
      </nav>
      <div className={classes.right}>
        <Menu position="bottom-end" width={300} shadow="md" transitionProps={{ duration: 100 }}>
          <Menu.Target>
            <UnstyledButton className={classes.workspace}>
              <span className="sr-only">Workspace</span>
              <Icon name="building" />
              <span className={classes.name}>{workspace.name}</span>
              {workspace.sample && <span className={classes.sample}>Sample</span>}
              <Icon name="down" size={14} />
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            <div className={classes.about}>
              <p className={classes.aboutName}>{workspace.name}</p>
              <p>
                {workspace.stations.length === 1 ? "Station" : "Stations"} {workspace.stations.join(", ") || "–"}
              </p>
              <p>
                {group(workspace.documents)} {workspace.documents === 1 ? "document" : "documents"} stored in
              </p>
              <p className={classes.folder}>{workspace.folder}</p>
            </div>
            <Menu.Divider />
            <Menu.Item onClick={onClose}>Close workspace</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Tooltip label="Keyboard shortcuts (?)">
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Keyboard shortcuts" onClick={onShortcuts}>
            <Icon name="keyboard" />
          </ActionIcon>
        </Tooltip>
        <SchemeButton />
      </div>
    </header>
  );
}
