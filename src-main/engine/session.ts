/** The workspace an engine has open, and the plans it is waiting to commit. */
import { join } from "node:path";
import type { MappingAnswer, MappingProfile } from "#shared/contract/schemas.ts";
import type { FileRead, PreparedPlan } from "../documents/plan.ts";
import { Parser } from "../documents/read/parser.ts";
import type { UnderstoodFile } from "../documents/understand.ts";
import { savedProfiles } from "../store/profiles.ts";
import { backUpWhenDue } from "../workspace/automatic-backups.ts";
import { currentWorkspace, rememberWorkspace } from "../workspace/home.ts";
import { isWorkspace, openWorkspace, type Workspace } from "../workspace/workspace.ts";
import type { EngineOptions } from "./engine.ts";
import { noWorkspace } from "./errors.ts";
import type { FoundFile } from "./files.ts";

/** A plan and what it was made from. */
export interface HeldPlan {
  readonly prepared: PreparedPlan;
  readonly reads: readonly FileRead[];
  /** What a person said of its files. */
  readonly answers?: readonly MappingAnswer[];
}

/** One engine's state. A writing session owns the connection that writes; a reading one follows what the other opened. */
export class Session {
  readonly options: EngineOptions;
  /** Plans that were shown, with what was read for them: a mapping makes the plan anew without reading again. */
  readonly plans = new Map<string, HeldPlan>();
  /** Resolves when the commit that is under way has ended, whichever way. */
  committing: Promise<void> = Promise.resolve();
  /** Why the backup that was due when the workspace was opened could not be made, as a sentence; null when all is well. */
  backupProblem: string | null = null;
  #workspace: Workspace | null = null;
  #parser: Parser | null = null;
  #profiles: Promise<readonly MappingProfile[]> | null = null;
  readonly #ahead = new Map<string, Promise<UnderstoodFile>>();

  constructor(options: EngineOptions) {
    this.options = options;
  }

  /** The open workspace. Throws NO_WORKSPACE. */
  get workspace(): Workspace {
    if (!this.#workspace) throw noWorkspace();
    return this.#workspace;
  }

  /** Whether one is open. */
  get isOpen(): boolean {
    return this.#workspace !== null;
  }

  /** The parser thread, started when first needed. */
  get parser(): Parser {
    this.#parser ??= new Parser(this.options.parserWorker);
    return this.#parser;
  }

  /** Begins to read files that will be planned next, so that the parser works while others are being stored. */
  readAhead(files: readonly FoundFile[]): void {
    for (const { path, name } of files) {
      const reading = this.#understand(name, path, undefined);
      // A read that fails is reported by the plan that asks for it.
      reading.catch(() => undefined);
      this.#ahead.set(path, reading);
    }
  }

  /** Reads a file, or takes what was read ahead of it. */
  read({ path, name }: FoundFile, signal: AbortSignal | undefined): Promise<UnderstoodFile> {
    const ahead = this.#ahead.get(path);
    this.#ahead.delete(path);
    return ahead ?? this.#understand(name, path, signal);
  }

  async #understand(name: string, path: string, signal: AbortSignal | undefined): Promise<UnderstoodFile> {
    return this.parser.understand(name, path, await this.profiles(), signal);
  }

  /** The saved mappings, the newest first, as files are read with them. */
  profiles(): Promise<readonly MappingProfile[]> {
    this.#profiles ??= this.workspace.store.read(savedProfiles);
    return this.#profiles;
  }

  /** Has the saved mappings read again: they changed. */
  forgetProfiles(): void {
    this.#profiles = null;
  }

  /** The actor and the instant of a command. */
  stamp(): { at: string; actor: string } {
    return { at: this.options.now().toISOString(), actor: this.options.actor };
  }

  /** Opens a workspace by its folder (created where absent when this session writes) in place of the one that is open. */
  async open(folder: string): Promise<Workspace> {
    await this.leave();
    return this.#enter(folder);
  }

  /** Opens a workspace of the home folder and remembers it. */
  async openNamed(name: string): Promise<Workspace> {
    const { home } = this.options;
    if (home === null) throw new Error("the command line opens workspaces by their folder");
    const workspace = await this.open(join(home, name));
    rememberWorkspace(home, name);
    return workspace;
  }

  /** Closes the workspace and remembers that none is open. */
  async closeNamed(): Promise<void> {
    await this.leave();
    if (this.options.home !== null) rememberWorkspace(this.options.home, null);
  }

  /** Follows the home folder's settings: opens what they name, closes what they no longer name. */
  async follow(): Promise<void> {
    const { home } = this.options;
    if (home === null) return;
    const name = currentWorkspace(home);
    const folder = name === null ? null : join(home, name);
    if (folder === (this.#workspace?.folder ?? null)) return;
    await this.leave();
    if (folder !== null && isWorkspace(folder)) await this.#enter(folder);
  }

  /** Opens a workspace and, when it is time and this session writes, backs it up. */
  async #enter(folder: string): Promise<Workspace> {
    const { access, now } = this.options;
    const workspace = openWorkspace(folder, access, now);
    this.#workspace = workspace;
    this.backupProblem = access === "write" ? await backUpWhenDue(workspace.rooms, now()) : null;
    return workspace;
  }

  /** Closes whatever is open. */
  async leave(): Promise<void> {
    this.plans.clear();
    this.#ahead.clear();
    this.#profiles = null;
    const workspace = this.#workspace;
    this.#workspace = null;
    await workspace?.close();
  }

  /** Closes everything, the parser thread included. */
  async close(): Promise<void> {
    await this.leave();
    await this.#parser?.close();
    this.#parser = null;
  }
}
