import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { PacketResult } from "#shared/contract/schemas.ts";
import { group } from "#shared/money.ts";
import { Icon } from "../Icon.tsx";
import { Money } from "../Money.tsx";
import { reveal } from "../reveal.ts";
import classes from "./PacketWritten.module.css";

interface Props {
  readonly packet: PacketResult;
  readonly onClose: () => void;
  /** What to do with it next, beside finding it. */
  readonly children?: ReactNode;
}

/** What was written: its name, what is in it, its fingerprint, and where it is. */
export function PacketWritten({ packet, onClose, children }: Props) {
  const name = packet.file.split(/[\\/]/).at(-1) ?? packet.file;
  return (
    <div className={classes.done} role="status">
      <p className={classes.file}>
        <Icon name="packet" size={22} />
        <span>{name}</span>
      </p>
      <dl className={classes.figures}>
        <div>
          <dt>Total</dt>
          <dd>
            <Money cents={packet.totalCents} />
          </dd>
        </div>
        <div>
          <dt>Findings</dt>
          <dd>{group(packet.findings)}</dd>
        </div>
        {packet.pages > 0 && (
          <div>
            <dt>Pages</dt>
            <dd>{group(packet.pages)}</dd>
          </div>
        )}
      </dl>
      <p className={classes.hash}>SHA-256 {packet.sha256}</p>
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          Done
        </Button>
        {children}
        <Button data-autofocus leftSection={<Icon name="folder" size={16} />} onClick={() => void reveal(name)}>
          Show in folder
        </Button>
      </div>
    </div>
  );
}
