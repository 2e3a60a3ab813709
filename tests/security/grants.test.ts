/** What a token opens: one path, once, for one use, for ten minutes. */
import { describe, expect, it } from "vitest";
import { FileGrants } from "#main/engine/grants.ts";

const MINUTES = 60_000;
const grant = { token: "A".repeat(24), path: "/files/week-32.csv", use: "read" as const };

describe("a token", () => {
  it("opens its path once", () => {
    const grants = new FileGrants();
    grants.register(grant);
    expect(grants.take(grant.token, "read")).toBe(grant.path);
    expect(grants.take(grant.token, "read")).toBeUndefined();
  });

  it("opens nothing for another use, and is spent by the attempt", () => {
    for (const use of ["write", "folder"] as const) {
      const grants = new FileGrants();
      grants.register(grant);
      expect(grants.take(grant.token, use)).toBeUndefined();
      expect(grants.take(grant.token, "read")).toBeUndefined();
    }
  });

  it("lives for ten minutes and no longer", () => {
    let now = 0;
    const grants = new FileGrants(() => now);
    grants.register(grant);
    now = 10 * MINUTES - 1;
    expect(grants.take(grant.token, "read")).toBe(grant.path);
    now = 0;
    grants.register(grant);
    now = 10 * MINUTES;
    expect(grants.take(grant.token, "read")).toBeUndefined();
  });

  it("that nobody gave opens nothing, whatever it is called", () => {
    const grants = new FileGrants();
    grants.register(grant);
    for (const token of ["", "__proto__", "constructor", grant.token.toLowerCase(), grant.path, `${grant.token} `])
      expect(grants.take(token, "read")).toBeUndefined();
  });

  it("of the same process is long, never the same, and good for any use", () => {
    const grants = new FileGrants();
    const tokens = Array.from({ length: 100 }, () => grants.offer("/files/out.pdf"));
    expect(new Set(tokens).size).toBe(100);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{24}$/);
    expect(grants.take(tokens[0] ?? "", "write")).toBe("/files/out.pdf");
    expect(grants.take(tokens[1] ?? "", "read")).toBe("/files/out.pdf");
  });
});
