/**
 * The audit packet as data: what stands on the cover, in the summary, in each section and in the index. Pure: the day it was prepared is
 * an argument, and the same findings give the same packet in whatever order they come.
 */
import { DIRECTIONS } from "#shared/catalogue.ts";
import type { IsoDate } from "#shared/week.ts";
import { daysLeft, deadlineState } from "../claims/deadlines.ts";
import { askOf } from "./ask.ts";
import { EmptyPacketError, PacketNotForThemError } from "./errors.ts";
import { compareFindings, compareText, distinct, groupBy, isSettled } from "./order.ts";
import type {
  CountedFinding,
  InvoiceTotal,
  PacketCover,
  PacketDeadline,
  PacketEntry,
  PacketInput,
  PacketModel,
  PacketSection,
  SummaryRow,
} from "./packet.ts";
import { evidenceTables, sourceFiles } from "./sources.ts";
import { assertTotals, otherTallies, tally } from "./totals.ts";

/** Builds the packet. Throws `EmptyPacketError` without findings and `PacketTotalsError` when its parts do not add up. */
export function packetModel(input: PacketInput): PacketModel {
  const { template, claim = null } = input;
  const findings = countedFindings(input).sort(compareFindings);
  if (findings.length === 0) throw new EmptyPacketError();
  const sections = sectionsOf(findings);
  const counted = findings.filter((finding) => !finding.settled);
  const cover = coverOf(findings, counted, input);
  const model: PacketModel = {
    packetNumber: input.packetNumber,
    dspCode: input.dspCode,
    workspace: input.workspace,
    preparedBy: input.preparedBy,
    preparedAt: input.preparedAt,
    appVersion: input.appVersion,
    template,
    claim,
    cover: { ...cover, ask: askOf(template.kind, claim, cover) },
    summary: summaryOf(counted),
    invoices: invoicesOf(counted, input.preparedAt),
    sections,
    files: sourceFiles(
      sections.flatMap((section) => section.entries),
      input.originals ?? new Map(),
    ),
    audit: { head: input.auditHead, entries: input.auditExcerpt },
  };
  assertTotals(model);
  return model;
}

/**
 * The findings of the packet, with what is asked for each: of a claim what it claims, else what can be claimed. A packet for somebody
 * outside holds only what is asked of them. Throws `PacketNotForThemError` where a claim holds what its counterparty may not see.
 */
function countedFindings({ findings, statuses, template, claim }: PacketInput): CountedFinding[] {
  const taken = statuses ?? (claim ? null : ["open", "confirmed"]);
  const counted = findings
    .filter((finding) => taken === null || taken.includes(finding.status))
    .map((finding): CountedFinding => {
      const claimed = claim ? (claim.claimed.get(finding.id) ?? 0) : finding.amountCents;
      const asked = claim ? claimed !== 0 : template.asks(finding.direction) && !isSettled(finding.status);
      const settled = isSettled(finding.status) && !asked;
      return {
        ...finding,
        ...(claim ? { counterparty: claim.counterparty } : {}),
        settled,
        asked,
        amountCents: asked ? claimed : finding.amountCents,
        foundCents: finding.amountCents,
      };
    });
  const foreign = claim ? counted.find(({ code, asked }) => asked && !template.takes(code)) : undefined;
  if (foreign) throw new PacketNotForThemError(foreign, claim?.counterparty ?? "");
  return template.showsAll ? counted : counted.filter(({ asked, code }) => asked && template.takes(code));
}

const askedOf = (findings: readonly CountedFinding[]) => findings.filter((finding) => finding.asked);

function coverOf(
  all: readonly CountedFinding[],
  counted: readonly CountedFinding[],
  { preparedAt, claim }: PacketInput,
): Omit<PacketCover, "ask"> {
  const asked = askedOf(counted);
  const ours = claim?.deadline ?? null;
  return {
    stations: distinct(all.map((finding) => finding.station)),
    periods: distinct(all.map((finding) => finding.period)),
    counterparties: distinct(all.map((finding) => finding.counterparty)),
    invoiceNumbers: distinct(all.map((finding) => finding.invoiceNumber)),
    claimable: tally(asked),
    // What was submitted was confirmed then, whatever became of it.
    confirmed: tally(asked.filter((finding) => finding.status !== "open")),
    open: tally(asked.filter((finding) => finding.status === "open")),
    estimated: tally(asked.filter((finding) => finding.estimated)),
    others: otherTallies(counted),
    settled: all.length - counted.length,
    deadline: ours === null ? earliest(asked, preparedAt) : deadlineOn(ours, preparedAt),
  };
}

function deadlineOn(date: IsoDate, preparedAt: IsoDate): PacketDeadline {
  const left = daysLeft(date, preparedAt);
  return { date, daysLeft: left, state: deadlineState(left) };
}

function earliest(findings: readonly CountedFinding[], preparedAt: IsoDate): PacketDeadline | null {
  const [date] = distinct(findings.map((finding) => finding.deadline));
  return date === undefined ? null : deadlineOn(date, preparedAt);
}

function summaryOf(counted: readonly CountedFinding[]): SummaryRow[] {
  const groups = groupBy(
    counted,
    ({ asked, direction, code }) => `${asked ? 0 : 1} ${DIRECTIONS.indexOf(direction)} ${code}`,
  );
  return [...groups.entries()]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, group]) => {
      const [first] = group;
      if (!first) return [];
      const { code, title, direction, asked } = first;
      return [{ code, title, direction, asked, ...tally(group) }];
    });
}

function invoicesOf(counted: readonly CountedFinding[], preparedAt: IsoDate): InvoiceTotal[] {
  const groups = groupBy(askedOf(counted), (finding) => JSON.stringify([finding.counterparty, finding.invoiceNumber]));
  return [...groups.values()]
    .map((group) => ({
      counterparty: group[0]?.counterparty ?? null,
      invoiceNumber: group[0]?.invoiceNumber ?? null,
      deadline: earliest(group, preparedAt),
      ...tally(group),
    }))
    .sort(
      (a, b) =>
        compareText(a.counterparty ?? "\uffff", b.counterparty ?? "\uffff") ||
        compareText(a.invoiceNumber ?? "\uffff", b.invoiceNumber ?? "\uffff"),
    );
}

/** One section a counterparty: the largest claim first, what is nobody else's last. */
function sectionsOf(findings: readonly CountedFinding[]): PacketSection[] {
  const groups = [...groupBy(findings, (finding) => JSON.stringify(finding.counterparty)).values()].map((group) => {
    const counted = group.filter((finding) => !finding.settled);
    return {
      counterparty: group[0]?.counterparty ?? null,
      claimable: tally(askedOf(counted)),
      others: otherTallies(counted),
      group,
    };
  });
  groups.sort(
    (a, b) =>
      Number(a.counterparty === null) - Number(b.counterparty === null) ||
      b.claimable.cents - a.claimable.cents ||
      compareText(a.counterparty ?? "", b.counterparty ?? ""),
  );
  let number = 0;
  return groups.map(({ group, ...section }) => ({
    ...section,
    entries: group.map((finding): PacketEntry => {
      number += 1;
      return { number, finding, evidence: evidenceTables(finding) };
    }),
  }));
}
