/** Reads files in a worker that can be killed: a file that hangs, crashes or fills the memory is refused, and the next one is read. */
import { Worker } from "node:worker_threads";
import type { MappingAnswer, MappingProfile } from "#shared/contract/schemas.ts";
import type { ReadResult } from "../table.ts";
import type { UnderstoodFile } from "../understand.ts";
import type { HeldFile, HeldFiles } from "./held.ts";
import { type FileAt, refusalOf } from "./path.ts";
import type { PdfPage } from "./pdf-page.ts";
import type { PickedRows, WantedRows } from "./picked.ts";
import type { Answer, Request, Results, RowsOfSheet, Task } from "./worker.ts";

/** How long a file may take and how much memory the worker's heap may have. */
export interface ParserLimits {
  readonly milliseconds?: number;
  readonly memoryMb?: number;
}

type Result = Results[Task["type"]];

interface Job {
  readonly id: number;
  readonly name: string;
  readonly file: FileAt;
  readonly task: Task;
  readonly signal: AbortSignal | undefined;
  readonly onAbort: () => void;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

const TOO_SLOW = "This file took too long to read. Export a shorter period and drop that.";
const TOO_BIG = "This file needs more memory than there is. Export a shorter period and drop that.";
const CRASHED = "This file could not be read: the reader stopped on it. Download it again or save it as CSV.";

/** One worker for any number of files, one file at a time in the order they were asked for. */
export class Parser {
  readonly #url: URL;
  readonly #milliseconds: number;
  readonly #memoryMb: number;
  readonly #waiting: Job[] = [];
  #current: Job | undefined;
  #worker: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;
  #nextId = 1;
  #closed = false;

  /** @param worker URL of the built or plain `worker.ts`. */
  constructor(worker: URL, limits: ParserLimits = {}) {
    this.#url = worker;
    this.#milliseconds = limits.milliseconds ?? 60_000;
    this.#memoryMb = limits.memoryMb ?? 2_048;
  }

  /**
   * Reads a file. A file that cannot be read, for whatever reason, is a refusal in the result. Rejects only with the
   * signal's reason when aborted, and with an Error when the parser is closed.
   */
  read(name: string, file: FileAt, signal?: AbortSignal): Promise<ReadResult> {
    return this.#ask(name, file, { type: "read" }, signal) as Promise<ReadResult>;
  }

  /**
   * Reads the file and says what it means, with the saved mappings (the newest first) and what a person said of its tables just now.
   * Refusals and rejections as in `read`.
   */
  understand(
    name: string,
    file: FileAt,
    profiles: readonly MappingProfile[],
    signal?: AbortSignal,
    answers: readonly MappingAnswer[] = [],
  ): Promise<UnderstoodFile> {
    return this.#ask(name, file, { type: "understand", profiles, answers }, signal) as Promise<UnderstoodFile>;
  }

  /** Reads the file and does something with one of its tables. A refusal of the file is a sentence. Rejects as `read` does. */
  async table<T extends "suggest" | "try">(
    name: string,
    file: FileAt,
    task: Extract<Task, { type: T }>,
  ): Promise<Results[T] | { readonly refusal: string }> {
    const result = (await this.#ask(name, file, task, undefined)) as Results[T] | Results["read"];
    return "documents" in result ? { refusal: result.refused[0]?.reason ?? CRASHED } : result;
  }

  /** Some rows of a sheet as they stand; null where the file cannot be read or has no such sheet. */
  async rows(
    name: string,
    file: FileAt,
    which: Omit<Extract<Task, { type: "rows" }>, "type">,
    signal?: AbortSignal,
  ): Promise<RowsOfSheet | null> {
    const result = (await this.#ask(name, file, { type: "rows", ...which }, signal)) as Results["read" | "rows"];
    return result !== null && "rows" in result ? result : null;
  }

  /** Single rows of several sheets of one document, for each sheet; null where the file cannot be read or has no such document. */
  async pick(
    name: string,
    file: FileAt,
    which: { readonly sha256: string; readonly wanted: readonly WantedRows[] },
    signal?: AbortSignal,
  ): Promise<readonly (PickedRows | null)[] | null> {
    const result = (await this.#ask(name, file, { type: "pick", ...which }, signal)) as Results["read" | "pick"];
    return result !== null && "picked" in result ? result.picked : null;
  }

  /** The sheets of one workbook in which anything stands (none of any other file); null where the file cannot be read or has no such document. */
  async sheets(
    name: string,
    file: FileAt,
    sha256: string,
    signal?: AbortSignal,
  ): Promise<readonly (string | null)[] | null> {
    const result = (await this.#ask(name, file, { type: "sheets", sha256 }, signal)) as Results["read" | "sheets"];
    return result !== null && "sheets" in result ? result.sheets : null;
  }

  /** A document of a ZIP as bytes; null where the ZIP cannot be read or has no such document. */
  async member(name: string, file: FileAt, sha256: string, signal?: AbortSignal): Promise<HeldFile | null> {
    const result = (await this.#ask(name, file, { type: "member", sha256 }, signal)) as Results["read" | "member"];
    return result !== null && "bytes" in result ? result : null;
  }

  /** The files that a packet holds. A file that stops the reader is said to be unreadable. */
  async held(name: string, file: FileAt, signal?: AbortSignal): Promise<HeldFiles> {
    const result = (await this.#ask(name, file, { type: "held" }, signal)) as Results["read" | "held"];
    if ("form" in result) return result;
    const [refusal] = result.refused;
    return { sha256: refusal?.sha256 ?? "", form: "other", files: [], unreadable: refusal?.reason ?? CRASHED };
  }

  /** A PDF with the place of one line of one page; null where the file is none, cannot be read or has no such page. */
  async page(
    name: string,
    file: FileAt,
    which: Omit<Extract<Task, { type: "page" }>, "type">,
    signal?: AbortSignal,
  ): Promise<PdfPage | null> {
    const result = (await this.#ask(name, file, { type: "page", ...which }, signal)) as Results["read" | "page"];
    return result !== null && "content" in result ? result : null;
  }

  #ask(name: string, file: FileAt, task: Task, signal: AbortSignal | undefined): Promise<Result> {
    if (this.#closed) return Promise.reject(new Error("The parser is closed."));
    if (signal?.aborted) return Promise.reject(signal.reason);
    return new Promise((resolve, reject) => {
      const id = this.#nextId++;
      const job: Job = { id, name, file, task, signal, onAbort: () => this.#abort(job), resolve, reject };
      signal?.addEventListener("abort", job.onAbort, { once: true });
      this.#waiting.push(job);
      this.#next();
    });
  }

  /** Stops the worker; reads that have not been answered reject. */
  async close(): Promise<void> {
    this.#closed = true;
    const unanswered = [...(this.#current ? [this.#current] : []), ...this.#waiting.splice(0)];
    const isBusy = this.#current !== undefined;
    const worker = this.#release();
    for (const job of unanswered) {
      job.signal?.removeEventListener("abort", job.onAbort);
      job.reject(new Error("The parser is closed."));
    }
    if (worker) await (isBusy ? worker.terminate() : letGo(worker));
  }

  #next(): void {
    if (this.#current || this.#closed) return;
    const job = this.#waiting.shift();
    if (!job) {
      // An idle worker must not keep the program running.
      this.#worker?.unref();
      return;
    }
    this.#current = job;
    this.#worker ??= this.#start();
    this.#worker.ref();
    this.#timer = setTimeout(() => this.#fail(TOO_SLOW), this.#milliseconds);
    const { id, name, file, task } = job;
    this.#worker.postMessage({ id, name, file, task } satisfies Request);
  }

  #start(): Worker {
    // Libraries print what they think of a file; it may hold names and is nobody's business.
    const quiet = { stdout: true, stderr: true };
    const worker = new Worker(this.#url, { ...quiet, resourceLimits: { maxOldGenerationSizeMb: this.#memoryMb } });
    worker.stdout.resume();
    worker.stderr.resume();
    worker.on("message", (answer: Answer) => {
      if (answer.id === this.#current?.id) this.#finish((job) => job.resolve(answer.result));
    });
    // A worker that was let go may still report its end: only the present one counts.
    worker.on("error", (error: Error & { code?: string }) => {
      if (worker === this.#worker) this.#fail(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? TOO_BIG : CRASHED);
    });
    worker.on("messageerror", () => {
      if (worker === this.#worker) this.#fail(CRASHED);
    });
    worker.on("exit", () => {
      if (worker === this.#worker) this.#fail(CRASHED);
    });
    return worker;
  }

  /** Gives up the worker; the next file starts a new one. */
  #release(): Worker | undefined {
    clearTimeout(this.#timer);
    const worker = this.#worker;
    this.#worker = undefined;
    this.#current = undefined;
    return worker;
  }

  #finish(answer: (job: Job) => void): void {
    const job = this.#current;
    clearTimeout(this.#timer);
    this.#current = undefined;
    if (job) {
      job.signal?.removeEventListener("abort", job.onAbort);
      answer(job);
    }
    this.#next();
  }

  #fail(reason: string): void {
    const job = this.#current;
    void this.#release()?.terminate();
    if (job) {
      job.signal?.removeEventListener("abort", job.onAbort);
      void refusalOf(job.name, job.file, reason).then((refusal) => job.resolve({ documents: [], refused: [refusal] }));
    }
    this.#next();
  }

  #abort(job: Job): void {
    const place = this.#waiting.indexOf(job);
    if (place >= 0) this.#waiting.splice(place, 1);
    else if (this.#current === job) void this.#release()?.terminate();
    else return;
    job.reject(job.signal?.reason);
    this.#next();
  }
}

/** Lets an idle thread end by itself, which is kinder to it than being killed in the middle of starting; a deaf one is killed. */
async function letGo(worker: Worker): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  worker.once("exit", () => resolve());
  worker.ref();
  worker.postMessage("end");
  const timer = setTimeout(() => void worker.terminate(), 2_000);
  await promise;
  clearTimeout(timer);
}
