/** What the window may have the system show: plain words, and not many. */
import { describe, expect, test } from "vitest";
import { MESSAGES } from "#main/desktop/gate.ts";

const taken = (title: unknown, body: unknown) => MESSAGES.notify.safeParse([{ title, body }]).success;

describe("a notification", () => {
  test("is words of a sensible length, in any language", () => {
    expect(taken("Deadline on Sat, Aug 22", "Claim C-0007 with Ryder & Sons <East>: $782.48")).toBe(true);
    expect(taken("Đơn khiếu nại", "Zażółć gęślą jaźń")).toBe(true);
    expect(taken("t".repeat(80), "b".repeat(300))).toBe(true);
  });

  test.each([
    ["no title", "", "body"],
    ["a title of blanks", "   ", "body"],
    ["no body", "title", ""],
    ["a title too long", "t".repeat(81), "body"],
    ["a body too long", "title", "b".repeat(301)],
    ["a line break", "title", "one\ntwo"],
    ["an escape", "title", "\u001b]8;;file:///\u0007"],
    ["a mark that turns the text around", "title", "invoice\u202Efdp.exe"],
    ["something hidden between letters", "ti\u200Btle", "body"],
    ["no text", 7, "body"],
  ])("is refused with %s", (_what, title, body) => expect(taken(title, body)).toBe(false));

  test("carries nothing else: no picture, no action, no sound", () => {
    expect(MESSAGES.notify.safeParse([{ title: "t", body: "b", icon: "/etc/passwd" }]).success).toBe(false);
    expect(MESSAGES.notify.safeParse([{ title: "t", body: "b" }, "more"]).success).toBe(false);
  });
});
