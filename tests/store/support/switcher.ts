/**
 * A process that encrypts or decrypts a workspace, or restores its oldest backup while it is encrypted, and kills itself before its Nth step
 * that changes the disk: `switcher.ts FOLDER KEYS to|from|restore N`. Without N it lives, and says how many steps there were. KEYS is a file
 * with the data key and the key file.
 */
import fs, { readFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import DatabaseFile from "better-sqlite3-multiple-ciphers";
import { keyFile } from "#main/vault/key-file.ts";
import { vaultOf } from "#main/vault/vault.ts";

const [folder = "", keys = "", direction = "", killAt = ""] = process.argv.slice(2);
let steps = 0;

const SYNC = ["renameSync", "rmSync", "writeFileSync", "mkdirSync", "copyFileSync", "linkSync"] as const;
const ASYNC = ["rename", "rm", "writeFile", "mkdir", "copyFile", "link"] as const;

/** Counts a step, and is the end of it when its number has come. */
function step(): void {
  steps += 1;
  if (String(steps) === killAt) process.kill(process.pid, "SIGKILL");
}
const counted = (of: object, name: string) => {
  const whole: unknown = Reflect.get(of, name);
  if (typeof whole !== "function") throw new Error(`there is no ${name}`);
  Reflect.set(of, name, (...args: unknown[]) => {
    step();
    return Reflect.apply(whole, of, args);
  });
};
for (const name of SYNC) counted(fs, name);
for (const name of ASYNC) counted(fs.promises, name);
const exec = DatabaseFile.prototype.exec;
DatabaseFile.prototype.exec = function (sql) {
  step();
  return exec.call(this, sql);
};
syncBuiltinESMExports();

const { STAMP, turn } = await import("./encrypted.ts");
const { roomsOf } = await import("#main/workspace/rooms.ts");
const { dataKey, file } = JSON.parse(readFileSync(keys, "utf8")) as { dataKey: string; file: unknown };
const vault = vaultOf(Buffer.from(dataKey, "hex"));
const rooms = roomsOf(folder, direction === "to" ? null : vault);
if (direction === "restore") {
  const { backupsIn } = await import("#main/workspace/found-backups.ts");
  const { restoreBackup } = await import("#main/workspace/restoring.ts");
  await restoreBackup(rooms, backupsIn(rooms.backups, vault).at(-1)?.name ?? "", STAMP);
} else await turn(rooms, direction === "to" ? { vault, file: keyFile.parse(file) } : null);
process.stdout.write(String(steps));
