/** Drops real files on the window, as the file manager does: the browser is given their paths, the page only sees files. */
import type { Locator, Page } from "@playwright/test";

/** Drags the files in, holds them over the window and lets go: over `on`, otherwise in the window's middle. */
export async function dropFiles(page: Page, paths: readonly string[], on?: Locator): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const box = (await on?.boundingBox()) ?? { x: 0, y: 0, width, height };
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await session.send("Input.dispatchDragEvent", { type, ...place, data });
  await session.detach();
}
