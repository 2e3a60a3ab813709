import { Tooltip } from "@mantine/core";
import type { CheckCode as Code } from "#shared/catalogue.ts";
import { RULES } from "#shared/rules.ts";
import classes from "./CheckCode.module.css";

interface Props {
  readonly code: Code;
  readonly className?: string | undefined;
}

/** The code of a check, which says its rule when one points at it or comes to it with the Tab key. */
export function CheckCode({ code, className }: Props) {
  return (
    <Tooltip label={RULES[code]} multiline w={340} withArrow position="bottom-start">
      <button type="button" className={`${classes.code} ${className ?? ""}`} aria-description={RULES[code]}>
        {code}
      </button>
    </Tooltip>
  );
}
