/**
 * The audit packet as data: what stands on the cover, in the summary, in each section and in the index. Pure: the day it was prepared is
 * an argument, and the same findings give the same packet in whatever order they come.
 */
import { DIRECTIONS, isClaimable } from "#shared/catalogue.ts";
import type { IsoDate } from "#shared/week.ts";
import { daysLeft, deadlineState } from "../claims/deadlines.ts";
import { compareFindings, compareText, distinct, groupBy, isSettled } from "./order.ts";
import {
  EmptyPacketError,
  type InvoiceTotal,
  type PacketCover,
  type PacketDeadline,
  type PacketEntry,
  type PacketFinding,
  type PacketInput,
  type PacketModel,
  type PacketSection,
  type SummaryRow,
} from "./packet.ts";
import { evidenceTables, sourceFiles } from "./sources.ts";
import { assertTotals, otherTallies, tally } from "./totals.ts";

/** Builds the packet. Throws `EmptyPacketError` without findings and `PacketTotalsError` when its parts do not add up. */
export function packetModel(input: PacketInput): PacketModel {
  const statuses = input.statuses ?? ["open", "confirmed"];
  const findings = input.findings.filter((finding) => statuses.includes(finding.status)).sort(compareFindings);
  if (findings.length === 0) throw new EmptyPacketError();
  const sections = sectionsOf(findings);
  const counted = findings.filter((finding) => !isSettled(finding.status));
  const model: PacketModel = {
    packetNumber: input.packetNumber,
    dspCode: input.dspCode,
    workspace: input.workspace,
    preparedBy: input.preparedBy,
    preparedAt: input.preparedAt,
    appVersion: input.appVersion,
    cover: coverOf(findings, counted, input.preparedAt),
    summary: summaryOf(counted),
    invoices: invoicesOf(counted, input.preparedAt),
    sections,
    files: sourceFiles(sections.flatMap((section) => section.entries)),
    audit: { head: input.auditHead, entries: input.auditExcerpt },
  };
  assertTotals(model);
  return model;
}

const claims = (findings: readonly PacketFinding[]) => findings.filter((finding) => isClaimable(finding.direction));

function coverOf(all: readonly PacketFinding[], counted: readonly PacketFinding[], preparedAt: IsoDate): PacketCover {
  const claimed = claims(counted);
  return {
    stations: distinct(all.map((finding) => finding.station)),
    periods: distinct(all.map((finding) => finding.period)),
    counterparties: distinct(all.map((finding) => finding.counterparty)),
    invoiceNumbers: distinct(all.map((finding) => finding.invoiceNumber)),
    claimable: tally(claimed),
    confirmed: tally(claimed.filter((finding) => finding.status === "confirmed")),
    open: tally(claimed.filter((finding) => finding.status === "open")),
    estimated: tally(claimed.filter((finding) => finding.estimated)),
    others: otherTallies(counted),
    settled: all.length - counted.length,
    deadline: earliest(claimed, preparedAt),
  };
}

function earliest(findings: readonly PacketFinding[], preparedAt: IsoDate): PacketDeadline | null {
  const [date] = distinct(findings.map((finding) => finding.deadline));
  if (date === undefined) return null;
  const left = daysLeft(date, preparedAt);
  return { date, daysLeft: left, state: deadlineState(left) };
}

function summaryOf(counted: readonly PacketFinding[]): SummaryRow[] {
  const groups = groupBy(counted, (finding) => `${DIRECTIONS.indexOf(finding.direction)} ${finding.code}`);
  return [...groups.entries()]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, group]) => {
      const [first] = group;
      return first ? [{ code: first.code, title: first.title, direction: first.direction, ...tally(group) }] : [];
    });
}

function invoicesOf(counted: readonly PacketFinding[], preparedAt: IsoDate): InvoiceTotal[] {
  const groups = groupBy(claims(counted), (finding) => JSON.stringify([finding.counterparty, finding.invoiceNumber]));
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
function sectionsOf(findings: readonly PacketFinding[]): PacketSection[] {
  const groups = [...groupBy(findings, (finding) => JSON.stringify(finding.counterparty)).values()].map((group) => {
    const counted = group.filter((finding) => !isSettled(finding.status));
    return {
      counterparty: group[0]?.counterparty ?? null,
      claimable: tally(claims(counted)),
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
      return { number, finding, settled: isSettled(finding.status), evidence: evidenceTables(finding) };
    }),
  }));
}
