import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

const at = (path: string) => join(import.meta.dirname, path);

/**
 * Every entry is named here: our folder names are not the ones electron-vite looks for. Packages stay in node_modules for the
 * main side (better-sqlite3-multiple-ciphers is native); the sandboxed preload must be one CommonJS file.
 */
export default defineConfig({
  main: {
    build: {
      outDir: at("out/main"),
      rolldownOptions: {
        input: {
          main: at("src-main/desktop/main.ts"),
          engine: at("src-main/engine/process.ts"),
          writer: at("src-main/engine/writer.ts"),
          parser: at("src-main/documents/read/worker.ts"),
        },
        output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "parts/[name]-[hash].js" },
      },
    },
  },
  preload: {
    build: {
      outDir: at("out/preload"),
      rolldownOptions: {
        input: { preload: at("src-main/desktop/preload.ts") },
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: at("src-renderer"),
    plugins: [react()],
    build: {
      outDir: at("out/renderer"),
      // Fonts and pictures stay files: the content policy lets nothing but images be data URLs.
      assetsInlineLimit: 0,
      minify: true,
      // It is read from the disk: one file is as good as many.
      chunkSizeWarningLimit: 2000,
      // The polyfill fetches, and the window may not.
      modulePreload: { polyfill: false },
      rolldownOptions: { input: at("src-renderer/index.html") },
    },
  },
});
