import type { ReactNode } from "react";
import classes from "./Empty.module.css";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icons.ts";

interface Props {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** What a place says when there is nothing in it: what would be here, and how it gets here. */
export function Empty({ icon, title, children, actions }: Props) {
  return (
    <div className={classes.empty}>
      <span className={classes.badge}>
        <Icon name={icon} size={22} />
      </span>
      <p className={classes.title}>{title}</p>
      {children !== undefined && <div className={classes.text}>{children}</div>}
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
