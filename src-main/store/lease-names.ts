/** What lessors' lines call vans and charges, each name once with how much it stands on. */
import type { Cents } from "#shared/money.ts";
import type { IsoDate } from "#shared/week.ts";
import type { ReadHandle } from "./schema.ts";

/** Lines that have a name in common. */
export interface NamedLines {
  readonly provider: string;
  readonly lines: number;
  /** With their tax, in cents. */
  readonly cents: Cents;
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The units and plates of lines that print no VIN. */
export async function unitsWithoutVin(
  db: ReadHandle,
): Promise<(NamedLines & { readonly unit: string; readonly plate: string })[]> {
  const { count, sum, min, max } = db.fn;
  return db
    .selectFrom("leaseLine")
    .select(["provider", "unit", "plate"])
    .select([
      count<number>("id").as("lines"),
      sum<number>("totalCents").as("cents"),
      min("serviceFrom").as("from"),
      max("serviceTo").as("to"),
    ])
    .where("current", "=", 1)
    .where("vin", "=", "")
    .where((where) => where.or([where("unit", "<>", ""), where("plate", "<>", "")]))
    .groupBy(["provider", "unit", "plate"])
    .orderBy("provider")
    .orderBy("unit")
    .orderBy("plate")
    .execute();
}

/** The words of lines whose charge the dictionary does not know. */
export async function unknownCharges(db: ReadHandle): Promise<(NamedLines & { readonly description: string })[]> {
  const { count, sum, min, max } = db.fn;
  return db
    .selectFrom("leaseLine")
    .select(["provider", "description"])
    .select([
      count<number>("id").as("lines"),
      sum<number>("totalCents").as("cents"),
      min("serviceFrom").as("from"),
      max("serviceTo").as("to"),
    ])
    .where("current", "=", 1)
    .where("chargeCode", "=", "OTHER")
    .where("description", "<>", "")
    .groupBy(["provider", "description"])
    .orderBy("provider")
    .orderBy("description")
    .execute();
}
