import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainName, suggestedFileName } from "#main/desktop/names.ts";
import { SAVE_KINDS } from "#shared/shell.ts";

describe("a name the window suggests for a file", () => {
  it("keeps what is harmless and gets the kind's ending once", () => {
    expect(suggestedFileName("Claim HBLN-2026-08 DXA4", "pdf")).toBe("Claim HBLN-2026-08 DXA4.pdf");
    expect(suggestedFileName("findings.CSV", "csv")).toBe("findings.csv");
    expect(suggestedFileName("findings.csv", "xlsx")).toBe("findings.csv.xlsx");
  });

  it.each([
    ["../../.bashrc", "-..-.bashrc.json"],
    ["C:\\Windows\\system32\\x", "C--Windows-system32-x.json"],
    ["week\u0000.json", "week-.json"],
    // A mark that turns the text around would show "exe.json" for a name that ends in "nosj.exe".
    ["week\u202enosj.exe", "week-nosj.exe.json"],
    ["CON", "-CON.json"],
    ["nul.txt", "-nul.txt.json"],
    ["name. . .", "name.json"],
    ["...", "Backhaul.json"],
    ["   ", "Backhaul.json"],
  ])("makes %j a plain one", (name, plain) => {
    expect(suggestedFileName(name, "json")).toBe(plain);
  });

  it("is never a path, never hidden, never long, whatever it was", () => {
    const kind = fc.constantFrom(...SAVE_KINDS);
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), kind, (name, kind) => {
        const made = suggestedFileName(name, kind);
        expect(made).toMatch(new RegExp(`^[^./\\\\][^/\\\\]*\\.${kind}$`, "s"));
        expect(made).not.toMatch(/[:*?"<>|\p{Cc}\p{Cf}]/u);
        expect([...made].length).toBeLessThanOrEqual(126);
        // What is shown later is looked up by this very name.
        expect(plainName(made)).toBe(made);
      }),
    );
  });
});
