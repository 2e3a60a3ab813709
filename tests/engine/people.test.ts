/** Who uses the app: names, roles and PINs, and what nobody can do without them. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { brokenAuditEntry } from "#main/store/audit.ts";
import { fillFindings } from "../support/many-findings.ts";
import { type Office, openOffice } from "./support/office.ts";

const PIN = "604193";

let bench: Office;
beforeEach(async () => {
  bench = await openOffice();
});
afterEach(async () => bench.close());

const people = () => bench.client.people;
const trail = () => bench.store.read((db) => db.selectFrom("audit").selectAll().orderBy("seq").execute());

/** An owner with a PIN who acts, a manager and somebody of the staff. */
async function office() {
  await people().save({ name: "Dana", role: "owner" });
  await people().setPin({ name: "Dana", pin: PIN });
  await people().save({ name: "Luis", role: "manager" });
  await people().save({ name: "Priya", role: "staff" });
}

describe("as long as nobody is named", () => {
  it("the computer's user acts and may do everything", async () => {
    expect(await people().list({})).toEqual({
      current: null,
      role: "owner",
      locked: false,
      people: [],
      dismissLimitCents: null,
    });
    await bench.client.reference
      .setParameter({ code: "A01", name: "minutes", effectiveFrom: "2026-08-02", value: 1 })
      .catch((error: unknown) => expect(String(error)).toMatch(/has no parameter/));
  });
});

describe("the first person", () => {
  it("is an owner whatever was said, and acts from now on", async () => {
    const { current, role, people: all } = await people().save({ name: "Dana", role: "staff" });
    expect([current, role, all.map((person) => person.role)]).toEqual(["Dana", "owner", ["owner"]]);
    await people().save({ name: "Luis", role: "manager" });
    expect((await trail()).map(({ actor, command, subject }) => [actor, command, subject])).toEqual([
      ["tester", "add person", "Dana"],
      ["Dana", "add person", "Luis"],
    ]);
  });

  it("alone can be removed, and everything is as before", async () => {
    await people().save({ name: "Dana", role: "owner" });
    expect(await people().remove({ name: "Dana" })).toMatchObject({
      current: null,
      role: "owner",
      locked: false,
      people: [],
    });
  });
});

describe("people", () => {
  beforeEach(office);

  it("keep at least one owner", async () => {
    await expect(people().remove({ name: "Dana" })).rejects.toMatchObject({ code: "REFUSED", message: /only owner/ });
    await expect(people().save({ name: "Dana", role: "staff" })).rejects.toMatchObject({ code: "REFUSED" });
    await people().save({ name: "Luis", role: "owner" });
    expect((await people().save({ name: "Dana", role: "staff" })).role).toBe("staff");
  });

  it("have names of their own, case and accents aside", async () => {
    await expect(people().save({ name: "priyá", role: "staff" })).rejects.toMatchObject({
      code: "REFUSED",
      message: "There is a Priya already.",
    });
    await expect(people().save({ name: "Luis", role: "staff", rename: "Priya" })).rejects.toMatchObject({
      code: "REFUSED",
    });
    await expect(people().save({ name: "Bao", role: "staff", rename: "Nobody" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("take what they look after with them to another name; what they did keeps the old one", async () => {
    await fillFindings(bench.store, 60);
    const [{ id = "" } = {}] = await bench.client.findings.list({ assignee: "Dana", status: ["open"] });
    await bench.client.findings.decide({ ids: [id], decision: "dismiss", reason: "Known" });
    expect((await people().save({ name: "Dana Reyes", role: "owner", rename: "Dana" })).current).toBe("Dana Reyes");
    const detail = await bench.client.findings.get({ id });
    expect([detail.assignee, detail.history.at(-1)?.actor]).toEqual(["Dana Reyes", "Dana"]);
    expect((await people().list({})).people.find(({ name }) => name === "Dana Reyes")?.hasPin).toBe(true);
  });

  it("that were removed are gone from the list and can come back, without a PIN", async () => {
    await people().switch({ name: "Priya" });
    await people().setPin({ name: "Priya", pin: "7777" });
    await people().switch({ name: "Dana", pin: PIN });
    expect((await people().remove({ name: "Priya" })).people.map(({ name }) => name)).toEqual(["Dana", "Luis"]);
    const back = await people().save({ name: "Priya", role: "manager" });
    expect(back.people.find(({ name }) => name === "Priya")).toMatchObject({ role: "manager", hasPin: false });
  });

  it("are who findings can be given to, and nobody else", async () => {
    await fillFindings(bench.store, 20);
    const [{ id = "" } = {}] = await bench.client.findings.list({});
    await expect(bench.client.findings.assign({ ids: [id], to: "Prya" })).rejects.toMatchObject({
      code: "REFUSED",
      message: /Nobody here is called Prya/,
    });
    expect((await bench.client.findings.assign({ ids: [id], to: "Priya" })).changed).toEqual([id]);
  });
});

describe("whoever acts", () => {
  beforeEach(office);

  it("stands in the history and in the trail of what they do", async () => {
    await fillFindings(bench.store, 20);
    const [{ id = "" } = {}] = await bench.client.findings.list({ status: ["open"] });
    await people().switch({ name: "Priya" });
    await bench.client.findings.decide({ ids: [id], decision: "dismiss", reason: "Settled" });
    expect((await bench.client.findings.get({ id })).history.at(-1)).toMatchObject({
      actor: "Priya",
      reason: "Settled",
    });
    expect((await trail()).at(-1)).toMatchObject({ actor: "Priya", command: "dismiss" });
    expect(await bench.store.read(brokenAuditEntry)).toBeNull();
  });

  it("is still the one after the app was started again, without a PIN", async () => {
    await people().switch({ name: "Priya" });
    await bench.again("tuesday");
    expect(await people().list({})).toMatchObject({ current: "Priya", role: "staff", locked: false });
  });

  it("who was removed leaves a workspace that asks who one is", async () => {
    await people().switch({ name: "Luis" });
    await people().switch({ name: "Dana", pin: PIN });
    await bench.store.write((db) =>
      db.updateTable("appUser").set({ removedAt: "2026-08-18" }).where("name", "=", "Dana").execute(),
    );
    expect(await people().list({})).toMatchObject({ current: null, locked: true });
    await expect(bench.client.findings.list({})).rejects.toMatchObject({ code: "REFUSED" });
    expect(await people().switch({ name: "Luis" })).toMatchObject({ current: "Luis", locked: false });
  });
});

describe("a PIN", () => {
  beforeEach(office);

  it("is asked for once in each run of the app; until then nothing is shown and nothing done", async () => {
    expect((await people().list({})).locked).toBe(false);
    await bench.again("tuesday");
    expect(await people().list({})).toMatchObject({ current: "Dana", locked: true });
    const locked = { code: "REFUSED", message: /Say who you are first/ };
    await expect(bench.client.findings.list({})).rejects.toMatchObject(locked);
    await expect(bench.client.documents.history({})).rejects.toMatchObject(locked);
    await expect(people().save({ name: "Eve", role: "owner" })).rejects.toMatchObject(locked);
    await expect(people().setPin({ name: "Dana", pin: null, old: PIN })).rejects.toMatchObject(locked);
    expect((await bench.client.workspace.status({})).open).not.toBeNull();
    await people().switch({ name: "Dana", pin: PIN });
    expect(await bench.client.findings.list({})).toEqual([]);
  });

  it("opens the engine that answers queries as well, in the same run of the app only", async () => {
    await bench.again("tuesday");
    const reader = await bench.reader("tuesday");
    const other = await bench.reader("monday");
    try {
      await expect(reader.client.findings.list({})).rejects.toMatchObject({ message: /Say who you are first/ });
      await people().switch({ name: "Dana", pin: PIN });
      expect(await reader.client.findings.list({})).toEqual([]);
      expect(await reader.client.people.list({})).toMatchObject({ current: "Dana", locked: false });
      await expect(other.client.findings.list({})).rejects.toMatchObject({ code: "REFUSED" });
    } finally {
      await reader.engine.close();
      await other.engine.close();
    }
  });

  it("is needed to act as its person, and the right one", async () => {
    await people().switch({ name: "Priya" });
    await expect(people().switch({ name: "Dana" })).rejects.toMatchObject({ message: "Give the PIN of Dana." });
    await expect(people().switch({ name: "Dana", pin: "604194" })).rejects.toMatchObject({
      message: "This is not the PIN of Dana.",
    });
    expect((await people().list({})).current).toBe("Priya");
    expect((await people().switch({ name: "Dana", pin: PIN })).current).toBe("Dana");
  });

  it.each(["123", "1234567890123", "12a4", "", "١٢٣٤"])("is four to twelve digits, not %j", async (pin) => {
    await expect(people().setPin({ name: "Dana", pin, old: PIN })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  });

  it.each(["1234", "123456789012"])("may be %s", async (pin) => {
    await people().setPin({ name: "Dana", pin, old: PIN });
    await bench.again("tuesday");
    expect((await people().switch({ name: "Dana", pin })).locked).toBe(false);
  });

  it("is changed and removed with the old one only; an owner may remove another's, and set nobody's", async () => {
    await expect(people().setPin({ name: "Dana", pin: "1111" })).rejects.toMatchObject({ message: /Give the PIN/ });
    await expect(people().setPin({ name: "Dana", pin: null, old: "9999" })).rejects.toMatchObject({
      message: /not the PIN/,
    });
    await expect(people().setPin({ name: "Luis", pin: "1111" })).rejects.toMatchObject({ message: /Only Luis/ });
    await people().switch({ name: "Luis" });
    await people().setPin({ name: "Luis", pin: "2222" });
    await people().switch({ name: "Priya" });
    await expect(people().setPin({ name: "Luis", pin: null })).rejects.toMatchObject({ message: /Only an owner/ });
    await people().switch({ name: "Dana", pin: PIN });
    const { people: all } = await people().setPin({ name: "Luis", pin: null });
    expect(all.find(({ name }) => name === "Luis")?.hasPin).toBe(false);
  });

  it("is nowhere in the workspace, the trail or a sentence, neither the right nor a wrong one", async () => {
    await people().switch({ name: "Priya" });
    const refused = await people()
      .switch({ name: "Dana", pin: "918273" })
      .catch((error: unknown) => JSON.stringify(error));
    expect(refused).not.toMatch(/918273|604193/);
    const malformed = await people()
      .setPin({ name: "Priya", pin: "918273x" })
      .catch((error: unknown) => JSON.stringify(error));
    expect(malformed).not.toMatch(/918273/);
    expect(JSON.stringify(await trail())).not.toMatch(/918273|604193/);
    await bench.engine.close();
    for (const file of await readdir(bench.workspace, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const bytes = await readFile(join(file.parentPath, file.name), "latin1");
      expect(bytes.includes(PIN) || bytes.includes("918273")).toBe(false);
    }
    await bench.again("monday");
  });

  it("of two people with the same digits looks different where it is kept", async () => {
    await people().switch({ name: "Luis" });
    await people().setPin({ name: "Luis", pin: PIN });
    const rows = await bench.store.read((db) =>
      db.selectFrom("appUser").select(["pinSalt", "pinHash"]).where("pinHash", "is not", null).execute(),
    );
    expect(new Set(rows.flatMap(({ pinSalt, pinHash }) => [pinSalt, pinHash])).size).toBe(4);
  });
});

describe("wrong PINs", () => {
  const wrong = () =>
    people()
      .switch({ name: "Dana", pin: "0000" })
      .catch((error: Error) => error.message);
  const right = () => people().switch({ name: "Dana", pin: PIN });
  beforeEach(office);

  it("make one wait from the third on, twice as long each time, and the right one does not help meanwhile", async () => {
    expect([await wrong(), await wrong()]).toEqual(["This is not the PIN of Dana.", "This is not the PIN of Dana."]);
    expect(await wrong()).toBe("This is not the PIN of Dana. Wait 5 seconds before you try again.");
    bench.wait(4);
    await expect(right()).rejects.toMatchObject({ message: "Too many wrong PINs. Wait 1 second and try again." });
    bench.wait(1);
    expect(await wrong()).toBe("This is not the PIN of Dana. Wait 10 seconds before you try again.");
    bench.wait(10);
    expect((await right()).current).toBe("Dana");
  });

  it("are forgotten once the right one is given, and not before, not even by starting the app again", async () => {
    for (let each = 0; each < 3; each += 1) await wrong();
    await bench.again("tuesday");
    await expect(right()).rejects.toMatchObject({ message: /Wait 5 seconds/ });
    bench.wait(5);
    await right();
    expect([await wrong(), await wrong()]).toEqual(["This is not the PIN of Dana.", "This is not the PIN of Dana."]);
  });

  it("make one wait a quarter of an hour at most", async () => {
    for (let each = 0; each < 12; each += 1) {
      await wrong();
      bench.wait(15 * 60);
    }
    expect(await wrong()).toMatch(/Wait 15 minutes/);
    bench.wait(15 * 60 - 1);
    await expect(right()).rejects.toMatchObject({ message: /Wait 1 second/ });
    bench.wait(1);
    await right();
  });

  it("given at once count one after the other", async () => {
    const said = await Promise.all([wrong(), wrong(), wrong(), wrong(), wrong()]);
    expect(said.filter((sentence) => sentence === "This is not the PIN of Dana.")).toHaveLength(2);
    expect(said.filter((sentence) => /Too many wrong PINs/.test(String(sentence)))).toHaveLength(2);
  });

  it("of one person let the others act", async () => {
    for (let each = 0; each < 4; each += 1) await wrong();
    expect((await people().switch({ name: "Luis" })).current).toBe("Luis");
  });
});

describe("above the limit an owner set", () => {
  const LIMIT = 25_000;
  let at: string;
  let above: string;
  beforeEach(async () => {
    await office();
    const { store } = bench;
    await fillFindings(store, 60);
    const open = await bench.client.findings.list({ status: ["open"], withAmount: true });
    [at = "", above = ""] = open.map(({ id }) => id);
    for (const [id, amountCents] of [
      [at, LIMIT],
      [above, LIMIT + 1],
    ] as const)
      await store.write((db) => db.updateTable("finding").set({ amountCents }).where("id", "=", id).execute());
    await people().setDismissLimit({ cents: LIMIT });
  });
  const dismiss = (ids: string[]) => bench.client.findings.decide({ ids, decision: "dismiss", reason: "Small" });

  it.each(["Luis", "Priya"])("%s dismisses what is not above it; the rest is left with a sentence", async (name) => {
    await people().switch({ name });
    expect(await dismiss([at, above])).toMatchObject({
      changed: [at],
      left: [{ id: above, why: "Only an owner can dismiss findings above $250.00." }],
    });
    expect((await bench.client.findings.get({ id: above })).status).toBe("open");
  });

  it("nobody else writes more than that off a claim, however it is closed", async () => {
    const put = async (id: string) => {
      const { store } = bench;
      await store.write((db) => db.updateTable("finding").set({ direction: "owed" }).where("id", "=", id).execute());
      const { claims } = await bench.client.findings.decide({ ids: [id], decision: "confirm", reason: "" });
      const number = claims[0]?.number ?? 0;
      await bench.client.claims.step({ number, to: "submitted", on: "2026-08-18", reference: "CASE 1" });
      return number;
    };
    const few = await put(at);
    const much = await put(above);
    await people().switch({ name: "Luis" });
    const why = "Only an owner can write off more than $250.00.";
    const how = { on: "2026-08-18", reason: "Not worth more letters" };
    await expect(bench.client.claims.close({ number: much, ...how })).rejects.toThrow(why);
    const step = { number: much, to: "closed", on: how.on, note: how.reason } as const;
    await expect(bench.client.claims.step(step)).rejects.toThrow(why);
    expect((await bench.client.claims.get({ number: much })).status).toBe("submitted");
    expect((await bench.client.claims.close({ number: few, ...how })).writtenOffCents).toBe(LIMIT);
    await people().switch({ name: "Dana", pin: PIN });
    expect((await bench.client.claims.close({ number: much, ...how })).writtenOffCents).toBe(LIMIT + 1);
  });

  it("an owner dismisses everything, and others may confirm and take back", async () => {
    expect((await dismiss([at, above])).changed).toEqual([at, above]);
    await people().switch({ name: "Priya" });
    const undone = await bench.client.findings.decide({ ids: [above], decision: "undo", reason: "" });
    expect(undone.changed).toEqual([above]);
    const confirmed = await bench.client.findings.decide({ ids: [above], decision: "confirm", reason: "" });
    expect(confirmed.changed).toEqual([above]);
  });

  it("findings without an amount can be dismissed by everybody, and everything once the limit is gone", async () => {
    const { store } = bench;
    await store.write((db) => db.updateTable("finding").set({ amountCents: null }).where("id", "=", at).execute());
    await people().setDismissLimit({ cents: 0 });
    await people().switch({ name: "Priya" });
    expect((await dismiss([at, above])).changed).toEqual([at]);
    await people().switch({ name: "Dana", pin: PIN });
    await people().setDismissLimit({ cents: null });
    await people().switch({ name: "Priya" });
    expect((await dismiss([above])).changed).toEqual([above]);
  });
});

describe("restoring a backup", () => {
  const backedUp = async () => (await bench.client.workspace.backUp({})).name;

  it("leaves whoever restored acting, not who acted when it was made", async () => {
    await office();
    await people().switch({ name: "Priya" });
    const backup = await backedUp();
    await people().switch({ name: "Dana", pin: PIN });
    await bench.client.workspace.restore({ backup });
    expect(await people().list({})).toMatchObject({ current: "Dana", locked: false });
    expect((await trail()).at(-1)).toMatchObject({ actor: "Dana", command: "restore" });
  });

  it("that does not know them asks who one is", async () => {
    await office();
    const backup = await backedUp();
    await people().save({ name: "Ana", role: "owner" });
    await people().switch({ name: "Ana" });
    await bench.client.workspace.restore({ backup });
    expect(await people().list({})).toMatchObject({ current: null, locked: true });
  });

  it("from before there were people is an owner's to do, and leaves none", async () => {
    const backup = await backedUp();
    await office();
    await bench.client.workspace.restore({ backup });
    expect(await people().list({})).toMatchObject({ current: null, role: "owner", locked: false, people: [] });
  });

  it("is refused to staff also for a workspace that was closed before", async () => {
    const backup = await backedUp();
    await office();
    await people().switch({ name: "Priya" });
    await bench.client.workspace.close({});
    const which = { backup, workspace: bench.name };
    await expect(bench.client.workspace.restore(which)).rejects.toMatchObject({ message: /Only an owner/ });
    await expect(bench.client.workspace.previewRestore(which)).rejects.toMatchObject({ message: /Only an owner/ });
    await bench.client.workspace.open({ name: bench.name });
    await people().switch({ name: "Dana", pin: PIN });
    await bench.client.workspace.close({});
    expect((await bench.client.workspace.restore(which)).backup).toBe(backup);
  });
});
