import { Box } from "@mantine/core";
import type { ReactNode, Ref } from "react";

interface Props {
  /** Says what scrolls, for a person who reaches it by keyboard. */
  readonly label: string;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLElement> | undefined;
  readonly children: ReactNode;
}

/** Something that scrolls on its own. It takes the focus, or the arrow keys could not scroll it. */
export function Scroller({ label, className, ref, children }: Props) {
  return (
    <Box component="section" ref={ref} tabIndex={0} aria-label={label} className={className ?? ""}>
      {children}
    </Box>
  );
}
