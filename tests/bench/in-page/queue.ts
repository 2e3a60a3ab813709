/** Runs inside the window that is measured: each function is handed over as text, so it uses nothing from outside itself. */

/** What a key changes of a row. */
export type Timed = "active" | "selected" | "status";

/** Scrolls the queue a little with every frame and back at its end; how long each frame took, in milliseconds. */
export async function timeScrolling({ pixels, frames }: { pixels: number; frames: number }): Promise<number[]> {
  const grid = document.querySelector<HTMLElement>('[aria-label="Findings"]');
  if (!grid) throw new Error("There is no queue.");
  const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
  grid.scrollTop = 0;
  await frame();
  let before = await frame();
  let step = pixels;
  const times: number[] = [];
  while (times.length < frames) {
    grid.scrollTop += step;
    if (grid.scrollTop <= 0 || grid.scrollTop + grid.clientHeight >= grid.scrollHeight) step = -step;
    const now = await frame();
    times.push(now - before);
    before = now;
  }
  return times;
}

declare global {
  interface Window {
    /** What the key that was listened for came to. */
    timedKey?: Promise<number>;
  }
}

/**
 * Listens for a key and for what it changes of the row in hand. `timedKey` is then the milliseconds between the key and the frame after the
 * change; infinite where nothing changed for two seconds.
 */
export function listenForKey(change: Timed): void {
  const state = () => {
    const row = document.querySelector("tr[data-active]");
    if (change === "active") return row?.getAttribute("data-index");
    return change === "selected" ? row?.getAttribute("aria-selected") : row?.lastElementChild?.textContent;
  };
  const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
  const before = state();
  const pressed = new Promise<number>((done) =>
    window.addEventListener("keydown", (event) => done(event.timeStamp), { capture: true, once: true }),
  );
  window.timedKey = pressed.then(async (at) => {
    while (state() === before) if ((await frame()) - at > 2000) return Number.POSITIVE_INFINITY;
    // The change is in the page; it is on the screen with the frame that follows.
    await frame();
    return performance.now() - at;
  });
}
