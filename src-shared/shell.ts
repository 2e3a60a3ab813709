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
  /** Asks where to save a packet and returns a token for that file, or null when cancelled. */
  choosePacketFile(suggestedName: string): Promise<string | null>;
  /** Shows a packet the engine wrote in the file manager. `file` is the name the packet command returned. */
  revealPacket(file: string): Promise<void>;
  /** Called with the command of a menu item that concerns the window. Returns a function that stops it. */
  onMenu(listener: (command: MenuCommand) => void): () => void;
  /** Tells the shell what is going on, so that the title shows the workspace and closing during an import asks. */
  setState(state: { title: string; busy: boolean }): void;
}

/** Menu items that the window answers. */
export const MENU_COMMANDS = [
  "board",
  "inbox",
  "review",
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
