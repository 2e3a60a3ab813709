/** What a role may do: the table, and that the gate of the routes goes by it for every command of the contract. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "#main/engine/forward.ts";
import { refusedTo, rolesFor } from "#main/engine/permissions.ts";
import { contract } from "#shared/contract/index.ts";
import { ROLES, type Role } from "#shared/contract/people.ts";
import { type Office, openOffice } from "./support/office.ts";

const PROCEDURES = Object.entries(contract).flatMap(([part, routes]) =>
  Object.keys(routes).map((name) => `${part}.${name}`),
);
const refusedCommands = (role: Role) => [...COMMANDS].filter((command) => !rolesFor(command).includes(role)).sort();

describe("the table", () => {
  it("closes to staff what changes how everything is judged, takes documents away, or is about people and keys", () => {
    expect(refusedCommands("staff")).toEqual(
      expect.arrayContaining([
        "documents.undo",
        "people.remove",
        "people.save",
        "people.setDismissLimit",
        "reference.removeParameter",
        "reference.removeProfile",
        "reference.setParameter",
        "workspace.decrypt",
        "workspace.encrypt",
        "workspace.previewRestore",
        "workspace.restore",
      ]),
    );
    for (const open of ["documents.commit", "findings.decide", "claims.packet", "people.switch", "people.setPin"])
      expect(rolesFor(open)).toContain("staff");
  });

  it("closes to managers what is about people and restoring", () => {
    const closed = refusedCommands("manager");
    expect(closed).toEqual(
      expect.arrayContaining([
        "people.remove",
        "people.save",
        "people.setDismissLimit",
        "workspace.encrypt",
        "workspace.restore",
      ]),
    );
    expect(closed).not.toContain("reference.setParameter");
    expect(closed).not.toContain("documents.undo");
    for (const command of closed) expect(refusedCommands("staff")).toContain(command);
  });

  it("closes nothing to an owner, and no query to anybody", () => {
    expect(refusedCommands("owner")).toEqual([]);
    for (const procedure of PROCEDURES.filter((each) => !COMMANDS.has(each)))
      expect(ROLES.map((role) => refusedTo(role, false, procedure))).toEqual([null, null, null]);
  });

  it("leaves open while locked only what leads out of it", () => {
    const open = PROCEDURES.filter((procedure) => refusedTo("owner", true, procedure) === null);
    expect(open.sort()).toEqual([
      "people.list",
      "people.switch",
      "workspace.close",
      "workspace.create",
      "workspace.lock",
      "workspace.open",
      "workspace.openSample",
      "workspace.status",
      "workspace.unlock",
    ]);
  });
});

describe.each(ROLES)("the gate, with %s acting", (role) => {
  let bench: Office;
  beforeAll(async () => {
    bench = await openOffice();
    await bench.client.people.save({ name: "Dana", role: "owner" });
    await bench.client.people.save({ name: "Luis", role: "manager" });
    await bench.client.people.save({ name: "Priya", role: "staff" });
    await bench.client.people.switch({ name: { owner: "Dana", manager: "Luis", staff: "Priya" }[role] });
  });
  afterAll(async () => bench.close());

  const call = async (procedure: string): Promise<unknown> => {
    const [part = "", name = ""] = procedure.split(".");
    const route: unknown = Reflect.get(Reflect.get(bench.client, part), name);
    if (typeof route !== "function") throw new Error(`${procedure} is no procedure`);
    return Reflect.apply(route, undefined, [{ nonsense: true }]);
  };

  it("refuses every command the table closes, before it looks at what is asked, and lets the others through to that", async () => {
    for (const command of COMMANDS) {
      const answer = await call(command).then(
        () => "answered",
        (error: { code?: string; message?: string }) => `${error.code}: ${error.message}`,
      );
      if (rolesFor(command).includes(role)) expect(`${command} ${answer}`).toMatch(/BAD_REQUEST/);
      else expect(`${command} ${answer}`).toMatch(/REFUSED: Only (?:an owner|a manager or an owner) can do this\./);
    }
  });
});
