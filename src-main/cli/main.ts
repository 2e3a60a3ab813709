/** The command line: the same engine and router as the window, in this process. */
import { ORPCError } from "@orpc/server";
import { backupCommand } from "./backup.ts";
import { backupsCommand } from "./backups.ts";
import { checkCommand } from "./check.ts";
import { type Command, UsageError } from "./command.ts";
import { controlCommand } from "./control.ts";
import { coverageCommand } from "./coverage.ts";
import { demoCommand } from "./demo.ts";
import { exceptionsCommand } from "./exceptions.ts";
import { findingsCommand } from "./findings.ts";
import { historyCommand } from "./history.ts";
import { importCommand } from "./import.ts";
import { packetCommand } from "./packet.ts";
import { parametersCommand, setCommand } from "./parameters.ts";
import { profileCommand } from "./profile.ts";
import { restoreCommand } from "./restore.ts";
import { undoCommand } from "./undo.ts";
import { vansCommand } from "./vans.ts";
import { verifyCommand } from "./verify.ts";

const COMMANDS: readonly Command[] = [
  importCommand,
  historyCommand,
  undoCommand,
  profileCommand,
  checkCommand,
  findingsCommand,
  coverageCommand,
  controlCommand,
  vansCommand,
  exceptionsCommand,
  packetCommand,
  parametersCommand,
  setCommand,
  backupCommand,
  backupsCommand,
  restoreCommand,
  verifyCommand,
  demoCommand,
];

/** Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some files were refused or wait to be mapped. */
export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  const command = COMMANDS.find((each) => each.name === name);
  if (!command) {
    const asked = name === undefined || name === "help" || name === "--help";
    process[asked && name !== undefined ? "stdout" : "stderr"].write(
      `${asked ? "" : `There is no command "${name}".\n`}Usage:\n${COMMANDS.map((each) => `  backhaul ${each.usage}\n`).join("")}`,
    );
    return asked && name !== undefined ? 0 : 2;
  }
  try {
    return await command.run(rest);
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\nUsage: backhaul ${command.usage}\n`);
      return 2;
    }
    const expected = error instanceof ORPCError || (error instanceof Error && error.name === "StoreError");
    const text = error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error);
    process.stderr.write(`${text}\n`);
    return 1;
  }
}
