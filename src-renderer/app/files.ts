import { noteError } from "./notify.ts";

let choosing = false;

/** Lets the person choose files; empty when cancelled or when the dialog is open already. */
export async function chooseFiles(): Promise<string[]> {
  if (choosing) return [];
  choosing = true;
  try {
    return await window.backhaul.chooseFiles();
  } catch {
    noteError("The files could not be opened", null, "Nothing was read.");
    return [];
  } finally {
    choosing = false;
  }
}

/** Hands dropped files and folders to the shell, which gives a permission for each. */
export async function offerFiles(files: readonly File[]): Promise<string[]> {
  try {
    return await window.backhaul.offer(files);
  } catch {
    noteError("The files could not be opened", null, "Nothing was read. Try the Choose files button instead.");
    return [];
  }
}
