/** The command line: the same engine and router as the window, in this process. */
import { existsSync } from "node:fs";
import { ORPCError } from "@orpc/server";
import { actingAs } from "./acting.ts";
import { backupCommand } from "./backup.ts";
import { backupsCommand } from "./backups.ts";
import { checkCommand } from "./check.ts";
import { claimsCommand } from "./claims.ts";
import { type Command, UsageError } from "./command.ts";
import { controlCommand } from "./control.ts";
import { coverageCommand } from "./coverage.ts";
import { decryptCommand } from "./decrypt.ts";
import { demoCommand } from "./demo.ts";
import { encryptCommand } from "./encrypt.ts";
import { exceptionsCommand } from "./exceptions.ts";
import { findingsCommand } from "./findings.ts";
import { historyCommand } from "./history.ts";
import { importCommand } from "./import.ts";
import { packetCommand } from "./packet.ts";
import { parametersCommand, setCommand } from "./parameters.ts";
import { passphraseCommand } from "./passphrase.ts";
import { profileCommand } from "./profile.ts";
import { restoreCommand } from "./restore.ts";
import { passphraseFileOf, saying } from "./secret.ts";
import { supportCommand } from "./support.ts";
import { undoCommand } from "./undo.ts";
import { vansCommand } from "./vans.ts";
import { verifyCommand } from "./verify.ts";
import { verifyPacketCommand } from "./verify-packet.ts";

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
  claimsCommand,
  packetCommand,
  verifyPacketCommand,
  parametersCommand,
  setCommand,
  backupCommand,
  backupsCommand,
  restoreCommand,
  verifyCommand,
  encryptCommand,
  decryptCommand,
  passphraseCommand,
  supportCommand,
  demoCommand,
];

const LOCKED_TOO =
  "With --passphrase-file FILE, or BACKHAUL_PASSPHRASE, every command works on an encrypted workspace.\n";

/** Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some files were refused or wait to be mapped, 4 locked. */
export async function main(args: readonly string[]): Promise<number> {
  const { file, words: others } = passphraseFileOf(args);
  const { person, words } = personOf(others);
  const [name, ...rest] = words;
  const command = COMMANDS.find((each) => each.name === name);
  if (!command) {
    const asked = name === undefined || name === "help" || name === "--help";
    process[asked && name !== undefined ? "stdout" : "stderr"].write(
      `${asked ? "" : `There is no command "${name}".\n`}Usage:\n${COMMANDS.map((each) => `  backhaul ${each.usage}\n`).join("")}${LOCKED_TOO}`,
    );
    return asked && name !== undefined ? 0 : 2;
  }
  try {
    if (person === "") throw new UsageError("Say a name after --as.");
    if (file !== null && !existsSync(file)) throw new UsageError(`There is no passphrase file ${file}.`);
    return await saying(file, () => actingAs(person, () => command.run(rest)));
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${error.message}\nUsage: backhaul ${command.usage}\n`);
      return 2;
    }
    const expected = error instanceof ORPCError || (error instanceof Error && error.name === "StoreError");
    if (error instanceof ORPCError && error.code === "BAD_REQUEST") {
      process.stderr.write(
        `Something that was said is too long, or not of its form.\nUsage: backhaul ${command.usage}\n`,
      );
      return 2;
    }
    const text = error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error);
    process.stderr.write(`${text}\n`);
    return error instanceof ORPCError && error.code === "LOCKED" ? 4 : 1;
  }
}

/** `--as NAME`, wherever it stands: whom the command acts as. "" for an `--as` without a name. */
function personOf(args: readonly string[]): { person: string | null; words: string[] } {
  const at = args.indexOf("--as");
  if (at < 0) return { person: null, words: [...args] };
  return { person: args[at + 1] ?? "", words: args.toSpliced(at, 2) };
}
