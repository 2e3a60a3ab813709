/** The one window. */
import { BrowserWindow, dialog, nativeTheme } from "electron";
import { readPlace, SMALLEST, writePlace } from "./place.ts";
import { APP_URL } from "./policy.ts";

/** What a window is made of. */
export interface WindowSettings {
  readonly preload: string;
  /** Where its place is remembered. */
  readonly placeFile: string;
}

/** What is going on in the window, as it tells. */
export interface WindowState {
  title: string;
  busy: boolean;
}

const APP_NAME = "Backhaul";
/** A second crash within this many milliseconds has the same cause as the first. */
const SOON = 10_000;

/** Makes the window, hidden; `openWindow` shows it. */
export function createWindow({ preload, placeFile }: WindowSettings): BrowserWindow {
  const { maximized, ...bounds } = readPlace(placeFile);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: APP_NAME,
    backgroundColor: nativeTheme.shouldUseDarkColors ? "#181714" : "#f6f4ef",
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      devTools: false,
    },
  });
  if (maximized) window.maximize();
  window.on("close", () => writePlace(placeFile, window));
  // The title is the workspace, as the window's state says; what the page calls itself does not matter.
  window.on("page-title-updated", (event) => event.preventDefault());
  return window;
}

/** Loads the app into the window and shows it. */
export async function openWindow(window: BrowserWindow): Promise<void> {
  let over = false;
  const interrupted = () => {
    over = true;
  };
  window.once("close", interrupted);
  window.webContents.once("render-process-gone", interrupted);
  window.once("ready-to-show", () => window.show());
  await window.loadURL(APP_URL).catch((error: unknown) => {
    // Whoever closes the window before it has loaded does not want to hear that it has not; a crash is seen to elsewhere.
    if (!over) throw error;
  });
}

/** A page that crashes is loaded again; the engine has lost nothing. One that crashes at once again is not worth a third try. */
export function reviveWindow(window: BrowserWindow): void {
  let last = Number.NEGATIVE_INFINITY;
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason === "clean-exit" || window.isDestroyed()) return;
    if (Date.now() - last < SOON) {
      dialog.showErrorBox(
        "Backhaul's window keeps stopping.",
        "Nothing that was stored is lost. Start Backhaul again.",
      );
      window.destroy();
      return;
    }
    last = Date.now();
    // Not from within the event: Electron would go down with the page.
    setImmediate(() => window.reload());
  });
}

/** Brings the window to the front. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Shows the state the window tells in its title, and asks before closing while something is under way. */
export function followState(window: BrowserWindow): (state: WindowState) => void {
  let busy = false;
  let asking = false;
  window.on("close", (event) => {
    if (!busy) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    confirmClosing(window)
      .then((close) => {
        if (!close) return;
        busy = false;
        window.close();
      })
      .finally(() => {
        asking = false;
      });
  });
  // A page that is gone is not busy any more.
  window.webContents.on("render-process-gone", () => {
    busy = false;
  });
  return (state) => {
    busy = state.busy;
    window.setTitle(state.title ? `${state.title} – ${APP_NAME}` : APP_NAME);
  };
}

async function confirmClosing(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: "question",
    message: "Backhaul is still working.",
    detail: "If you close it now, what is under way stops. Everything finished so far is kept.",
    buttons: ["Keep Working", "Close Anyway"],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}
