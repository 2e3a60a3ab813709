/** The folder that holds the app's workspaces, and which of them is open. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isWorkspace } from "./workspace.ts";

const SETTINGS = "settings.json";

/** Folder name of the workspace that is open, or null. A settings file that cannot be read counts as none. */
export function currentWorkspace(home: string): string | null {
  const path = join(home, SETTINGS);
  if (!existsSync(path)) return null;
  try {
    const settings: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (typeof settings !== "object" || settings === null || !("current" in settings)) return null;
    const { current } = settings;
    return typeof current === "string" && isSafeName(current) && isWorkspace(join(home, current)) ? current : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Names of the workspaces in the home folder, sorted. */
export function listWorkspaces(home: string | null): string[] {
  if (home === null || !existsSync(home)) return [];
  return readdirSync(home)
    .filter((name) => isSafeName(name) && isWorkspace(join(home, name)))
    .sort();
}

/** Remembers which workspace is open (null: none). Written whole or not at all. */
export function rememberWorkspace(home: string, current: string | null): void {
  mkdirSync(home, { recursive: true });
  const path = join(home, SETTINGS);
  writeFileSync(`${path}.part`, JSON.stringify({ current }));
  renameSync(`${path}.part`, path);
}

/** A folder name of letters, digits, spaces and hyphens made from what a user typed. Throws when nothing is left. */
export function folderName(text: string): string {
  const name = text
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9 _-]/g, "")
    .trim()
    .slice(0, 60);
  if (name === "") throw new RangeError("a workspace needs a name");
  return name;
}

function isSafeName(name: string): boolean {
  return /^[A-Za-z0-9 _-]{1,80}$/.test(name);
}
