import { noteError } from "../app/notify.ts";

/** Shows a file the engine wrote in the file manager. `file` is its name, without a folder. */
export async function reveal(file: string): Promise<void> {
  try {
    await window.backhaul.revealPacket(file);
  } catch {
    noteError("The folder could not be shown", null, `${file} was written; it may have been moved since.`);
  }
}
