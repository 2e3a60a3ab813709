/** What the office calls the lines of Amazon's invoices: its list of aliases, joined to the lines. Pure. */
import { normalise, serviceKey } from "#main/matching/services.ts";
import type { AliasFact, InvoiceLineFact } from "../../../documents/facts.ts";

/** An invoice line, with the service type the office's list of aliases gives it. */
export interface NamedLine extends InvoiceLineFact {
  readonly calledService?: string;
}

/**
 * Lines with the service types of the alias list. An alias holds for its description word by word, else for every block of it
 * (`Big Van` for `Big Van - Block of 10 Hours`).
 */
export function namedLines(lines: readonly InvoiceLineFact[], aliases: readonly AliasFact[]): NamedLine[] {
  if (aliases.length === 0) return [...lines];
  const exact = new Map(aliases.map((alias) => [normalise(alias.description), alias.serviceType]));
  const anyBlock = new Map(
    aliases
      .filter((alias) => serviceKey(alias.description).blockMinutes === null)
      .map((alias) => [serviceKey(alias.description).key, alias.serviceType]),
  );
  return lines.map((line) => {
    const called = exact.get(normalise(line.description)) ?? anyBlock.get(serviceKey(line.description).key);
    return called === undefined ? line : { ...line, calledService: called };
  });
}
