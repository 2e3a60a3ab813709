/** What is written down of an error: where it happened, and no word that could be a name, a wage or a path. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { faultsFile, recordedFaults, recordFault } from "#main/engine/error-log.ts";
import { traceLine, traceOf } from "#shared/trace.ts";

const where = { at: "2026-08-18T12:00:00.000Z", version: "0.1.0", part: "findings.check" };
let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "backhaul-faults-"));
});
afterEach(() => rmSync(home, { recursive: true }));

describe("a trace", () => {
  it("says the kind of error, its code and where it was, by file name", () => {
    const error = Object.assign(new RangeError("Dana Whitfield earns $23.75"), { code: "SQLITE_CONSTRAINT" });
    const { name, code, frames } = traceOf(error);
    expect([name, code]).toEqual(["RangeError", "SQLITE_CONSTRAINT"]);
    expect(frames.length).toBeGreaterThan(0);
    expect(frames[0]).toMatch(/trace\.test\.ts:\d+$/);
    expect(traceLine(error)).not.toMatch(/Dana|23\.75|[\\/]/);
  });

  it("has no frames where a message pretends to be some", () => {
    const error = new Error("stop\n    at Dana Whitfield (C:\\Payroll\\wages.ts:1:2)\n    at Dana (x.ts:1:1)");
    expect(traceLine(error)).not.toMatch(/Dana|Whitfield|wages/);
    error.stack = "Error: something else\n    at Dana (x.ts:1:1)";
    expect(traceOf(error).frames).toEqual([]);
  });

  it("of what is no error, or names itself after somebody, says as much", () => {
    expect(traceOf("Dana Whitfield")).toEqual({ name: "string", code: null, frames: [] });
    expect(traceOf(null)).toEqual({ name: "object", code: null, frames: [] });
    const error = Object.assign(new Error("x"), { name: "Dana Whitfield", code: "dana@harborline.example" });
    expect(traceOf(error)).toMatchObject({ name: "Error", code: null });
  });

  it("never holds a word of the message, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 6, unit: "binary" }), (word) => {
        const message = `${word} ~Whitfield~ ${word}`;
        expect(traceLine(new Error(message))).not.toContain("Whitfield");
        expect(traceLine(new TypeError("about it", { cause: new Error(message) }))).not.toContain("Whitfield");
      }),
    );
  });
});

describe("the list of faults", () => {
  it("keeps what was recorded, without its words", () => {
    recordFault(home, where, new TypeError("/home/dana/Payroll 2026.xlsx"));
    expect(recordedFaults(home)).toMatchObject([{ ...where, name: "TypeError", code: null }]);
    expect(readFileSync(faultsFile(home), "utf8")).not.toMatch(/dana|Payroll|xlsx/);
  });

  it("does not grow beyond its bound, and keeps the newest", () => {
    for (let n = 0; n < 500; n++) recordFault(home, { ...where, version: `0.1.${n}` }, new Error("x"));
    expect(statSync(faultsFile(home)).size).toBeLessThanOrEqual(64 * 1024);
    const kept = recordedFaults(home);
    expect(kept.at(-1)?.version).toBe("0.1.499");
    expect(kept.length).toBeGreaterThan(20);
    expect(readdirSync(home)).toEqual(["faults.log"]);
  });

  it("passes over lines that somebody else wrote into it", () => {
    recordFault(home, where, new Error("x"));
    const own = readFileSync(faultsFile(home), "utf8");
    const forged = { ...where, name: "Error", code: null, frames: ["Dana Whitfield, $23.75 / hour"] };
    writeFileSync(faultsFile(home), `not json\n${own}${JSON.stringify(forged)}\n{"at":1}\n`);
    expect(recordedFaults(home)).toHaveLength(1);
  });

  it("that cannot be written is no fault of its own", () => {
    const file = join(home, "a file");
    writeFileSync(file, "");
    expect(() => recordFault(file, where, new Error("x"))).not.toThrow();
    expect(recordedFaults(file)).toEqual([]);
  });
});
