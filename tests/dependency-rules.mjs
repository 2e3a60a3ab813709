/**
 * Who may import whom: the rules of the architecture page, for dependency-cruiser. TypeScript 7 has no interface it could parse with,
 * so it uses swc; without swc it would look at nothing and find nothing wrong, hence the import on the next line.
 */
import "@swc/core";

const any = (...names) => `^(${names.join("|")})`;
const packages = (...names) => `^node_modules/(@types/)?(${names.join("|")})/`;

const PURE = any(
  "src-main/(reconcile|wages|matching|claims|documents/interpret|documents/recognise)/",
  // A fingerprint is a hash, and a trial packs rows: both need the platform.
  "src-main/documents/mapping/(?!fingerprint|trial)",
  "src-main/packets/model",
);
const SOURCES = "^src-(main|renderer|shared)/";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "shared-alone",
      comment: "src-shared is plain TypeScript: nothing of ours, no platform, only the contract's own two packages.",
      severity: "error",
      from: { path: "^src-shared/" },
      to: { pathNot: ["^src-shared/", packages("zod", "@orpc/contract")] },
    },
    {
      name: "renderer-only-shared",
      comment: "The window runs in a sandbox: no node, no electron, nothing of the main side.",
      severity: "error",
      from: { path: "^src-renderer/" },
      to: {
        pathNot: [
          any("src-renderer/", "src-shared/", "resources/"),
          packages(
            "react",
            "recharts",
            "react-dom",
            "zod",
            "@mantine/[^/]+",
            "@fontsource-variable/[^/]+",
            "@tanstack/[^/]+",
            "@orpc/(client|contract|tanstack-query)",
          ),
          // Only where a page is drawn, see `files-are-read-in-one-room`.
          packages("pdfjs-dist"),
        ],
      },
    },
    {
      name: "electron-only-in-desktop",
      severity: "error",
      from: { pathNot: any("src-main/desktop/", "tests/desktop/") },
      to: { path: any("node_modules/electron/", "electron$") },
    },
    {
      name: "database-only-in-store",
      severity: "error",
      from: { path: SOURCES, pathNot: "^src-main/store/" },
      to: { path: packages("kysely", "better-sqlite3[^/]*") },
    },
    {
      name: "vault-knows-only-keys-and-bytes",
      comment:
        "Cryptography is read on its own: no file, no database, nothing of the app but what a passphrase has to be.",
      severity: "error",
      from: { path: "^src-main/vault/" },
      to: { pathNot: [any("src-main/vault/", "src-shared/passphrase\\.ts$", "(node:)?crypto$"), packages("zod")] },
    },
    {
      name: "pure-stays-pure",
      comment: "Data in, data out: no clock, no file, no database, not even by way of another module.",
      severity: "error",
      from: { path: PURE },
      to: { path: "^src-main/(store|engine|workspace|desktop|cli|documents/read)/", reachable: true },
    },
    {
      name: "pure-needs-no-platform",
      severity: "error",
      from: { path: PURE },
      to: { dependencyTypes: ["core", "npm", "npm-dev", "npm-optional"], pathNot: packages("zod") },
    },
    {
      name: "files-are-read-in-one-room",
      comment:
        "Libraries that open strangers' files run in the thread that can be killed; the window's own draws a page in the sandbox.",
      severity: "error",
      from: { path: "^src-", pathNot: any("src-main/documents/read/", "src-renderer/parts/pdf/") },
      to: { path: packages("pdfjs-dist", "papaparse") },
    },
    {
      name: "engine-below-desktop-and-cli",
      severity: "error",
      from: { path: "^src-main/", pathNot: "^src-main/(desktop|cli)/" },
      to: { path: "^src-main/(desktop|cli)/" },
    },
    {
      name: "the-rest-below-engine",
      severity: "error",
      from: { path: "^src-main/", pathNot: "^src-main/(desktop|cli|engine)/" },
      to: { path: "^src-main/engine/" },
    },
    {
      name: "desktop-decides-nothing",
      comment: "The shell starts the engine and speaks to it; everything about the business lies behind it.",
      severity: "error",
      from: { path: "^src-main/desktop/" },
      to: { path: "^src-main/", pathNot: "^src-main/(desktop/|engine/process-messages\\.ts$)" },
    },
    {
      name: "parsers-only-in-read",
      comment:
        "Foreign files are parsed in the worker thread that can be killed, nowhere else; workbooks and bundles are only written.",
      severity: "error",
      from: { path: SOURCES, pathNot: "^src-main/(documents/read/|packets/(workbook|bundle)\\.ts$)" },
      to: { path: packages("papaparse", "xlsx", "fflate") },
    },
    {
      name: "pdf-only-in-packets",
      severity: "error",
      from: { path: SOURCES, pathNot: "^src-main/packets/" },
      to: { path: packages("pdfmake") },
    },
    {
      name: "no-network",
      comment: "Nothing the app does needs another machine, so nothing of it can reach one.",
      severity: "error",
      from: { path: SOURCES },
      to: { path: "^(node:)?(http|https|http2|net|tls|dgram|dns|dns/promises|inspector)$" },
    },
    {
      name: "tests-are-not-imported",
      severity: "error",
      from: { pathNot: "^tests/" },
      to: { path: "^tests/" },
    },
    {
      name: "no-circle",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "everything-resolves",
      comment: "What cannot be found cannot be judged either.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: "swc",
    doNotFollow: { path: "^node_modules/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json", ".css", ".d.ts"],
    },
  },
};
