/** What the office calls the descriptions of Amazon's invoices: a file of our own. */
import type { KindDefinition } from "../interpretation.ts";
import { interpretRows, required } from "./cells.ts";
import { text } from "./readers.ts";

export const serviceAliases: KindDefinition = {
  kind: "service aliases",
  rowByRow: true,
  fields: {
    description: required("invoice description"),
    serviceType: required("service type"),
  },
  interpret: (recognised) =>
    interpretRows(
      recognised,
      { kind: "service aliases", anchors: ["serviceType"], place: () => ({ station: null, day: null }) },
      (row) =>
        row.fact("alias", {
          description: row.need("description", text),
          serviceType: row.need("serviceType", text),
        }),
    ),
};
