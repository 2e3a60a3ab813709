/** The whole of what the window can ask of the shell. Runs sandboxed, in its own world. */
import { contextBridge, ipcRenderer, webUtils } from "electron";
import { ENGINE_PORT, type MenuCommand, type Shell } from "#shared/shell.ts";

/** Asks the main process. What it refuses with is a sentence for the user; Electron's words around it are taken off. */
async function ask(message: string, ...args: unknown[]) {
  try {
    return await ipcRenderer.invoke(`backhaul:${message}`, ...args);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    throw new Error(text.replace(/^Error invoking remote method '[^']*': (?:Error: )?/, ""));
  }
}

// A message port cannot cross the context bridge; a window message can carry it, to our own origin only.
ipcRenderer.on("backhaul:port", (event) => window.postMessage(ENGINE_PORT, window.location.origin, event.ports));

const shell: Shell = {
  platform: process.platform === "darwin" || process.platform === "win32" ? process.platform : "linux",
  connect: () => {
    ask("connect").catch((error: unknown) => console.error(error));
  },
  // The path is looked up here and goes to the main process; the window gets a token for it.
  offer: (files) =>
    ask(
      "offer",
      files.map((file) => webUtils.getPathForFile(file)),
    ),
  chooseFiles: () => ask("chooseFiles"),
  saveAs: (file) => ask("saveAs", file),
  chooseFolder: () => ask("chooseFolder"),
  revealPacket: (file) => ask("revealPacket", file),
  onMenu: (listener) => {
    const hear = (_event: unknown, command: MenuCommand) => listener(command);
    ipcRenderer.on("backhaul:menu", hear);
    return () => {
      ipcRenderer.off("backhaul:menu", hear);
    };
  },
  setState: (state) => {
    ask("setState", state).catch((error: unknown) => console.error(error));
  },
  notify: (message) => ask("notify", message),
};

contextBridge.exposeInMainWorld("backhaul", shell);
