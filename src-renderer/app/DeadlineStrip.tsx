import { CloseButton } from "@mantine/core";
import { cx } from "../parts/cx.ts";
import { Icon } from "../parts/Icon.tsx";
import type { Notice } from "./useDeadlineWarnings.ts";
import classes from "./WorkStrip.module.css";

interface Props {
  readonly notice: Notice | null;
  readonly onClose: () => void;
}

/** Deadlines that came near, as a line under the header that leads to them. It stays until somebody follows it or puts it away. */
export function DeadlineStrip({ notice, onClose }: Props) {
  return (
    <section aria-label="Deadlines" role="status">
      {notice && (
        <div className={cx(classes.strip, classes.lost)}>
          <Icon name="clock" size={16} />
          <span>{notice.text}</span>
          <a href={notice.href} onClick={onClose}>
            {notice.label}
          </a>
          <CloseButton className={classes.close ?? ""} size="sm" aria-label="Close the notice" onClick={onClose} />
        </div>
      )}
    </section>
  );
}
