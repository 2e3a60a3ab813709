/** Our own lists, parameters, mappings and links. */
import { z } from "zod";
import * as shapes from "../reference.ts";
import * as s from "../schemas.ts";
import { base, nothing } from "./base.ts";

export const reference = {
  /** The saved mappings, by name. */
  profiles: base.input(nothing).output(z.array(s.mappingProfile)),
  /** Command: saves a mapping under its name, in place of one of that name. `rename` is the name it had. */
  saveProfile: base.input(z.strictObject({ profile: s.mappingProfile, rename: z.string().optional() })).output(nothing),
  /** Command: forgets a saved mapping. Documents read with it stay. */
  removeProfile: base.input(z.strictObject({ name: z.string() })).output(nothing),
  /** Names and payroll ids that somebody said once whose they are. */
  links: base.input(nothing).output(z.array(s.storedPersonLink)),
  /** Command: says whose a name or a payroll id is, in place of what was said before. */
  linkPeople: base.input(s.personLinkInput).output(nothing),
  /** Command: takes such a link back. */
  unlinkPeople: base.input(s.personLinkInput.pick({ kind: true, text: true })).output(nothing),
  /** Names in open findings that the roster does not settle, and whom they may mean. */
  nameMatches: base.input(nothing).output(z.array(shapes.nameMatch)),
  /** Every check this version runs, with its parameters. */
  checks: base.input(nothing).output(z.array(shapes.checkSetup)),
  /** Command: gives a parameter another value from a day on. What it touches is checked again by the next check. */
  setParameter: base.input(shapes.parameterValue).output(nothing),
  /** Command: takes such a value back. */
  removeParameter: base.input(shapes.parameterDay).output(nothing),
  /** Our own lists: how much there is of each. */
  lists: base.input(nothing).output(z.array(shapes.ownList)),
  /** A stretch of a list, as far as its entries count. */
  list: base.input(shapes.listQuery).output(shapes.listPage),
  /** Command: adds an entry to a list, in place of one for the same thing, as a small document of its own. */
  saveEntry: base.input(shapes.listEntry).output(z.strictObject({ changed: z.boolean() })),
  /** Command: writes a list as a CSV, into the workspace's packets folder or to a granted file. */
  exportList: base.input(shapes.listExport).output(z.strictObject({ file: z.string(), rows: z.int().nonnegative() })),
  /** The service aliases, and the descriptions of invoices that wait for one. */
  aliases: base.input(nothing).output(shapes.aliases),
  /** Command: says which service a description of an invoice means. */
  teachAlias: base.input(shapes.alias).output(z.strictObject({ changed: z.boolean() })),
  /** What the papers about leased and rented vans leave open, and what was said of it. */
  leaseQuestions: base.input(nothing).output(shapes.leaseQuestions),
  /** Command: says which van a lessor means by a unit number or a plate, in place of what was said before. */
  linkVan: base.input(shapes.vanLink).output(nothing),
  /** Command: takes such a word back. */
  unlinkVan: base.input(shapes.vanName).output(nothing),
  /** Command: says what a lessor's words charge for. Lines that are stored already go by it too. */
  teachCharge: base.input(shapes.chargeWord).output(z.strictObject({ changed: z.boolean() })),
  /** The rules of law the payroll checks go by. */
  wageRules: base.input(nothing).output(shapes.wageRules),
  catalogue: base.input(nothing).output(
    z.array(
      z.strictObject({
        code: s.checkCode,
        title: z.string(),
        family: z.string(),
        familyTitle: z.string(),
        direction: s.direction,
        /** Whether this version of the app runs it. */
        available: z.boolean(),
      }),
    ),
  ),
};
