/** The one door to the database. Handles exist only inside `read` and `write`; nobody outside this folder holds a connection. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Database, Statement } from "better-sqlite3-multiple-ciphers";
import { Kysely, type SqliteDatabase, SqliteDialect, sql } from "kysely";
import type { Vault } from "../vault/vault.ts";
import { verifiedCopy } from "./backup.ts";
import { openFile } from "./connection.ts";
import { StoreError } from "./errors.ts";
import { migrate, refuseNewer } from "./migrate.ts";
import type { ReadHandle, Schema, WriteHandle } from "./schema.ts";

export interface StoreOptions {
  /** `read` opens the file read-only and never migrates; `write` creates and migrates it. */
  readonly access: "read" | "write";
  /** The file a verified copy goes to before a migration; asked only when one is needed. */
  readonly backupFile: () => string;
  /** The keys of an encrypted database. */
  readonly vault?: Vault | null;
}

/**
 * An open database. Reads run on a connection of their own that cannot write, each call one consistent snapshot; a write is one
 * transaction on the only writing connection. Writes queue; a write inside a write is refused instead of hanging.
 */
export class Store {
  readonly #reader: Kysely<Schema>;
  readonly #writer: Kysely<Schema> | null;
  readonly #connections: { readonly reader: Database; readonly writer: Database | null };
  readonly #inWrite = new AsyncLocalStorage<true>();
  readonly #reading = new Set<Promise<unknown>>();
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(reader: Database, writer: Database | null) {
    this.#connections = { reader, writer };
    this.#reader = new Kysely<Schema>({ dialect: new SqliteDialect({ database: remembering(reader) }) });
    this.#writer = writer
      ? new Kysely<Schema>({ dialect: new SqliteDialect({ database: remembering(writer) }) })
      : null;
  }

  /**
   * Opens a database file. Throws StoreError: `DAMAGED` when SQLite's quick check fails, `NEWER` for a file of a later app, `MIGRATION`
   * when it could not be brought up to date, `LOCKED` when another process holds it.
   */
  static open(file: string, options: StoreOptions): Store {
    let writer: Database | null = null;
    let reader: Database | null = null;
    const vault = options.vault ?? null;
    try {
      if (options.access === "write") {
        const connection = connect(file, false, vault);
        writer = connection;
        const check = String(connection.pragma("quick_check(1)", { simple: true }));
        if (check !== "ok") throw damaged(check);
        migrate(connection, () => verifiedCopy(connection, options.backupFile(), vault));
      }
      reader = connect(file, true, vault);
      if (!writer) refuseNewer(reader);
      return new Store(reader, writer);
    } catch (error) {
      reader?.close();
      writer?.close();
      throw translate(error);
    }
  }

  /** Runs queries on one snapshot of the data. */
  async read<T>(work: (db: ReadHandle) => Promise<T>): Promise<T> {
    const reading = this.#reader.connection().execute(async (db) => {
      await sql`begin`.execute(db);
      try {
        return await work(db);
      } finally {
        await sql`rollback`.execute(db);
      }
    });
    this.#reading.add(reading);
    return reading.finally(() => this.#reading.delete(reading));
  }

  /** Runs one command's changes as a transaction: all of them or none. Throws `NESTED_WRITE` when called from inside a write. */
  async write<T>(work: (db: WriteHandle) => Promise<T>): Promise<T> {
    const writer = this.#writer;
    if (!writer) throw new StoreError("LOCKED", "This connection can only read.");
    if (this.#inWrite.getStore()) {
      throw new StoreError("NESTED_WRITE", "A write was started inside a write; use the handle that was given.");
    }
    const turn = this.#queue.then(() =>
      this.#inWrite.run(true, () => writer.transaction().execute((transaction) => work(transaction))),
    );
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Moves what the log holds into the file and closes, when what is under way has ended. */
  async close(): Promise<void> {
    await Promise.allSettled([this.#queue, ...this.#reading]);
    const { reader, writer } = this.#connections;
    await this.#reader.destroy();
    writer?.pragma("wal_checkpoint(TRUNCATE)");
    await this.#writer?.destroy();
    // Kysely lets go of no connection that was never asked anything: it would stay open until it is collected.
    for (const connection of [reader, writer]) if (connection?.open) connection.close();
  }
}

function connect(file: string, readonly: boolean, vault: Vault | null): Database {
  const db = openFile(file, { readonly, vault });
  if (!readonly) {
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = FULL");
  }
  db.pragma("foreign_keys = ON");
  db.pragma("trusted_schema = OFF");
  db.pragma("cache_size = -65536");
  return db;
}

/** A statement that does nothing. */
const NOTHING = "select 1 where 0";

/** How many prepared statements a connection keeps. */
const STATEMENTS = 200;

/** A connection that keeps its prepared statements: an import repeats the same few thousands of times. */
function remembering(db: Database): SqliteDatabase {
  const statements = new Map<string, Statement>();
  return {
    prepare(query) {
      // A full disk or a broken one makes SQLite roll back by itself: rolling back once more would fail and hide the reason.
      const text = query === "rollback" && !db.inTransaction ? NOTHING : query;
      let statement = statements.get(text);
      if (!statement) {
        const [oldest] = statements.keys();
        if (statements.size >= STATEMENTS && oldest !== undefined) statements.delete(oldest);
        statement = db.prepare(text);
        statements.set(text, statement);
      }
      return statement as unknown as ReturnType<SqliteDatabase["prepare"]>;
    },
    close: () => db.close(),
  };
}

function damaged(detail: string): StoreError {
  return new StoreError(
    "DAMAGED",
    `The workspace's database is damaged (${detail}). It was left as it is. Restore one of its backups.`,
  );
}

function translate(error: unknown): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : "";
  if (code.startsWith("SQLITE_CORRUPT") || code === "SQLITE_NOTADB") return damaged(error.message);
  if (code.startsWith("SQLITE_BUSY")) {
    return new StoreError("LOCKED", "Another program is using this workspace. Close it and try again.");
  }
  return error;
}
