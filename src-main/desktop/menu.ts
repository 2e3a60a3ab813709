/** The menu: the standard roles, and what the window answers itself. */
import { Menu, type MenuItemConstructorOptions } from "electron";
import type { MenuCommand } from "#shared/shell.ts";

type Item = MenuItemConstructorOptions;
const line: Item = { type: "separator" };

/** Puts up the menu; `send` gets the commands that the window answers. No reload and no developer tools: this is not a browser. */
export function setMenu(send: (command: MenuCommand) => void): void {
  const item = (id: MenuCommand, label: string, accelerator: string): Item => ({
    id,
    label,
    accelerator,
    click: () => send(id),
  });
  const mac = process.platform === "darwin";
  const file: Item[] = [
    item("add-files", "Add Files…", "CmdOrCtrl+O"),
    item("check", "Check Now", "CmdOrCtrl+Shift+K"),
    item("export-packet", "Export Packet…", "CmdOrCtrl+E"),
    line,
    { role: mac ? "close" : "quit" },
  ];
  const view: Item[] = [
    item("board", "Board", "CmdOrCtrl+1"),
    item("inbox", "Inbox", "CmdOrCtrl+2"),
    item("review", "Review", "CmdOrCtrl+3"),
    item("claims", "Claims", "CmdOrCtrl+4"),
    item("ledger", "Ledger", "CmdOrCtrl+5"),
    item("setup", "Setup", "CmdOrCtrl+6"),
    line,
    { role: "resetZoom" },
    { role: "zoomIn" },
    { role: "zoomOut" },
    line,
    { role: "togglefullscreen" },
  ];
  const template: Item[] = [
    ...(mac ? [{ role: "appMenu" } satisfies Item] : []),
    { label: "File", submenu: file },
    { role: "editMenu" },
    { label: "View", submenu: view },
    { role: "windowMenu" },
    { role: "help", submenu: [item("shortcuts", "Keyboard Shortcuts", "CmdOrCtrl+/")] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
