import { ActionIcon, Tooltip, useMantineColorScheme } from "@mantine/core";
import { Icon } from "../parts/Icon.tsx";

const NEXT = { auto: "light", light: "dark", dark: "auto" } as const;
const ICON = { auto: "system", light: "sun", dark: "moon" } as const;
const WORD = { auto: "follows the system", light: "light", dark: "dark" } as const;

/** Light, dark, or as the system has it. */
export function SchemeButton() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const label = `Appearance: ${WORD[colorScheme]}`;
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={label}
        onClick={() => setColorScheme(NEXT[colorScheme])}
      >
        <Icon name={ICON[colorScheme]} />
      </ActionIcon>
    </Tooltip>
  );
}
