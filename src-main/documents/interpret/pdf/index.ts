/** Every kind of document that is read from a PDF. A new one is a file beside this one and a line in this list. */
import type { PrintedDefinition } from "../../interpretation.ts";

export const PRINTED_KINDS: readonly PrintedDefinition[] = [];
