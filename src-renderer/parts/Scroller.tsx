import { Box } from "@mantine/core";
import type { ReactNode, Ref, UIEvent } from "react";

interface Props {
  /** Says what scrolls, for a person who reaches it by keyboard. */
  readonly label: string;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLElement> | undefined;
  /** In pixels, where what is inside does not make it. */
  readonly height?: number;
  readonly onScroll?: (event: UIEvent<HTMLElement>) => void;
  readonly children: ReactNode;
}

/** Something that scrolls on its own. It takes the focus, or the arrow keys could not scroll it. */
export function Scroller({ label, className, ref, height, onScroll, children }: Props) {
  return (
    <Box
      component="section"
      ref={ref}
      tabIndex={0}
      aria-label={label}
      className={className ?? ""}
      {...(onScroll && { onScroll })}
      {...(height !== undefined && { h: height })}
    >
      {children}
    </Box>
  );
}
