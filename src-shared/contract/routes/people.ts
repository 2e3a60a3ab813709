/** Who uses the app. */
import { z } from "zod";
import * as shapes from "../people.ts";
import { base, nothing } from "./base.ts";

export const people = {
  list: base.input(nothing).output(shapes.people),
  /** Command: adds a person, or changes the role of one. The first one is an owner. */
  save: base
    .input(z.strictObject({ name: shapes.personName, role: shapes.role, rename: shapes.personName.optional() }))
    .output(shapes.people),
  /** Command: removes a person; what they did stays theirs. The last owner stays, unless nobody else is there. */
  remove: base.input(z.strictObject({ name: shapes.personName })).output(shapes.people),
  /** Command: somebody else acts from now on; with their PIN, where they have one. */
  switch: base.input(z.strictObject({ name: shapes.personName, pin: shapes.pin.optional() })).output(shapes.people),
  /** Command: sets, changes or (null) removes one's own PIN; an owner may remove another's. `old` is the one that held. */
  setPin: base
    .input(z.strictObject({ name: shapes.personName, pin: shapes.pin.nullable(), old: shapes.pin.optional() }))
    .output(shapes.people),
  /** Command: above which amount only an owner may dismiss; null: everybody may. */
  setDismissLimit: base.input(z.strictObject({ cents: z.int().nonnegative().nullable() })).output(shapes.people),
};
