/** Amazon's list of the vans (`VehiclesData.xlsx`): 28 columns in no fixed order, titles in camel case. */
import type { KindDefinition } from "../interpretation.ts";
import { interpretRows, optional, type Row, required } from "./cells.ts";
import { date, stationCode, vin } from "./readers.ts";

/** The reason in words, where the list has no words its code. */
function statusReasonOf(row: Row): string {
  const message = row.words("statusReason");
  return message === "" ? row.words("statusReasonCode") : message;
}

export const vehicles: KindDefinition = {
  kind: "vehicles",
  rowByRow: true,
  fields: {
    vin: required.vin("vin"),
    name: required("vehicle name"),
    plate: optional("license plate number"),
    make: optional("make"),
    model: optional("model"),
    subModel: optional("sub model"),
    year: optional("year"),
    type: optional("type"),
    serviceType: optional("service type"),
    serviceTier: optional("service tier"),
    status: optional("status"),
    statusReason: optional("status reason message"),
    statusReasonCode: optional("status reason code"),
    operationalStatus: required("operational status"),
    provider: optional("vehicle provider"),
    registrationType: optional("vehicle registration type"),
    ownershipType: required("ownership type"),
    ownershipStart: optional.date("ownership start date"),
    ownershipEnd: optional.date("ownership end date"),
    registrationExpires: optional.date("registration expiry date"),
    registeredState: optional("registered state"),
    station: optional.station("station code"),
  },
  interpret: (recognised) =>
    interpretRows(
      recognised,
      {
        kind: "vehicles",
        anchors: ["vin", "ownershipType"],
        // A list holds from date to date, so no day stands or falls with a row.
        place: (row) => ({ station: row.peek("station", stationCode), day: null }),
      },
      (row) =>
        row.fact("vehicle", {
          vin: row.need("vin", vin),
          name: row.words("name"),
          plate: row.words("plate"),
          make: row.words("make"),
          model: row.words("model"),
          subModel: row.words("subModel"),
          year: row.words("year"),
          type: row.words("type"),
          serviceType: row.words("serviceType"),
          serviceTier: row.words("serviceTier"),
          status: row.words("status"),
          statusReason: statusReasonOf(row),
          operationalStatus: row.words("operationalStatus"),
          provider: row.words("provider"),
          registrationType: row.words("registrationType"),
          ownershipType: row.words("ownershipType"),
          ownershipStart: row.may("ownershipStart", date),
          ownershipEnd: row.may("ownershipEnd", date),
          registrationExpires: row.may("registrationExpires", date),
          registeredState: row.words("registeredState"),
          station: row.may("station", stationCode),
        }),
    ),
};
