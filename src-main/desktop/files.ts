/** Files and folders on the way in and out. The window holds tokens and names; paths stay on this side. */
import { access } from "node:fs/promises";
import { basename, extname, isAbsolute, join } from "node:path";
import { app, type BrowserWindow, dialog, shell } from "electron";
import type { EngineProcess } from "./engine.ts";

/** What the window may ask of the file system. */
export class Files {
  readonly #window: BrowserWindow;
  readonly #engine: EngineProcess;
  /** Where the packets went that the user placed himself, by file name. */
  readonly #placed = new Map<string, string>();

  constructor(window: BrowserWindow, engine: EngineProcess) {
    this.#window = window;
    this.#engine = engine;
  }

  /** Tokens for dropped files, in order. A file that lies nowhere (made by a script) has no path and is refused. */
  offer = async (paths: readonly string[]): Promise<string[]> => {
    for (const path of paths) {
      if (!isAbsolute(path)) throw new Error("Only files and folders of this computer can be added.");
      await access(path).catch(() => {
        throw new Error(`${basename(path)} cannot be read.`);
      });
    }
    return Promise.all(paths.map((path) => this.#engine.offer(path)));
  };

  /** Tokens for the files the user chooses. */
  chooseFiles = async (): Promise<string[]> => {
    const { canceled, filePaths } = await dialog.showOpenDialog(this.#window, {
      title: "Add files",
      properties: ["openFile", "multiSelections"],
      filters: [
        { name: "Documents", extensions: ["csv", "xlsx", "xls", "zip", "pdf"] },
        { name: "All files", extensions: ["*"] },
      ],
    });
    return canceled ? [] : this.offer(filePaths);
  };

  /** A token for the file the user wants a packet in. */
  choosePacketFile = async (suggestedName: string): Promise<string | null> => {
    const { canceled, filePath } = await dialog.showSaveDialog(this.#window, {
      title: "Export packet",
      defaultPath: join(app.getPath("documents"), plainName(suggestedName)),
      filters: [{ name: "PDF", extensions: ["pdf"] }],
    });
    if (canceled || !filePath) return null;
    const path = extname(filePath).toLowerCase() === ".pdf" ? filePath : `${filePath}.pdf`;
    this.#placed.set(basename(path), path);
    return this.#engine.offer(path);
  };

  /** Shows a packet in the file manager. The window names a file, never a folder. */
  revealPacket = async (file: string): Promise<void> => {
    if (file !== plainName(file)) throw new Error("Refused: that is not the name of a packet.");
    const folder = await this.#engine.packetsFolder();
    const path = this.#placed.get(file) ?? (folder && join(folder, file));
    if (!path) throw new Error("No workspace is open.");
    await access(path).catch(() => {
      throw new Error(`${file} is not there any more.`);
    });
    shell.showItemInFolder(path);
  };
}

/** A file name without anything that could make it a path, on any system. */
function plainName(name: string): string {
  const plain = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, "-").replace(/^\.+/, "");
  return plain || "packet.pdf";
}
