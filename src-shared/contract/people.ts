/** Who uses the app, and what a role may do. */
import { z } from "zod";

export const ROLES = ["manager", "owner", "staff"] as const;
export const role = z.enum(ROLES);
export type Role = z.infer<typeof role>;

export const personName = z.string().trim().min(1).max(60);
/** Four to twelve digits. */
export const pin = z.string().regex(/^\d{4,12}$/);

export const appUser = z.strictObject({ name: personName, role, hasPin: z.boolean(), addedAt: z.string() });
export type AppUser = z.infer<typeof appUser>;

export const people = z.strictObject({
  /** Who acts now; null where nobody was named: the computer's user then acts, as an owner. */
  current: z.string().nullable(),
  role,
  /** A person with a PIN was the last one and has to give it before anything is changed. */
  locked: z.boolean(),
  people: z.array(appUser),
  /** Only an owner may dismiss findings above it; null where everybody may dismiss everything. */
  dismissLimitCents: z.int().nonnegative().nullable(),
});
export type People = z.infer<typeof people>;
