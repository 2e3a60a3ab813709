import { defineConfig } from "@playwright/test";

/** The desktop tests: one real app at a time, and a test that needs a second try has failed. */
export default defineConfig({
  testDir: "desktop",
  outputDir: "../test-results/desktop",
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "../test-results/desktop.json" }]],
});
