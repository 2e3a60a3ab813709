import { Button, Checkbox } from "@mantine/core";
import { useRef, useState } from "react";
import { useStatus } from "../../../client/status.ts";
import { Icon } from "../../../parts/Icon.tsx";
import classes from "./Passphrase.module.css";

interface Props {
  readonly recoveryKey: string;
  readonly onDone: () => void;
}

const COPY = /Mac/.test(navigator.platform) ? "⌘ C" : "Ctrl C";

/** The recovery key, shown this once. It goes when the person says that it is written down. */
export function RecoveryKey({ recoveryKey, onDone }: Props) {
  const { data: status } = useStatus();
  const [written, setWritten] = useState(false);
  const [said, setSaid] = useState("");
  const groups = useRef<HTMLUListElement>(null);
  const copy = async () => {
    if (groups.current) window.getSelection()?.selectAllChildren(groups.current);
    try {
      await navigator.clipboard.writeText(recoveryKey);
      setSaid("Copied. Paste it where only you can read it.");
    } catch {
      setSaid(`It is selected: press ${COPY} to copy it.`);
    }
  };
  const print = () => {
    document.body.dataset.printing = "recovery-key";
    window.print();
    delete document.body.dataset.printing;
  };
  return (
    <div className={classes.stack}>
      <p className={classes.paper}>Recovery key of the Backhaul workspace {status?.open?.name ?? ""}</p>
      <p className={classes.offPaper}>
        Write this recovery key down and keep it away from this computer. It is shown this once, and it is the only way
        in when the passphrase is forgotten.
      </p>
      <ul ref={groups} className={classes.key} aria-label="Recovery key">
        {recoveryKey.split("-").map((group, place) => (
          <li key={recoveryKey.slice(0, place * 6 + 5)}>{group}</li>
        ))}
      </ul>
      <div className={`${classes.actions} ${classes.offPaper}`}>
        <Button size="xs" variant="default" onClick={() => void copy()}>
          Copy
        </Button>
        <Button size="xs" variant="default" leftSection={<Icon name="print" size={16} />} onClick={print}>
          Print
        </Button>
        <span role="status" className={classes.strength}>
          {said}
        </span>
      </div>
      <Checkbox
        className={classes.offPaper ?? ""}
        label="I have written it down"
        checked={written}
        onChange={(event) => setWritten(event.currentTarget.checked)}
      />
      <div className={`${classes.foot} ${classes.offPaper}`}>
        <Button disabled={!written} onClick={onDone}>
          Done
        </Button>
      </div>
    </div>
  );
}
