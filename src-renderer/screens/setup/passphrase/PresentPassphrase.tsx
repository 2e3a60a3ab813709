import { PasswordInput } from "@mantine/core";

interface Props {
  readonly value: string;
  readonly error: string | null;
  readonly onType: (text: string) => void;
}

/** The field in which whoever asks shows that they may. */
export function PresentPassphrase({ value, error, onType }: Props) {
  return (
    <PasswordInput
      label="Passphrase now"
      autoComplete="off"
      data-autofocus
      required
      value={value}
      error={error}
      visibilityToggleButtonProps={{ "aria-label": "Show what is typed" }}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}
