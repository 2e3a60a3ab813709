/** Entry of the app: puts the window, its safety and the engine process together. No decision about the business is made here. */
import { join } from "node:path";
import { app, type BrowserWindow, dialog, MessageChannelMain, session } from "electron";
import { traceLine } from "#shared/trace.ts";
import { EngineProcess } from "./engine.ts";
import { Files } from "./files.ts";
import { channel, openGate } from "./gate.ts";
import { setMenu } from "./menu.ts";
import { notifications } from "./notifications.ts";
import { hardenProcess } from "./policy.ts";
import { registerScheme, serveWindow } from "./protocol.ts";
import { hardenContents, hardenSession } from "./security.ts";
import { createWindow, focusWindow, followState, openWindow, reviveWindow } from "./window.ts";

const built = (path: string) => join(import.meta.dirname, path);

process.on("uncaughtException", fail);
hardenProcess(app);
registerScheme();
hardenContents();

// One window at a time on a user's data: two would write to the same workspace.
if (app.requestSingleInstanceLock()) {
  app.on("window-all-closed", () => app.quit());
  app.whenReady().then(run).catch(fail);
} else app.quit();

async function run(): Promise<void> {
  hardenSession(session.defaultSession);
  await serveWindow(session.defaultSession, built("../renderer"));
  const engine = startEngine();
  const window = createWindow({
    preload: built("../preload/preload.cjs"),
    placeFile: join(app.getPath("userData"), "window.json"),
  });
  reviveWindow(window);
  app.on("second-instance", () => focusWindow(window));
  setMenu((command) => window.webContents.send(channel("menu"), command));
  const files = new Files(window, engine);
  openGate(window, {
    connect: () => connect(window, engine),
    offer: files.offer,
    chooseFiles: files.chooseFiles,
    saveAs: files.saveAs,
    chooseFolder: files.chooseFolder,
    revealPacket: files.revealPacket,
    setState: followState(window),
    notify: notifications(window, () => window.webContents.send(channel("menu"), "claims")),
  });
  await openWindow(window);
}

function startEngine(): EngineProcess {
  const engine = new EngineProcess({
    module: built("engine.js"),
    start: {
      home: join(app.getPath("userData"), "workspaces"),
      resources: join(app.getAppPath(), "resources"),
      version: app.getVersion(),
      day: app.isPackaged ? null : (process.env.BACKHAUL_DAY ?? null),
    },
    onGivenUp: (reason) => offerRestart(engine, reason),
  });
  let stopped = false;
  app.on("will-quit", (event) => {
    if (stopped) return;
    event.preventDefault();
    stopped = true;
    engine.stop().finally(() => app.quit());
  });
  return engine;
}

/** Gives the window a port of its own to the engine. */
function connect(window: BrowserWindow, engine: EngineProcess): void {
  const { port1, port2 } = new MessageChannelMain();
  engine.connect(port1);
  window.webContents.mainFrame.postMessage(channel("port"), null, [port2]);
}

function offerRestart(engine: EngineProcess, reason: string): void {
  const chosen = dialog.showMessageBoxSync({
    type: "error",
    message: "Backhaul's engine keeps stopping.",
    detail: `Nothing that was stored is lost. ${reason}`.trim(),
    buttons: ["Try Again", "Quit"],
    defaultId: 0,
    cancelId: 1,
  });
  if (chosen === 0) engine.restart();
  else app.exit(1);
}

function fail(error: unknown): void {
  console.error(`Backhaul failed: ${traceLine(error)}`);
  dialog.showErrorBox("Backhaul cannot start.", error instanceof Error ? error.message : String(error));
  app.exit(1);
}
