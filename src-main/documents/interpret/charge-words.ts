/** What the office says a lessor's words charge for: a file of our own. */

import { CHARGE_CODES } from "#shared/charges.ts";
import type { KindDefinition } from "../interpretation.ts";
import { interpretRows, optional, required } from "./cells.ts";
import { type Reader, text } from "./readers.ts";

const code: Reader<(typeof CHARGE_CODES)[number]> = {
  complaint: `none of ${CHARGE_CODES.join(", ")}.`,
  read: (cell) => {
    const written = String(cell)
      .normalize("NFKC")
      .trim()
      .toUpperCase()
      .replace(/[\s-]+/g, "_");
    return CHARGE_CODES.find((each) => each === written);
  },
};

export const chargeWords: KindDefinition = {
  kind: "charge words",
  rowByRow: true,
  fields: {
    words: required("lessor's words", "lessors words", "charge words"),
    chargeCode: required("charge code"),
    provider: optional("provider", "lessor"),
  },
  interpret: (recognised) =>
    interpretRows(
      recognised,
      { kind: "charge words", anchors: ["words", "chargeCode"], place: () => ({ station: null, day: null }) },
      (row) =>
        row.fact("chargeWord", {
          words: row.need("words", text),
          chargeCode: row.need("chargeCode", code),
          provider: row.words("provider"),
        }),
    ),
};
