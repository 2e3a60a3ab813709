/** The company's own lists: what is typed has a source, and what is written back says the same when it is read again. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FactValues } from "#main/documents/facts.ts";
import { interpreters } from "#main/documents/interpret/index.ts";
import { csvTable } from "#main/documents/read/csv.ts";
import { listCsv } from "#main/engine/typed-lists.ts";
import { LIST_KINDS } from "#shared/contract/reference.ts";
import { type Bench, openBench } from "../support/engine.ts";
