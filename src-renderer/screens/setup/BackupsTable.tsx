import { Button } from "@mantine/core";
import type { Backup } from "#shared/contract/schemas.ts";
import { group } from "#shared/money.ts";
import { formatBytes } from "../../parts/bytes.ts";
import { plural } from "../../parts/plural.ts";
import { Scroller } from "../../parts/Scroller.tsx";
import { formatWhen } from "../../parts/when.ts";
import classes from "./Setup.module.css";

const WHY: Record<NonNullable<Backup["reason"]>, string> = {
  day: "Daily",
  update: "Before an update",
  undo: "Before an undo",
  restore: "Before a restore",
  asked: "Asked for",
};

interface Props {
  readonly backups: readonly Backup[];
  readonly onRestore: (backup: Backup) => void;
}

/** The backups there are, the newest first. */
export function BackupsTable({ backups, onRestore }: Props) {
  if (backups.length === 0) return <p className={classes.note}>There is no backup yet.</p>;
  return (
    <Scroller label="Backups, table" className={classes.scroll}>
      <table className={classes.table}>
        <caption className="sr-only">Backups</caption>
        <thead>
          <tr>
            <th scope="col">Made</th>
            <th scope="col">Why</th>
            <th scope="col" className={classes.number}>
              Documents
            </th>
            <th scope="col" className={classes.number}>
              Findings
            </th>
            <th scope="col" className={classes.number}>
              Size
            </th>
            <th scope="col">Note</th>
            <th scope="col" className={classes.rowActions}>
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {backups.map((backup) => {
            const { name, madeAt, reason, documents, findings, bytes, problem, missing } = backup;
            const made = madeAt === null ? name : formatWhen(madeAt);
            return (
              <tr key={name}>
                <th scope="row">{made}</th>
                <td>{reason === null ? "" : WHY[reason]}</td>
                <td className={classes.number}>{group(documents)}</td>
                <td className={classes.number}>{group(findings)}</td>
                <td className={classes.number}>{formatBytes(bytes)}</td>
                <td className={classes.dim}>
                  {problem ?? (missing.length > 0 ? `${plural(missing.length, "file was", "files were")} missing` : "")}
                </td>
                <td className={classes.rowActions}>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    disabled={problem !== null}
                    aria-label={`Restore the backup of ${made}`}
                    onClick={() => onRestore(backup)}
                  >
                    Restore
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroller>
  );
}
