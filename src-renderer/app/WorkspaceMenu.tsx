import { Menu, UnstyledButton } from "@mantine/core";
import { group } from "#shared/money.ts";
import type { OpenWorkspace } from "../client/status.ts";
import { Icon } from "../parts/Icon.tsx";
import classes from "./WorkspaceMenu.module.css";

interface Props {
  readonly workspace: OpenWorkspace;
  readonly onClose: () => void;
}

/** Whose books these are, what is in them and where they lie; and the way out of them. */
export function WorkspaceMenu({ workspace, onClose }: Props) {
  const { name, sample, stations, documents, folder } = workspace;
  return (
    <Menu
      position="bottom-end"
      width={320}
      shadow="md"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      transitionProps={{ duration: 100 }}
    >
      <Menu.Target>
        <UnstyledButton className={classes.target ?? ""}>
          <span className="sr-only">Workspace</span>
          <Icon name="building" />
          <span className={classes.name}>{name}</span>
          {sample && <span className={classes.sample}>Sample</span>}
          <Icon name="down" size={14} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label className={classes.about ?? ""}>
          <span className={classes.title}>{name}</span>
          <span>
            {stations.length === 1 ? "Station" : "Stations"} {stations.join(", ") || "–"}
          </span>
          <span>
            {group(documents)} {documents === 1 ? "document" : "documents"} stored in
          </span>
          <span className={classes.folder}>{folder}</span>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item onClick={onClose}>Close workspace</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
