import { Button, Menu } from "@mantine/core";
import type { GroupBy } from "#shared/contract/review.ts";
import { Icon } from "../../parts/Icon.tsx";
import type { View } from "./view.ts";

const GROUPS: readonly { readonly value: GroupBy | ""; readonly label: string }[] = [
  { value: "", label: "No groups" },
  { value: "code", label: "Check" },
  { value: "family", label: "Area" },
  { value: "station", label: "Station" },
  { value: "period", label: "Week" },
  { value: "counterparty", label: "Counterparty" },
  { value: "invoice", label: "Invoice" },
  { value: "direction", label: "Kind of money" },
  { value: "status", label: "State" },
  { value: "assignee", label: "Assigned to" },
];

interface Props {
  readonly view: View;
  readonly opened: boolean;
  readonly onOpened: (opened: boolean) => void;
  readonly onChange: (part: Partial<View>) => void;
  /** Opens or closes all groups. */
  readonly onFoldAll: (open: boolean) => void;
}

/** What the queue is gathered by. */
export function GroupMenu({ view, opened, onOpened, onChange, onFoldAll }: Props) {
  const current = GROUPS.find(({ value }) => value === view.group);
  return (
    <Menu
      opened={opened}
      onChange={onOpened}
      position="bottom-end"
      width={210}
      shadow="md"
      withinPortal={false}
      transitionProps={{ duration: 100 }}
    >
      <Menu.Target>
        <Button
          variant="default"
          px={10}
          leftSection={<Icon name="superseded" size={15} />}
          rightSection={<Icon name="down" size={12} />}
          aria-keyshortcuts="g"
        >
          {view.group === "" ? "Group" : `By ${current?.label.toLowerCase() ?? ""}`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Group by</Menu.Label>
        {GROUPS.map(({ value, label }) => (
          <Menu.Item
            key={value}
            leftSection={<Icon name={value === view.group ? "check" : "quiet"} size={14} />}
            aria-current={value === view.group || undefined}
            onClick={() => onChange({ group: value })}
          >
            {label}
          </Menu.Item>
        ))}
        {view.group !== "" && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => onFoldAll(true)}>Open all groups</Menu.Item>
            <Menu.Item onClick={() => onFoldAll(false)}>Close all groups</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
