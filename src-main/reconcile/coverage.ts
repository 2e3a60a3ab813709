/** Which documents cover which days. A day no document speaks for is *cannot verify*, never *agrees*. */
import type { DocumentKind } from "#shared/catalogue.ts";
import type { IsoDate } from "#shared/week.ts";

/** What one scope has of one kind. */
export type Presence = "present" | "partial" | "missing";

/** Days by kind of document within one scope. */
export interface Coverage {
  /** The days of the scope on which any document shows activity (a route, an invoice line, a punch). */
  readonly activeDays: readonly IsoDate[];
  /** Whether documents of a kind speak for a day. */
  covers(kind: DocumentKind, day: IsoDate): boolean;
  /** Present when every active day is covered and every row could be read; partial when some are; else missing. */
  presence(kind: DocumentKind): Presence;
}
