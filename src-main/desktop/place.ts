/** Where the window was and how big, remembered between starts. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type BrowserWindow, screen } from "electron";
import { z } from "zod";
import { traceLine } from "#shared/trace.ts";

/** The smallest window every screen is usable in. */
export const SMALLEST = { width: 1024, height: 700 };
const FIRST = { width: 1280, height: 800 };

const place = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(SMALLEST.width),
  height: z.int().min(SMALLEST.height),
  maximized: z.boolean(),
});
type Place = z.infer<typeof place>;

/** The remembered place, or the size of a first start when there is none or its display is gone. */
export function readPlace(file: string): Partial<Place> & { width: number; height: number } {
  try {
    const read = place.parse(JSON.parse(readFileSync(file, "utf8")));
    return isOnDisplay(read) ? read : { width: read.width, height: read.height };
  } catch {
    return FIRST;
  }
}

/** Writes the place down. */
export function writePlace(file: string, window: BrowserWindow): void {
  const now: Place = { ...window.getNormalBounds(), maximized: window.isMaximized() };
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(now));
  } catch (error) {
    console.error(`The window's place was not written down: ${traceLine(error)}`);
  }
}

/** Whether enough of the window's title bar is on some display to get hold of it. */
function isOnDisplay({ x, y, width }: Place): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const across = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x);
    return across >= 200 && y >= workArea.y && y < workArea.y + workArea.height - 50;
  });
}
