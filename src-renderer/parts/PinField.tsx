import { TextInput } from "@mantine/core";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly error: string | null;
  readonly first?: boolean;
  readonly description?: string;
  readonly onChange: (digits: string) => void;
}

/** Four to twelve digits that are not shown. */
export function PinField({ label, value, error, first = false, description, onChange }: Props) {
  return (
    <TextInput
      type="password"
      inputMode="numeric"
      autoComplete="off"
      label={label}
      description={description ?? null}
      required
      maxLength={12}
      data-autofocus={first || undefined}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value.replace(/\D/g, ""))}
    />
  );
}

/** Why digits cannot be a PIN; null where they can. */
export function wrongPin(digits: string): string | null {
  return /^\d{4,12}$/.test(digits) ? null : "Four to twelve digits";
}
