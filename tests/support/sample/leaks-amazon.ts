/** Mistakes in what Amazon paid. Each planter spoils one line, or two that belong together, and names the money from whole numbers. */
import { twoPlaces } from "./decimal.ts";
import type { Ground, Planter } from "./ground.ts";
import { amountFor, type Invoice, type InvoiceLine, type LineKind, routeLine, sectionOf } from "./invoices.ts";
import type { Leak } from "./leak.ts";
import { LARGE_VAN, ON_ROAD, RIVIAN, type Service, service } from "./services.ts";

function leak(ground: Ground, code: string, line: InvoiceLine, amountCents: number, what: string): Leak {
  const detail = `${sectionOf(line)} · ${line.date} · ${line.description}`;
  const period = ground.facts.week.sunday;
  const station = ground.facts.station.code;
  return { code, station, period, direction: "owed", amountCents, what, where: { file: ground.invoiceFile, detail } };
}

/** Takes away from a line's quantity; a line of nothing is not printed. */
function shorten(invoice: Invoice, line: InvoiceLine, hundredths: number): void {
  line.hundredths -= hundredths;
  line.amountCents = amountFor(line.hundredths, line.rateCents);
  if (line.hundredths === 0) invoice.lines = invoice.lines.filter((other) => other !== line);
}

function routeLineOf(ground: Ground, wanted: Service, least: number): InvoiceLine | undefined {
  return ground.takeLine((line) => line.service === wanted && line.hundredths >= least * 100);
}

/** Adds routes to a day's line, opening it where the day has none. Undefined where another mistake holds the line. */
function lengthen(ground: Ground, date: string, added: Service, routes: number): boolean {
  const lines = ground.invoice.lines;
  const present = lines.find((line) => line.date === date && line.service === added);
  if (!present) {
    const line = routeLine(date, added, routes);
    ground.hold(line);
    lines.push(line);
    return true;
  }
  if (ground.isHeld(present)) return false;
  ground.hold(present);
  present.hundredths += routes * 100;
  present.amountCents = amountFor(present.hundredths, present.rateCents);
  return true;
}

/** A01: routes completed, fewer paid. */
export function routesUnpaid(routes: number, of: Service = service(RIVIAN, 10)): Planter {
  return (ground) => {
    const line = routeLineOf(ground, of, routes + 1);
    if (!line) return undefined;
    shorten(ground.invoice, line, routes * 100);
    const what = `${routes} of ${line.hundredths / 100 + routes} completed routes are missing from the line.`;
    return leak(ground, "A01", line, routes * line.rateCents, what);
  };
}

/** A01: a day's whole line is missing. */
export const lineMissing: Planter = (ground) => {
  const line = routeLineOf(ground, service(LARGE_VAN, 9), 1);
  if (!line) return undefined;
  const routes = line.hundredths / 100;
  shorten(ground.invoice, line, line.hundredths);
  return leak(ground, "A01", line, routes * line.rateCents, `${routes} completed, and the whole line is missing.`);
};

/** A03: ten-hour routes paid as eight-hour ones. */
export function shorterBlockPaid(routes: number): Planter {
  return (ground) => {
    const [long, short] = [service(RIVIAN, 10), service(RIVIAN, 8)];
    const fits = (date: string): boolean =>
      !ground.invoice.lines.some((line) => line.date === date && line.service === short && ground.isHeld(line));
    const line = ground.takeLine((each) => each.service === long && each.hundredths >= routes * 100 && fits(each.date));
    if (!line || !lengthen(ground, line.date, short, routes)) return undefined;
    shorten(ground.invoice, line, routes * 100);
    const amount = routes * (long.rateCents - short.rateCents);
    return leak(ground, "A03", line, amount, `${routes} ten-hour route(s) paid as eight-hour ones.`);
  };
}

/** A04: a lower rate than the rate card's, with an amount that follows from it. */
export const rateLower: Planter = (ground) => {
  const line = routeLineOf(ground, service(LARGE_VAN, 8), 1);
  if (!line) return undefined;
  const card = line.rateCents;
  line.rateCents -= 450;
  line.amountCents = amountFor(line.hundredths, line.rateCents);
  const amount = amountFor(line.hundredths, card) - line.amountCents;
  return leak(
    ground,
    "A04",
    line,
    amount,
    `Paid at ${twoPlaces(line.rateCents)}; the rate card says ${twoPlaces(card)}.`,
  );
};

/** A06: the amount is less than quantity times rate. */
export const wrongProduct: Planter = (ground) => {
  const line = routeLineOf(ground, service(LARGE_VAN, 10), 1);
  if (!line) return undefined;
  line.amountCents -= 1_250;
  return leak(ground, "A06", line, 1_250, "Quantity times rate is 12.50 more than the amount.");
};

/** A08: on-road experience paid as the standard route of its van. */
export const onRoadPaidAsStandard: Planter = (ground) => {
  const [special, base] = [service(ON_ROAD, 10), service(RIVIAN, 10)];
  const fits = (date: string): boolean =>
    !ground.invoice.lines.some((line) => line.date === date && line.service === base && ground.isHeld(line));
  const line = ground.takeLine((each) => each.service === special && fits(each.date));
  if (!line || !lengthen(ground, line.date, base, 1)) return undefined;
  shorten(ground.invoice, line, 100);
  const amount = special.rateCents - base.rateCents;
  return leak(ground, "A08", line, amount, "An on-road experience route paid as a standard route.");
};

/** A09: a training session that was not paid. It is the one without a name, so nobody's own pay is touched by it. */
export const trainingUnpaid: Planter = (ground) => {
  const unnamed = ground.facts.trainings.find((each) => each.associate === "" && each.eligible && each.hours > 0);
  const line = unnamed && ground.takeLine((each) => each.kind === "training" && each.date === unnamed.paymentDate);
  if (!line) return undefined;
  shorten(ground.invoice, line, 100);
  return leak(ground, "A09", line, line.rateCents, "One payable training session is not on the invoice.");
};

/** A11: a late cancellation by Amazon that was not paid. */
export const cancelUnpaid: Planter = (ground) => {
  const line = ground.takeLine((each) => each.kind === "cancel");
  if (!line) return undefined;
  shorten(ground.invoice, line, 100);
  return leak(ground, "A11", line, line.rateCents, "A late cancellation by Amazon is not on the invoice.");
};

/** A13: 52 minutes of delay paid as half an hour. */
export const delayShort: Planter = (ground) => {
  const line = ground.takeLine((each) => each.kind === "delay" && each.hundredths === 87);
  if (!line) return undefined;
  const amount = amountFor(line.hundredths - 50, line.rateCents);
  shorten(ground.invoice, line, line.hundredths - 50);
  return leak(ground, "A13", line, amount, "52 minutes are 0.87 hours; 0.50 were paid.");
};

function parcelsShort(code: "A14" | "A15", kind: LineKind, parcels: number): Planter {
  return (ground) => {
    const line = ground.takeLine((each) => each.kind === kind && each.hundredths > parcels * 100);
    if (!line) return undefined;
    shorten(ground.invoice, line, parcels * 100);
    return leak(
      ground,
      code,
      line,
      parcels * line.rateCents,
      `${parcels} delivered parcels are missing from the count.`,
    );
  };
}

/** A14: fewer parcels paid by the piece than were delivered. */
export function piecesShort(parcels: number): Planter {
  return parcelsShort("A14", "piece", parcels);
}

/** A15: fewer parcels paid for the branding than were delivered. */
export function brandingShort(parcels: number): Planter {
  return parcelsShort("A15", "branding", parcels);
}
