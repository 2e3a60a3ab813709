/** What the commands share: arguments, the engine in process, progress on a terminal. */
import { userInfo } from "node:os";
import { resolve } from "node:path";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { createRouterClient } from "@orpc/server";
import type { Progress } from "#shared/contract/schemas.ts";
import packageJson from "../../package.json" with { type: "json" };
import { createEngine, type Engine } from "../engine/engine.ts";
import { translated } from "../engine/errors.ts";
import { FileGrants } from "../engine/grants.ts";
import { isOnNetwork, NETWORK_DRIVE } from "../workspace/drives.ts";
import { hasOnlyBackups, isOutdated, isWorkspace, openWorkspace, settleWorkspace } from "../workspace/workspace.ts";
import { identify } from "./acting.ts";
import { unlockedRooms } from "./secret.ts";

export interface Command {
  readonly name: string;
  readonly usage: string;
  /** Runs it and returns the exit code. Throws UsageError for arguments that do not fit. */
  readonly run: (args: readonly string[]) => Promise<number>;
}

/** The words of a call are off: exit code 2. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Options and positional arguments of a call. Throws UsageError. */
export function parse<const O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The folder with what ships with the app. */
export const RESOURCES = resolve(import.meta.dirname, "../../resources");

/** The router of an engine in this process, as a client sees it. */
export function clientOf(engine: Engine) {
  return createRouterClient(engine.router, { context: {} });
}
export type Client = ReturnType<typeof clientOf>;

/** Opens a workspace for a command and closes it afterwards, whatever happens. */
export async function withWorkspace<T>(
  folder: string,
  options: { readonly access: "read" | "write"; readonly create?: boolean },
  work: (client: Client, engine: Engine, files: FileGrants) => Promise<T>,
): Promise<T> {
  const path = resolve(folder);
  if (!options.create && !isWorkspace(path) && !hasOnlyBackups(path))
    throw new UsageError(`${folder} is no workspace. Import something into it first.`);
  const files = new FileGrants();
  const engine = await createEngine({
    home: null,
    resources: RESOURCES,
    parserWorker: new URL("../documents/read/worker.ts", import.meta.url),
    access: options.access,
    files,
    actor: userInfo().username,
    run: null,
    version: packageJson.version,
    now: () => new Date(),
  });
  try {
    settleWorkspace(path);
    const { vault } = await unlockedRooms(path);
    if (vault) engine.session.keys.unlock(path, vault);
    // Reading never changes a file: one of an earlier version is brought up to date first, after a backup.
    if (options.access === "read" && isOutdated(path, vault))
      await openWorkspace(path, "write", () => new Date(), vault).close();
    await engine.session.open(path);
    if (options.access === "write") await identify(engine.session);
    if (engine.session.backupProblem !== null) process.stderr.write(`${engine.session.backupProblem}\n`);
    if (isOnNetwork(path)) process.stderr.write(`${NETWORK_DRIVE}\n`);
    return await work(clientOf(engine), engine, files);
  } catch (error) {
    throw translated(error);
  } finally {
    await engine.close();
  }
}

/** Follows a long command to its result, with a bar on a terminal. */
export async function follow<T>(events: AsyncIterable<Progress | { type: "done"; result: T }>): Promise<T> {
  const bar = progressBar();
  try {
    for await (const event of events) {
      if (event.type === "done") return event.result;
      bar.show(event);
    }
  } finally {
    bar.clear();
  }
  throw new Error("the command ended without a result");
}

const BAR = 24;

/** A one-line bar on standard error; nothing when that is no terminal. */
function progressBar(): { show(progress: Progress): void; clear(): void } {
  const { stderr } = process;
  if (!stderr.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show({ stage, done, total, detail }) {
      const filled = total === 0 ? BAR : Math.floor((done * BAR) / total);
      const line = `${stage.padEnd(22)} ${"█".repeat(filled)}${"░".repeat(BAR - filled)} ${done}/${total} ${detail}`;
      stderr.write(`\r\x1b[2K${line.slice(0, stderr.columns - 1)}`);
    },
    clear: () => stderr.write("\r\x1b[2K"),
  };
}

/** Prints a value as JSON. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Prints rows as a plain table; columns from `right` on are aligned to the right. */
export function printTable(rows: readonly (readonly string[])[], right: readonly number[] = []): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return right.includes(column) ? cell.padStart(width) : cell.padEnd(width);
    });
    process.stdout.write(`${cells.join("  ").trimEnd()}\n`);
  }
}
