import { PasswordInput } from "@mantine/core";
import { MIN_PASSPHRASE, type PassphraseStrength, passphraseStrength } from "#shared/passphrase.ts";
import { cx } from "../../../parts/cx.ts";
import classes from "./Passphrase.module.css";

/** A passphrase and the same once more. */
export interface Typed {
  readonly passphrase: string;
  readonly again: string;
}

export const NOTHING_TYPED: Typed = { passphrase: "", again: "" };

/** Why what was typed cannot be a passphrase, by its field; null where it can. */
export function wrongWith({ passphrase, again }: Typed): Record<keyof Typed, string | null> {
  const short = passphraseStrength(passphrase) === "too short";
  return {
    passphrase: short ? `At least ${MIN_PASSPHRASE} characters` : null,
    again: passphrase === again ? null : "The two are not the same",
  };
}

interface Props {
  readonly typed: Typed;
  /** Whether it was tried already, so that what is wrong is said. */
  readonly tried: boolean;
  readonly first: boolean;
  readonly onType: (typed: Typed) => void;
}

const SHOW = { "aria-label": "Show what is typed" };

/** The two fields in which a passphrase is set, and how good it is in words. */
export function NewPassphrase({ typed, tried, first, onType }: Props) {
  const wrong = wrongWith(typed);
  return (
    <>
      <div>
        <PasswordInput
          label="New passphrase"
          description="Several words that nobody would guess from each other are good, and easy to keep"
          autoComplete="new-password"
          data-autofocus={first || undefined}
          required
          value={typed.passphrase}
          error={tried ? wrong.passphrase : null}
          visibilityToggleButtonProps={SHOW}
          onChange={(event) => onType({ ...typed, passphrase: event.currentTarget.value })}
        />
        <Strength strength={typed.passphrase === "" ? null : passphraseStrength(typed.passphrase)} />
      </div>
      <PasswordInput
        label="The same again"
        autoComplete="new-password"
        required
        value={typed.again}
        error={tried ? wrong.again : null}
        visibilityToggleButtonProps={SHOW}
        onChange={(event) => onType({ ...typed, again: event.currentTarget.value })}
      />
    </>
  );
}

const STEPS: readonly PassphraseStrength[] = ["weak", "fair", "strong"];

const SENTENCES: Record<PassphraseStrength, string> = {
  "too short": "Too short",
  weak: "Weak: it could be guessed by trying. Make it longer.",
  fair: "Fair. A word more makes it strong.",
  strong: "Strong",
};

function Strength({ strength }: { readonly strength: PassphraseStrength | null }) {
  const reached = STEPS.indexOf(strength ?? "too short");
  return (
    <p className={classes.strength} role="status">
      <span className={classes.steps} aria-hidden="true">
        {STEPS.map((step, index) => (
          <span key={step} className={cx(classes.step, index <= reached && classes.reached)} />
        ))}
      </span>
      {strength === null ? "" : SENTENCES[strength]}
    </p>
  );
}
