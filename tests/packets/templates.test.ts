/** What each receiver is asked and may see. The marks planted here must not come out anywhere. */
import { describe, expect, test } from "vitest";
import { packetModel } from "#main/packets/model.ts";
import type { PacketClaim, PacketFinding } from "#main/packets/packet.ts";
import { shownTo } from "#main/packets/shown.ts";
import { type DocumentNature, handlingOf, TEMPLATES } from "#main/packets/templates.ts";
import { makeFile } from "#main/packets/write.ts";
import { CHECK_CODES, DOCUMENT_KINDS, familyOf } from "#shared/catalogue.ts";
import { CLAIM_KINDS, type ClaimKind } from "#shared/contract/claims.ts";
import { attachmentsOf, pagesOf, squeezed } from "./reading.ts";
import { amazonClaim, drained, FONTS, finding, packetInput, sha, sourceRow } from "./support.ts";

const nature = (...kinds: DocumentNature["kinds"][number][]): DocumentNature => ({
  kinds,
  lessors: [],
  holdsMore: false,
});

/** Documents of the trial, with a mark in a cell that decides nothing and one in a cell that decides. */
const NATURES: Readonly<Record<string, DocumentNature>> = {
  "Timecard.csv": nature("timecard"),
  "register.csv": nature("payroll register"),
  "roster.xlsx": nature("staff roster"),
  "INV-1.xlsx": nature("variable invoice"),
  "WST.csv": nature("route summary"),
  "rate-card.csv": nature("rate card"),
  "schedule.csv": nature("lease schedule"),
  "crestline.xlsx": { kinds: ["lease invoice"], lessors: ["Crestline Fleet Leasing LLC"], holdsMore: false },
  "kingfisher.xlsx": { kinds: ["lease invoice"], lessors: ["Kingfisher Vans"], holdsMore: false },
  "both.xlsx": nature("variable invoice", "payroll register"),
  "bank.csv": nature("bank statement"),
};

const mark = (document: string, part: string) => `${part}${document.replace(/\W/g, "")}`;
const everyRow = Object.keys(NATURES).map((document, index) =>
  sourceRow(
    document,
    null,
    index + 2,
    ["Deciding", "Other"],
    [mark(document, "deciding"), mark(document, "other")],
    ["Deciding"],
  ),
);

async function packetFor(kind: ClaimKind, code: PacketFinding["code"], counterparty: string) {
  const template = TEMPLATES[kind];
  const one = finding({ code, sourceRows: everyRow, counterparty });
  const handling = (sha256: string) => {
    const [, own] = Object.entries(NATURES).find(([document]) => sha(document) === sha256) ?? [];
    return handlingOf(template, own ?? nature(), counterparty);
  };
  const claim: PacketClaim = { ...amazonClaim([one]), counterparty };
  const originals = Object.keys(NATURES)
    .filter((document) => handling(sha(document)) === "whole")
    .map((document) => ({ document, sha256: sha(document), bytes: new TextEncoder().encode(mark(document, "file")) }));
  const delivered = originals.map(
    ({ document, sha256 }) => [sha256, { delivery: "embedded", name: document }] as const,
  );
  const model = packetModel(packetInput([shownTo(one, handling)], { template, claim, originals: new Map(delivered) }));
  const { bytes } = await drained(makeFile(model, "pdf", originals, { fonts: FONTS }));
  const attached = attachmentsOf(bytes);
  const inside = [...attached.values()].map((file) => new TextDecoder().decode(file)).join("\n");
  const text = squeezed(pagesOf(bytes).join("\n"));
  const shows = (part: "deciding" | "other" | "file") =>
    Object.keys(NATURES).filter((document) => `${text}${inside}`.includes(mark(document, part)));
  return {
    text,
    attached: [...attached.keys()],
    deciding: shows("deciding"),
    others: shows("other"),
    files: shows("file"),
  };
}

describe("what is shown of whose documents", () => {
  test("Amazon sees its own documents, of leases and the bank what decided, and nothing of anybody's pay", async () => {
    const seen = await packetFor("amazon", "A01", "Amazon");
    expect(seen.files).toEqual(["INV-1.xlsx", "WST.csv", "rate-card.csv"]);
    expect(seen.others).toEqual(seen.files);
    expect(seen.deciding).toEqual([
      "INV-1.xlsx",
      "WST.csv",
      "rate-card.csv",
      "schedule.csv",
      "crestline.xlsx",
      "kingfisher.xlsx",
      "bank.csv",
    ]);
    expect(seen.text).toContain("ItalsorestsonrowTimecard".replace("row", "row2of"));
    expect(seen.text).toContain("whichstayswiththesender");
  });

  test("a lessor sees its own invoices, of the schedule and another's invoice what decided, and nothing of Amazon's", async () => {
    const seen = await packetFor("lessor", "E01", "Crestline Fleet Leasing LLC");
    expect(seen.files).toEqual(["crestline.xlsx"]);
    expect(seen.others).toEqual(["crestline.xlsx"]);
    expect(seen.deciding).toEqual(["schedule.csv", "crestline.xlsx", "kingfisher.xlsx", "bank.csv"]);
  });

  test("a payroll provider sees hours and pay, of the work what decided, and no invoice, rate or bank", async () => {
    const seen = await packetFor("payroll", "F09", "Paymaster Inc.");
    expect(seen.files).toEqual(["Timecard.csv", "register.csv", "roster.xlsx"]);
    expect(seen.deciding).toEqual(["Timecard.csv", "register.csv", "roster.xlsx", "WST.csv"]);
  });

  test("the company itself sees everything", async () => {
    const seen = await packetFor("internal", "A01", "Amazon");
    expect(seen.deciding).toEqual(Object.keys(NATURES));
    expect(seen.files).toEqual(Object.keys(NATURES));
  });

  test("a document of no known kind is nobody's business but the company's", () => {
    for (const kind of CLAIM_KINDS)
      expect(handlingOf(TEMPLATES[kind], nature(), null)).toBe(kind === "internal" ? "whole" : "withheld");
  });

  test("every kind of document has been decided for every receiver, and pay never leaves for Amazon or a lessor", () => {
    for (const kind of CLAIM_KINDS)
      expect(Object.keys(TEMPLATES[kind].handling).sort()).toEqual([...DOCUMENT_KINDS].sort());
    for (const secret of ["timecard", "payroll register", "staff roster"] as const) {
      expect(TEMPLATES.amazon.handling[secret]).toBe("withheld");
      expect(TEMPLATES.lessor.handling[secret]).toBe("withheld");
    }
    for (const price of ["variable invoice", "incentive invoice", "fleet invoice", "rate card", "payments"] as const)
      expect(TEMPLATES.lessor.handling[price]).toBe("withheld");
  });
});

describe("which findings", () => {
  test("each receiver gets the checks that are between us and them", () => {
    const families = (kind: ClaimKind) =>
      [...new Set(CHECK_CODES.filter(TEMPLATES[kind].takes).map(familyOf))].join("");
    expect(CLAIM_KINDS.map(families)).toEqual(["ABCD", "E", "F", "ABCDEFG"]);
    expect(TEMPLATES.amazon.takes("C05")).toBe(false);
    expect(TEMPLATES.lessor.takes("E17")).toBe(false);
  });

  test("a claim that holds what its counterparty may not see is refused with the finding's name", () => {
    const wages = finding({ code: "F05", subject: "Tue, Sep 8 · Maria Lopez", direction: "owed" });
    const input = packetInput([wages], { template: TEMPLATES.amazon, claim: amazonClaim([wages]) });
    expect(() => packetModel(input)).toThrow(
      "F05 (Tue, Sep 8 · Maria Lopez) is none of Amazon's business. Take it out of the claim and make the packet again.",
    );
  });

  test("chosen findings for somebody outside are narrowed to what is asked of them", () => {
    const findings = [
      finding({ code: "A01", id: "a" }),
      finding({ code: "A02", id: "b" }),
      finding({ code: "E01", id: "c" }),
      finding({ code: "F05", id: "d" }),
    ];
    const shown = (kind: ClaimKind) =>
      packetModel(packetInput(findings, { template: TEMPLATES[kind] })).sections.flatMap(({ entries }) =>
        entries.map((entry) => entry.finding.id),
      );
    expect(shown("amazon")).toEqual(["a"]);
    expect(shown("lessor")).toEqual(["c"]);
    expect(shown("payroll")).toEqual(["d"]);
    expect(shown("internal").sort()).toEqual(["a", "b", "c", "d"]);
  });
});

describe("what a claim asks", () => {
  const ask = (
    kind: ClaimKind,
    code: PacketFinding["code"],
    more: Partial<PacketFinding> = {},
    claim: Partial<PacketClaim> = {},
  ) => {
    const one = finding({ code, amountCents: 42_192, ...more });
    return packetModel(packetInput([one], { template: TEMPLATES[kind], claim: amazonClaim([one], claim) })).cover.ask;
  };

  test.each([
    [
      "amazon",
      "A01",
      "Please correct invoice INV-DXA400-0000000614 by Sep 30, 2026 and pay the difference of $421.92.",
    ],
    [
      "lessor",
      "E02",
      "Please credit $421.92 on invoice INV-DXA400-0000000614 by Sep 30, 2026 and send the number of the credit note.",
    ],
    [
      "payroll",
      "F09",
      "Please correct the payroll of Week 37 · Sep 6 – 12 as shown here by Sep 30, 2026. The differences come to $421.92.",
    ],
  ] as const)("%s", (kind, code, sentence) => {
    expect(ask(kind, code)).toBe(sentence);
  });

  test("nobody is asked by an internal packet", () => {
    expect(ask("internal", "A01")).toBeNull();
  });

  test("a day that has passed is no day to act by; its own last day is", () => {
    expect(ask("amazon", "A01", {}, { deadline: "2026-09-13" })).not.toContain("by Sep");
    expect(ask("amazon", "A01", {}, { deadline: "2026-09-14" })).toContain("by Sep 14, 2026");
  });

  test("without an invoice the money itself is asked for", () => {
    const none = { invoiceNumber: null };
    expect(ask("amazon", "D04", none, none)).toBe(
      "Please pay the $421.92 that is shown here as outstanding of Week 37 · Sep 6 – 12 by Sep 30, 2026.",
    );
  });

  test("what was submitted is asked for, whatever the finding comes to now", () => {
    const one = finding({ code: "A01", amountCents: 10_000, status: "cleared" });
    const claim = amazonClaim([one], { claimed: new Map([[one.id, 65_000]]) });
    const { cover, sections } = packetModel(packetInput([one], { template: TEMPLATES.amazon, claim }));
    expect(cover.claimable).toEqual({ cents: 65_000, count: 1, unpriced: 0 });
    expect(sections[0]?.entries[0]?.finding).toMatchObject({ amountCents: 65_000, foundCents: 10_000, settled: false });
  });

  test("a finding that a draft claims nothing of stays out", () => {
    const [a, b] = [finding({ code: "A01", id: "a" }), finding({ code: "A04", id: "b", status: "open" })];
    const claim = amazonClaim([a], {
      claimed: new Map([
        ["a", 32_500],
        ["b", 0],
      ]),
    });
    const { cover, sections } = packetModel(packetInput([a, b], { template: TEMPLATES.amazon, claim }));
    expect(cover.claimable.cents).toBe(32_500);
    expect(sections.flatMap(({ entries }) => entries)).toHaveLength(1);
  });
});
