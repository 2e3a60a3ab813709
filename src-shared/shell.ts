/** The few things only the shell can do for the window. Everything else goes through the contract over the message port. */

/** What the preload script puts on `window.backhaul`. A file is named by a single-use token, never by its path. */
export interface Shell {
  readonly platform: "darwin" | "win32" | "linux";
  /** Asks for a message port to the engine; it arrives as a window message `ENGINE_PORT` carrying the port. */
  connect(): void;
  /** Turns dropped files and folders into tokens, in order. */
  offer(files: readonly File[]): Promise<string[]>;
  /** Lets the user choose files and returns their tokens; empty when cancelled. */
  chooseFiles(): Promise<string[]>;
  /** Asks where to save a file and returns a token for writing it, or null when cancelled. The name is made safe and gets the kind's ending. */
  saveAs(file: { suggestedName: string; kind: SaveKind }): Promise<string | null>;
  /** Lets the user choose a folder and returns a token for writing into it, or null when cancelled. */
  chooseFolder(): Promise<string | null>;
  /** Shows a file the engine wrote in the file manager: one of the packets folder or one placed with `saveAs`. `file` is its name. */
  revealPacket(file: string): Promise<void>;
  /** Called with the command of a menu item that concerns the window. Returns a function that stops it. */
  onMenu(listener: (command: MenuCommand) => void): () => void;
  /** Tells the shell what is going on, so that the title shows the workspace and closing during an import asks. */
  setState(state: { title: string; busy: boolean }): void;
  /** Shows a notification of the system, as plain text: a title of 1 to 80 characters, a body of 1 to 300. Without support nothing happens. */
  notify(message: { title: string; body: string }): Promise<void>;
}

/** Kinds of files that can be saved outside of the workspace; each is the ending of its name. */
export const SAVE_KINDS = [
  "pdf",
  "xlsx",
  "csv",
  "zip",
  "json",
  // What people attach to a claim, and want back as it was.
  "xls",
  "docx",
  "txt",
  "eml",
  "msg",
  "png",
  "jpg",
  "jpeg",
] as const;
export type SaveKind = (typeof SAVE_KINDS)[number];

/** Menu items that the window answers. */
export const MENU_COMMANDS = [
  "board",
  "inbox",
  "review",
  "claims",
  "ledger",
  "setup",
  "add-files",
  "check",
  "export-packet",
  "shortcuts",
] as const;
export type MenuCommand = (typeof MENU_COMMANDS)[number];

/** `data` of the window message that carries the engine's port. */
export const ENGINE_PORT = "backhaul:engine-port";
