/**
 * Who answers the window: queries run here, on the engine's own thread and its read-only connection; commands go to the writer
 * thread, one at a time, and the reader catches up before the window hears that one is done.
 */
import { ORPCError } from "@orpc/client";
import type { Router } from "@orpc/server";
import { RPCHandler } from "@orpc/server/message-port";
import type { Contract } from "#shared/contract/index.ts";
import { guarded } from "./port-gate.ts";

type Port = Parameters<RPCHandler<Record<never, never>>["upgrade"]>[0];
type Names<T> = { [K in keyof T]: `${K & string}.${keyof T[K] & string}` }[keyof T];

/** A procedure of the contract, as `group.name`. */
export type Procedure = Names<Contract>;

/** The contract's commands. A test compares this list with the comments in the contract. */
export const COMMANDS: ReadonlySet<string> = new Set<Procedure>([
  "workspace.openSample",
  "workspace.create",
  "workspace.open",
  "workspace.close",
  "workspace.backUp",
  "workspace.backups",
  "workspace.previewRestore",
  "workspace.restore",
  "workspace.verify",
  "workspace.unlock",
  "workspace.lock",
  "workspace.encrypt",
  "workspace.decrypt",
  "workspace.changePassphrase",
  "workspace.newRecoveryKey",
  "workspace.remembering",
  "workspace.remember",
  "workspace.supportBundle",
  "documents.plan",
  "documents.commit",
  "documents.discard",
  "documents.planRows",
  "documents.planDifference",
  "documents.suggestMapping",
  "documents.tryMapping",
  "documents.applyMapping",
  "documents.undo",
  "findings.check",
  "findings.exceptionsPage",
  "findings.exportControl",
  "findings.decide",
  "findings.assign",
  "findings.saveView",
  "findings.removeView",
  "claims.join",
  "claims.leave",
  "claims.step",
  "claims.undo",
  "claims.pay",
  "claims.unpay",
  "claims.close",
  "claims.assign",
  "claims.warnings",
  "claims.comment",
  "claims.uncomment",
  "claims.attach",
  "claims.detach",
  "claims.saveAttachment",
  "claims.packet",
  "claims.verifyPacket",
  "reference.saveProfile",
  "reference.removeProfile",
  "reference.linkPeople",
  "reference.unlinkPeople",
  "reference.setParameter",
  "reference.removeParameter",
  "reference.saveEntry",
  "reference.exportList",
  "reference.teachAlias",
  "reference.linkVan",
  "reference.unlinkVan",
  "reference.teachCharge",
  "people.save",
  "people.remove",
  "people.switch",
  "people.setPin",
  "people.setDismissLimit",
]);

/** Commands that write the workspace's files anew: nobody may have them open meanwhile, so queries wait. */
const ALONE: ReadonlySet<string> = new Set<Procedure>(["workspace.encrypt", "workspace.decrypt"]);

/** What answers queries. */
export interface Reader {
  readonly router: Router<Contract, Record<never, never>>;
  /** Catches up with what a command did. */
  refresh(): Promise<void>;
  /** Lets go of the workspace's files until it is refreshed. */
  release(): Promise<void>;
}

/** What runs commands. The result of a long command is its stream of events. */
export interface Commands {
  call(path: readonly string[], input: unknown, signal: AbortSignal | undefined): Promise<unknown>;
}

/** Serves the whole contract on ports to the window. */
export function createForwarder(reader: Reader, writer: Commands): { serve(port: Port): void } {
  const queue = new Queue();
  const handler = new RPCHandler(reader.router, {
    // Only procedures that exist get here, and the writer checks input and output against the contract: no need to do it twice.
    clientInterceptors: [
      ({ path, input, signal, next }) => {
        const procedure = path.join(".");
        if (!COMMANDS.has(procedure)) return queue.quiet().then(() => next());
        return forward(queue, signal, () => writer.call(path, input, signal), reader, ALONE.has(procedure));
      },
    ],
  });
  return { serve: (port) => handler.upgrade(guarded(port)) };
}

/** Lets one command run at a time, in the order they came. */
class Queue {
  #last: Promise<void> = Promise.resolve();
  #alone: Promise<void> = Promise.resolve();

  /** Resolves when it is the caller's turn, with what ends that turn. */
  async turn(): Promise<() => void> {
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    await before;
    return resolve;
  }

  /** Lets queries wait until a turn ends. */
  holdQueries(turn: Promise<void>): void {
    this.#alone = turn;
  }

  /** Resolves when queries may run. */
  quiet(): Promise<void> {
    return this.#alone;
  }
}

async function forward(
  queue: Queue,
  signal: AbortSignal | undefined,
  call: () => Promise<unknown>,
  reader: Reader,
  isAlone: boolean,
): Promise<unknown> {
  const endTurn = await queue.turn();
  const turn = Promise.withResolvers<void>();
  const end = () => {
    turn.resolve();
    endTurn();
  };
  let streaming = false;
  try {
    if (signal?.aborted) throw new ORPCError("CLIENT_CLOSED_REQUEST");
    if (isAlone) {
      queue.holdQueries(turn.promise);
      await reader.release();
    }
    const result = await call();
    if (isStream(result)) {
      streaming = true;
      return follow(result, reader, end);
    }
    await reader.refresh();
    return result;
  } finally {
    if (!streaming) end();
  }
}

/** Passes events on; before the last one the reader catches up, so that a query it causes sees what the command wrote. */
async function* follow(events: AsyncIterable<unknown>, reader: Reader, end: () => void): AsyncGenerator<unknown> {
  try {
    for await (const event of events) {
      if (isDone(event)) await reader.refresh();
      yield event;
    }
  } finally {
    // A command that was cancelled or failed half way may have finished some of its work.
    await reader.refresh().finally(end);
  }
}

function isStream(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}

function isDone(event: unknown): boolean {
  return typeof event === "object" && event !== null && "type" in event && event.type === "done";
}
