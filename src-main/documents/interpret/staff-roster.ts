/** The people on the payroll: a file of our own. */
import type { KindDefinition } from "../interpretation.ts";
import { interpretRows, optional, required } from "./cells.ts";
import { date, rate, state, stationCode, text } from "./readers.ts";

export const staffRoster: KindDefinition = {
  kind: "staff roster",
  fields: {
    employeeId: required("employee id", "employee number", "employee #"),
    transporterId: optional("transporter id"),
    name: required("name", "employee name", "full name"),
    state: required.state("state"),
    station: required.station("station", "station code"),
    department: optional("department"),
    payRate: optional.number("pay rate", "hourly rate"),
    hireDate: optional.date("hire date", "date of hire"),
    terminationDate: optional.date("termination date", "term date"),
  },
  interpret: (recognised) =>
    interpretRows(recognised, { kind: "staff roster", anchors: ["employeeId", "name"] }, (row) => {
      const payRate = row.may("payRate", rate);
      if (payRate && payRate < 0) row.problem("payRate", "A pay rate cannot be negative.");
      row.fact("person", {
        employeeId: row.need("employeeId", text),
        transporterId: row.may("transporterId", text),
        name: row.need("name", text),
        // Office staff may belong to no station.
        state: row.may("state", state) ?? "",
        station: row.may("station", stationCode) ?? "",
        department: row.words("department"),
        payRate,
        hireDate: row.may("hireDate", date),
        terminationDate: row.may("terminationDate", date),
      });
    }),
};
