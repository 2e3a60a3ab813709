import { cx } from "./cx.ts";
import classes from "./Icon.module.css";
import { ICONS, type IconName } from "./icons.ts";

interface Props {
  readonly name: IconName;
  readonly size?: number;
  /** Says what the icon means where no text beside it does; without it the icon is decoration. */
  readonly label?: string;
  readonly className?: string | undefined;
}

/** One of our icons, in the color of the text around it. */
export function Icon({ name, size = 18, label, className }: Props) {
  const shape = <path d={ICONS[name]} />;
  const shared = { viewBox: "0 0 20 20", width: size, height: size, className: cx(classes.icon, className) };
  return label === undefined ? (
    <svg {...shared} aria-hidden="true">
      {shape}
    </svg>
  ) : (
    <svg {...shared} role="img" aria-label={label}>
      <title>{label}</title>
      {shape}
    </svg>
  );
}
