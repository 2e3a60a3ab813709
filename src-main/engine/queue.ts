/** The queue as it is scrolled: the first page is asked for by itself, the order of the whole only once somebody goes on. */
import type { CheckCode, Direction } from "#shared/catalogue.ts";
import type { FindingRow, FindingStatus } from "#shared/contract/schemas.ts";
import type { IsoDate } from "#shared/week.ts";
import {
  dataVersion,
  type QueueQuery,
  queueOrder,
  queueRows,
  queueStretch,
  queueTotals,
} from "../store/findings-queue.ts";
import type { ReadHandle } from "../store/schema.ts";
import { asRow } from "./presenting.ts";

interface Kept {
  readonly version: number;
  readonly totals: Awaited<ReturnType<typeof queueTotals>>;
  readonly order: Int32Array;
}

/** So many orders are kept: of the view that is open, and of those one goes back to. */
const MOST = 3;

/** Orders of the queue that were asked for lately, each good until the data changes. One for each open workspace. */
export type QueueOrders = Map<string, Kept>;

/** A stretch of the queue, with the size and the claimable sum (cents) of the whole. */
export async function queuePage(db: ReadHandle, orders: QueueOrders, query: QueueQuery, today: IsoDate) {
  const version = await dataVersion(db);
  const key = JSON.stringify([query.filter, query.sort, query.descending]);
  const known = orders.get(key);
  const kept =
    known?.version === version ? known : query.offset > 0 ? { version, ...(await queueOrder(db, query)) } : null;
  const totals = kept?.totals ?? (await queueTotals(db, query.filter));
  const numbers = kept
    ? [...kept.order.subarray(query.offset, query.offset + query.limit)]
    : await queueStretch(db, query);
  if (kept) keep(orders, key, kept);
  const rows = await queueRows(db, numbers);
  return {
    ...totals,
    rows: rows.map(
      (row): FindingRow =>
        asRow(
          {
            ...row,
            code: row.code as CheckCode,
            direction: row.direction as Direction,
            status: row.status as FindingStatus,
            estimated: row.estimated === 1,
            reopened: row.reopened === 1,
          },
          today,
        ),
    ),
  };
}

/** The one that was used last stays longest. */
function keep(orders: QueueOrders, key: string, kept: Kept): void {
  orders.delete(key);
  orders.set(key, kept);
  for (const oldest of [...orders.keys()].slice(0, Math.max(0, orders.size - MOST))) orders.delete(oldest);
}
