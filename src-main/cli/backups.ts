import { translated } from "../engine/errors.ts";
import { backupsOf } from "../engine/safety.ts";
import { type Command, parse, printJson, printTable, UsageError } from "./command.ts";
import { existingRooms } from "./rooms.ts";

/** `backups`: lists the backups in a workspace's folder, newest first, whether or not the workspace can be opened. */
export const backupsCommand: Command = {
  name: "backups",
  usage: "backups WORKSPACE [--json]",
  async run(args) {
    const { values, positionals } = parse(args, { json: { type: "boolean" } });
    const [workspace, ...rest] = positionals;
    if (workspace === undefined || rest.length > 0) throw new UsageError("Say one workspace.");
    const rooms = await existingRooms(workspace).catch((error: unknown) => {
      throw translated(error);
    });
    const backups = backupsOf(rooms);
    if (values.json) printJson(backups);
    else {
      const rows = backups.map((backup) => [
        backup.name,
        backup.madeAt ?? "-",
        backup.reason === null ? "-" : WHY[backup.reason],
        String(backup.documents),
        String(backup.findings),
        String(backup.packets),
        backup.problem ?? (backup.missing.length > 0 ? `${backup.missing.length} files were missing` : ""),
      ]);
      printTable([["Backup", "Made", "Why", "Documents", "Findings", "Packets", "Note"], ...rows], [3, 4, 5]);
    }
    return 0;
  },
};

const WHY = {
  day: "daily",
  update: "before an update",
  undo: "before an undo",
  restore: "before a restore",
  asked: "asked for",
} as const;
