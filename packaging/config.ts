/** How electron-builder makes the app: https://www.electron.build. Everything it shall take is named; it downloads no Electron. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { AfterPackContext, Configuration } from "electron-builder";

/** The fuses of Electron as they are set in the program itself, where no switch and no variable can undo them. */
export const FUSES = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} as const;

/** What a build is made from and where it goes. */
export interface Build {
  /** Folder of an unpacked Electron for the target. */
  readonly electron: string;
  readonly electronVersion: string;
  /** Folder that becomes node_modules. */
  readonly modules: string;
  /** The third-party notices. */
  readonly notices: string;
  readonly output: string;
}

/** A word that electron-builder fills in. */
const macro = (name: string) => `$\{${name}}`;
const icons = (name = "") => join(import.meta.dirname, "icons", name);

/** The whole configuration. */
export function configuration({ electron, electronVersion, modules, notices, output }: Build): Configuration {
  return {
    appId: "app.backhaul.desktop",
    productName: "Backhaul",
    copyright: "Copyright © Backhaul contributors",
    artifactName: `${["Backhaul", macro("version"), macro("os"), macro("arch")].join("-")}.${macro("ext")}`,
    directories: { output, buildResources: icons() },
    electronDist: electron,
    electronVersion,
    // The packages are put together beforehand, and the database's binary needs no rebuild.
    beforeBuild: async () => false,
    nodeGypRebuild: false,
    files: [
      "out/main/**",
      "out/preload/**",
      "out/renderer/**",
      "resources/**",
      "!resources/screenshots{,/**}",
      "package.json",
      "LICENSE",
      "!**/*.map",
      { from: modules, to: "node_modules" },
    ],
    removePackageScripts: true,
    // Nothing but the database's binary lies outside: the system loads it from a real file.
    asar: { smartUnpack: false },
    asarUnpack: ["**/*.node"],
    extraResources: [{ from: notices, to: "THIRD-PARTY-NOTICES.txt" }],
    electronLanguages: ["en-US"],
    electronFuses: FUSES,
    afterPack: removeLeftovers,
    publish: null,
    win: { target: "nsis", icon: icons("icon.ico") },
    nsis: {
      oneClick: false,
      perMachine: false,
      allowToChangeInstallationDirectory: true,
      deleteAppDataOnUninstall: false,
    },
    mac: {
      target: "dmg",
      icon: icons("icon.icns"),
      category: "public.app-category.business",
      hardenedRuntime: true,
    },
    linux: {
      target: ["AppImage", "deb"],
      icon: icons(),
      category: "Office",
      executableName: "backhaul",
      synopsis: "Finds the money an Amazon delivery business leaks",
    },
  };
}

/** Electron's own sample app and its version note are no part of ours. */
async function removeLeftovers({ packager, appOutDir }: AfterPackContext): Promise<void> {
  rmSync(join(packager.getResourcesDir(appOutDir), "default_app.asar"), { force: true });
  rmSync(join(appOutDir, "version"), { force: true });
}
