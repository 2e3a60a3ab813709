import { join } from "node:path";
import { defineConfig } from "vitest/config";

const FOLDERS = "unit,documents,checks,store,packets,engine,security,run,wages";

/** Everything that needs no window. Processes, not threads: SQLite and worker threads are then as alone as in the app. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, ".."),
    include: [`tests/{${FOLDERS}}/**/*.test.ts`],
    environment: "node",
    pool: "forks",
    maxWorkers: 2,
    // Properties run long on a machine that does something else as well.
    testTimeout: 90_000,
    allowOnly: false,
    passWithNoTests: false,
    cache: false,
    // A default import of a CommonJS module is then what Node, and so the app, gives.
    deps: { interopDefault: false },
  },
});
