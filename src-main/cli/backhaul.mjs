#!/usr/bin/env node
// Plain JavaScript, so that an old Node gets a sentence instead of a syntax error or a crash in the database driver.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  console.error(`Backhaul needs Node 22.12 or newer; this is ${process.versions.node}.`);
  console.error("Run it with `npm run -s backhaul -- <command>` after `npm ci`, or install Node 24.");
  process.exit(1);
}
// Whoever reads the output may have read enough (`| head`): what was begun is finished all the same.
process.stdout.on("error", (error) => {
  if (!("code" in error) || error.code !== "EPIPE") throw error;
});
const { main } = await import("./main.ts");
process.exitCode = await main(process.argv.slice(2));
