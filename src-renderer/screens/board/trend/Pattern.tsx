import type { Fill } from "./series.ts";

interface Props {
  readonly id: string;
  readonly fill: Fill;
  readonly color: string;
}

/** A fill that can be told from the others without its color. */
export function Pattern({ id, fill, color }: Props) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" fill={color} fillOpacity={fill === "solid" ? 1 : 0.14} />
      {fill === "stripes" && <path d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5" stroke={color} strokeWidth="1.4" />}
      {fill === "rising" && <path d="M-1 -1 7 7M-1 5 1 7M5 -1 7 1" stroke={color} strokeWidth="1.4" />}
      {fill === "dots" && <circle cx="3" cy="3" r="1.3" fill={color} />}
      {fill === "cross" && <path d="M0 0 6 6M6 0 0 6" stroke={color} strokeWidth="1" />}
      {fill === "grid" && <path d="M3 0V6M0 3H6" stroke={color} strokeWidth="1.2" />}
    </pattern>
  );
}
