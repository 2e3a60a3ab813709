/** The workspace an engine has open, and the plans it is waiting to commit. */
import { basename, join } from "node:path";
import type { MappingAnswer, MappingProfile } from "#shared/contract/schemas.ts";
import type { FileRead, PreparedPlan } from "../documents/plan.ts";
import { Parser } from "../documents/read/parser.ts";
import type { UnderstoodFile } from "../documents/understand.ts";
import { StoreError } from "../store/errors.ts";
import { savedProfiles } from "../store/profiles.ts";
import type { Secret } from "../vault/key-file.ts";
import { backUpWhenDue } from "../workspace/automatic-backups.ts";
import { currentWorkspace, rememberWorkspace } from "../workspace/home.ts";
import { unlockFolder } from "../workspace/keys.ts";
import { roomsOf } from "../workspace/rooms.ts";
import { isWorkspace, openWorkspace, settleWorkspace, type Workspace } from "../workspace/workspace.ts";
import type { Acting } from "./acting.ts";
import type { EngineOptions } from "./engine.ts";
import { locked, noWorkspace, refusal } from "./errors.ts";
import type { FoundFile } from "./files.ts";
import { KeyCell } from "./key-cell.ts";
import type { QueueOrders } from "./queue.ts";
import { vaultFor } from "./session-keys.ts";

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
  /** Where the keys of the open workspace are. */
  readonly keys: KeyCell;
  /** Plans that were shown, with what was read for them: a mapping makes the plan anew without reading again. */
  readonly plans = new Map<string, HeldPlan>();
  /** Resolves when the commit that is under way has ended, whichever way. */
  committing: Promise<void> = Promise.resolve();
  /** Why the backup that was due when the workspace was opened could not be made, as a sentence; null when all is well. */
  backupProblem: string | null = null;
  /** Who acts in the open workspace, as the gate of the routes found out for the call that runs; null before the first. */
  acting: Acting | null = null;
  /** Whom the command line acts as, once it has proved that; null: the computer's user. */
  actsAs: string | null = null;
  /** Orders of the queue of the open workspace that were asked for lately. */
  readonly queueOrders: QueueOrders = new Map();
  #workspace: Workspace | null = null;
  /** The folder of a workspace that is open but for its keys. */
  #locked: string | null = null;
  #parser: Parser | null = null;
  #profiles: Promise<readonly MappingProfile[]> | null = null;
  readonly #ahead = new Map<string, Promise<UnderstoodFile>>();

  constructor(options: EngineOptions) {
    this.options = options;
    this.keys = options.keys ?? new KeyCell();
  }

  /** The open workspace. Throws NO_WORKSPACE, or LOCKED when it waits for its keys. */
  get workspace(): Workspace {
    if (!this.#workspace) throw this.#locked === null ? noWorkspace() : locked();
    return this.#workspace;
  }

  /** Folder name of the workspace that waits for its keys; null when none does. */
  get locked(): string | null {
    return this.#locked === null ? null : basename(this.#locked);
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
    return { at: this.options.now().toISOString(), actor: this.acting?.name ?? this.options.actor };
  }

  /**
   * Opens a workspace by its folder (created where absent when this session writes) in place of the one that is open. Throws StoreError
   * `ENCRYPTED` where its keys are not at hand.
   */
  async open(folder: string): Promise<void> {
    await this.leave();
    await this.#enter(folder);
  }

  /** Opens a workspace of the home folder and remembers it. One that is encrypted is `locked` until its keys are said. */
  async openNamed(name: string): Promise<void> {
    const { home } = this.options;
    if (home === null) throw new Error("the command line opens workspaces by their folder");
    await this.leave();
    await this.#enterOrWait(join(home, name));
    rememberWorkspace(home, name);
  }

  /** Closes the workspace, forgets its keys and remembers that none is open. */
  async closeNamed(): Promise<void> {
    await this.leave();
    this.keys.clear();
    if (this.options.home !== null) rememberWorkspace(this.options.home, null);
  }

  /** Opens the workspace that is locked. Throws REFUSED when none is, VaultError for a wrong secret. */
  async unlock(secret: Secret): Promise<void> {
    const folder = this.#locked;
    if (folder === null) throw refusal("There is no locked workspace to unlock.");
    this.keys.unlock(folder, await unlockFolder(roomsOf(folder), secret));
    await this.#enter(folder);
  }

  /** Closes the open workspace and forgets its keys; it stays the one that the app opens. Throws REFUSED for one that is not encrypted. */
  async lock(): Promise<void> {
    const { folder, rooms } = this.workspace;
    if (!rooms.vault) throw refusal("This workspace is not encrypted. Set a passphrase first, in Setup under Data.");
    await this.leave();
    this.keys.lock(folder);
    this.#locked = folder;
  }

  /** Follows the home folder's settings: opens what they name, closes what they no longer name. */
  async follow(): Promise<void> {
    const { home } = this.options;
    if (home === null) return;
    const name = currentWorkspace(home);
    const folder = name === null ? null : join(home, name);
    if (folder === (this.#workspace?.folder ?? this.#locked) && this.#isUpToDate()) return;
    await this.leave();
    if (folder !== null && isWorkspace(folder)) await this.#enterOrWait(folder);
  }

  /** Whether the keys are where they were when the workspace was opened, or found to be locked. */
  #isUpToDate(): boolean {
    if (this.#locked !== null) return this.keys.vaultOf(this.#locked) === null;
    if (!this.#workspace?.rooms.vault) return true;
    return this.keys.vaultOf(this.#workspace.folder)?.id === this.#workspace.rooms.vault.id;
  }

  async #enterOrWait(folder: string): Promise<void> {
    try {
      await this.#enter(folder);
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== "ENCRYPTED") throw error;
      this.#locked = folder;
    }
  }

  /** Opens a workspace and, when it is time and this session writes, backs it up. */
  async #enter(folder: string): Promise<void> {
    const { access, now } = this.options;
    if (access === "write") settleWorkspace(folder);
    const workspace = openWorkspace(
      folder,
      access,
      now,
      await vaultFor(roomsOf(folder), this.keys, this.options.keychain),
    );
    this.#workspace = workspace;
    this.#locked = null;
    this.backupProblem = access === "write" ? await backUpWhenDue(workspace.rooms, now()) : null;
  }

  /** Closes whatever is open. */
  async leave(): Promise<void> {
    this.acting = null;
    this.actsAs = null;
    this.queueOrders.clear();
    this.plans.clear();
    this.#ahead.clear();
    this.#profiles = null;
    const workspace = this.#workspace;
    this.#workspace = null;
    this.#locked = null;
    await workspace?.close();
  }

  /** Closes everything, the parser thread included. */
  async close(): Promise<void> {
    await this.leave();
    await this.#parser?.close();
    this.#parser = null;
  }
}
