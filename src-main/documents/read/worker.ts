/** The thread that reads files: whatever a file does to it, the thread that asked stays alive. */
import { parentPort } from "node:worker_threads";
import type { ReadResult } from "../table.ts";
import { readPath } from "./path.ts";
import { readWhole } from "./read.ts";

/** A file to read, from the disk or as its bytes. */
export type ReadRequest = { readonly id: number; readonly name: string } & (
  | { readonly path: string }
  | { readonly bytes: Uint8Array }
);

/** The answer to the request of the same id. */
export interface ReadAnswer {
  readonly id: number;
  readonly result: ReadResult;
}

parentPort?.on("message", async (request: ReadRequest) => {
  const { id, name } = request;
  const result = await ("path" in request ? readPath(name, request.path) : readWhole(name, request.bytes));
  parentPort?.postMessage({ id, result } satisfies ReadAnswer);
});
