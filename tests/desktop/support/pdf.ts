/** Reads a PDF the way a recipient's tools do. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** The text of every page, laid out as on paper. */
export async function pagesOf(file: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)("pdftotext", ["-layout", file, "-"], { maxBuffer: 64 * 1024 * 1024 });
  return stdout.split("\f").slice(0, -1);
}
