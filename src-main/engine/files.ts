/** From what was dropped to the files in it: folders are walked, and what no office document looks like is passed over there. */
import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { refusal } from "./errors.ts";

/** A file to import, with the name it is shown under and its own time. */
export interface FoundFile {
  readonly path: string;
  readonly name: string;
  /** Instant it was last written, ISO: of two versions of one document the later one counts. */
  readonly asOf: string;
}

/** Notes and the like that lie beside documents. Only passed over inside folders: a file somebody names is always answered. */
const PASSED_OVER = /^(?:\.|~\$|thumbs\.db$|desktop\.ini$)|\.(?:json|md)$/i;

/** The files among some paths, folders walked to any depth, in the order of their names. Throws for a path that is not there. */
export async function findFiles(paths: readonly string[]): Promise<FoundFile[]> {
  const files: FoundFile[] = [];
  for (const path of paths) {
    const info = await stat(path).catch(() => {
      throw refusal(`${basename(path)} is no longer there. Drop it again.`);
    });
    if (info.isDirectory()) {
      for (const entry of (await readdir(path)).sort()) {
        if (!PASSED_OVER.test(entry)) files.push(...(await findFiles([join(path, entry)])));
      }
    } else if (info.isFile()) files.push({ path, name: basename(path), asOf: info.mtime.toISOString() });
  }
  return files;
}
