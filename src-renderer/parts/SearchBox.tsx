import { Kbd, TextInput } from "@mantine/core";
import { type RefObject, useEffect, useState } from "react";
import { Icon } from "./Icon.tsx";

/** Long enough not to ask for every letter, short enough not to be felt; in milliseconds. */
const TYPING = 50;

interface Props {
  readonly label: string;
  readonly value: string;
  readonly className?: string | undefined;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly onChange: (text: string) => void;
}

/** A search that follows the typing, without asking for every letter. The key / leads to it. */
export function SearchBox({ label, value, className, inputRef, onChange }: Props) {
  const [text, setText] = useState(value);
  // Clearing the filters, or a link to another view, also changes what stands in the box.
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onChange(text), TYPING);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <TextInput
      ref={inputRef}
      aria-label={label}
      className={className ?? ""}
      placeholder="Search"
      rightSection={<Kbd aria-hidden="true">/</Kbd>}
      maxLength={200}
      leftSection={<Icon name="search" size={16} />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape" || event.key === "Enter") event.currentTarget.blur();
      }}
    />
  );
}
