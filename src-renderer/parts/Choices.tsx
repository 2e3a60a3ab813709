import { UnstyledButton } from "@mantine/core";
import classes from "./Choices.module.css";

interface Props {
  readonly label: string;
  readonly texts: readonly string[];
  readonly onChoose: (text: string) => void;
}

/** What people write most often, to choose instead of typing it. */
export function Choices({ label, texts, onChoose }: Props) {
  return (
    <fieldset className={classes.choices}>
      <legend className="sr-only">{label}</legend>
      {texts.map((text) => (
        <UnstyledButton key={text} className={classes.choice} onClick={() => onChoose(text)}>
          {text}
        </UnstyledButton>
      ))}
    </fieldset>
  );
}
