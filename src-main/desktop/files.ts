/** Files and folders on the way in and out. The window holds tokens and names; paths stay on this side. */
import { existsSync } from "node:fs";
import { access } from "node:fs/promises";
import { basename, extname, isAbsolute, join } from "node:path";
import { app, type BrowserWindow, dialog, shell } from "electron";
import type { SaveKind } from "#shared/shell.ts";
import type { EngineProcess } from "./engine.ts";
import { plainName, suggestedFileName } from "./names.ts";

/** What the window may ask of the file system. */
export class Files {
  readonly #window: BrowserWindow;
  readonly #engine: EngineProcess;
  /** Where the files went that the user placed himself, by file name. */
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
    return Promise.all(paths.map((path) => this.#engine.offer(path, "read")));
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

  /** A token for the file the user wants something in. */
  saveAs = async ({ suggestedName, kind }: { suggestedName: string; kind: SaveKind }): Promise<string | null> => {
    const { canceled, filePath } = await dialog.showSaveDialog(this.#window, {
      title: "Save",
      defaultPath: join(app.getPath("documents"), suggestedFileName(suggestedName, kind)),
      filters: [{ name: KIND_NAMES[kind], extensions: [kind] }],
      properties: ["showOverwriteConfirmation", "createDirectory"],
    });
    if (canceled || !filePath) return null;
    const complete = extname(filePath).toLowerCase() === `.${kind}`;
    const path = complete ? filePath : `${filePath}.${kind}`;
    // The dialog asked about the name as it was typed, not about the one with the ending.
    if (!complete && !(await this.#mayReplace(path))) return null;
    this.#placed.set(basename(path), path);
    return this.#engine.offer(path, "write");
  };

  /** A token for the folder the user chooses. */
  chooseFolder = async (): Promise<string | null> => {
    const { canceled, filePaths } = await dialog.showOpenDialog(this.#window, {
      title: "Choose a folder",
      properties: ["openDirectory", "createDirectory"],
    });
    const [folder] = filePaths;
    return canceled || folder === undefined ? null : this.#engine.offer(folder, "folder");
  };

  async #mayReplace(path: string): Promise<boolean> {
    if (!existsSync(path)) return true;
    const { response } = await dialog.showMessageBox(this.#window, {
      type: "question",
      message: `${basename(path)} is already there. Replace it?`,
      buttons: ["Keep It", "Replace"],
      defaultId: 0,
      cancelId: 0,
    });
    return response === 1;
  }

  /** Shows a file that was written in the file manager. The window names a file, never a folder. */
  revealPacket = async (file: string): Promise<void> => {
    const placed = this.#placed.get(file);
    // A name of the user's own may be anything; one of the packets folder is plain.
    if (placed === undefined && file !== plainName(file))
      throw new Error("Refused: that is not the name of a file Backhaul wrote.");
    const folder = await this.#engine.packetsFolder();
    const path = placed ?? (folder && join(folder, file));
    if (!path) throw new Error("No workspace is open.");
    await access(path).catch(() => {
      throw new Error(`${file} is not there any more.`);
    });
    shell.showItemInFolder(path);
  };
}

/** What the dialog calls each kind. */
const KIND_NAMES: Readonly<Record<SaveKind, string>> = {
  pdf: "PDF",
  xlsx: "Excel workbook",
  csv: "CSV",
  zip: "ZIP archive",
  json: "JSON",
  xls: "Excel workbook",
  docx: "Word document",
  txt: "Text",
  eml: "Mail",
  msg: "Mail",
  png: "Picture",
  jpg: "Picture",
  jpeg: "Picture",
};
