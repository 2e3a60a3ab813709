import { useState } from "react";
import type { VanMonth } from "#shared/contract/schemas.ts";
import { formatCents } from "#shared/money.ts";
import { formatPeriod } from "#shared/week.ts";
import { Icon } from "../../parts/Icon.tsx";
import { Money } from "../../parts/Money.tsx";
import { plural } from "../../parts/plural.ts";
import { Scroller } from "../../parts/Scroller.tsx";
import { Loading, NothingFits, NothingStored, Unreadable } from "./Instead.tsx";
import screen from "./LedgerScreen.module.css";
import { useVanMonths } from "./useVanMonths.ts";
import { VanDialog } from "./VanDialog.tsx";
import classes from "./Vans.module.css";
import type { LedgerView } from "./view.ts";

type Van = VanMonth["rows"][number];

/** The van table of a month: what Amazon pays for each, what its lessor bills, and what is left. */
export function Vans({
  view,
  onChange,
}: {
  readonly view: LedgerView;
  readonly onChange: (part: Partial<LedgerView>) => void;
}) {
  const { shown, error, isPending } = useVanMonths(view);
  const [opened, setOpened] = useState<Van>();
  if (error) return <Unreadable error={error} />;
  if (isPending) return <Loading />;
  // What leaks comes first: what costs more than it brings, the most first, then what is overbilled.
  const rows = (shown?.rows ?? [])
    .filter((van) => fits(van, view))
    .sort((a, b) => lossOf(a) - lossOf(b) || b.claimedCents - a.claimedCents);
  return (
    <div className={screen.sheet}>
      {shown === undefined ? (
        <NothingStored tab="vans" />
      ) : rows.length === 0 ? (
        <NothingFits onClear={() => onChange({ station: "", search: "" })} />
      ) : (
        <Scroller label={`Vans in ${formatPeriod(shown.month)}`} className={screen.scroll}>
          <Notes of={shown} />
          <table className={classes.table}>
            <caption className="sr-only">Vans in {formatPeriod(shown.month)}</caption>
            <thead>
              <tr>
                <th scope="col">Van</th>
                <th scope="col">VIN</th>
                <th scope="col">Station</th>
                <th scope="col">Lessor</th>
                <th scope="col" className={classes.money}>
                  Amazon pays
                </th>
                <th scope="col" className={classes.money}>
                  Lessor bills
                </th>
                <th scope="col" className={classes.money}>
                  Claimed
                </th>
                <th scope="col" className={classes.money}>
                  Margin
                </th>
                <th scope="col" className={classes.leak}>
                  Leak
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((van) => (
                <VanLine key={van.vin} van={van} onOpen={() => setOpened(van)} />
              ))}
            </tbody>
            <Sum rows={rows} />
          </table>
        </Scroller>
      )}
      {shown && <VanDialog van={opened} month={shown.month} onClose={() => setOpened(undefined)} />}
    </div>
  );
}

/** What a van loses in a month, below zero; 0 for one that earns its rent or of which that is not known. */
function lossOf({ marginCents }: Van): number {
  return Math.min(0, marginCents ?? 0);
}

function fits({ vin, unit, station, lessors }: Van, view: LedgerView): boolean {
  const text = [vin, unit, ...lessors].join("\n").toLowerCase();
  const words = view.search.toLowerCase().split(/\s+/).filter(Boolean);
  // A van whose station nobody says may be any station's.
  return (view.station === "" || station === null || station === view.station) && words.every((w) => text.includes(w));
}

function VanLine({ van, onOpen }: { readonly van: Van; readonly onOpen: () => void }) {
  return (
    <tr className={classes.row}>
      <th scope="row">
        <button type="button" className={classes.open} onClick={onOpen}>
          {van.unit || van.vin}
        </button>
      </th>
      <td className={classes.vin}>{van.vin}</td>
      <td>{van.station ?? "–"}</td>
      <td>{van.lessors.join(", ") || "–"}</td>
      <td className={classes.money}>{van.amazonCents === null ? <Unknown /> : <Money cents={van.amazonCents} />}</td>
      <td className={classes.money}>
        <Money cents={van.billedCents} />
      </td>
      <td className={classes.money}>
        <Money cents={van.claimedCents || null} />
      </td>
      <td className={classes.money}>{van.marginCents === null ? <Unknown /> : <Money cents={van.marginCents} />}</td>
      <td className={classes.leak}>
        <Leak van={van} />
      </td>
    </tr>
  );
}

function Unknown() {
  return <span className={classes.unknown}>not known</span>;
}

/** Why a van loses money, in words: it costs more than it brings, or some of its bill is claimed back. */
function Leak({ van }: { readonly van: Van }) {
  if (van.marginCents !== null && van.marginCents < 0)
    return (
      <span className={classes.loss}>
        <Icon name="warning" size={15} /> Costs more
      </span>
    );
  if (van.claimedCents > 0)
    return (
      <span className={classes.claim}>
        <Icon name="overcharged" size={15} /> Overbilled
      </span>
    );
  return <span className={classes.unknown}>–</span>;
}

/** What the table cannot say, in sentences. */
function Notes({ of }: { readonly of: VanMonth }) {
  const unknown = of.rows.filter(({ amazonCents }) => amazonCents === null).length;
  const notes = [
    unknown > 0 &&
      `What Amazon pays is not known for ${plural(unknown, "van", "vans")}: drop the monthly fleet invoice and Amazon’s vehicle list.`,
    of.withoutVanCents !== 0 && `${formatCents(of.withoutVanCents)} was billed on lines that name no van of ours.`,
    of.unsharedCents !== 0 &&
      `${formatCents(of.unsharedCents)} of Amazon’s fleet invoices is for stations without a known van.`,
  ].filter((each) => each !== false);
  if (notes.length === 0) return null;
  return (
    <ul className={classes.notes}>
      {notes.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}

function Sum({ rows }: { readonly rows: readonly Van[] }) {
  const sum = (of: (van: Van) => number | null) => {
    const values = rows.map(of);
    return values.every((value) => value !== null) ? values.reduce((all: number, value) => all + value, 0) : null;
  };
  const [amazon, margin] = [sum((van) => van.amazonCents), sum((van) => van.marginCents)];
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={4}>
          {plural(rows.length, "van", "vans")}
        </th>
        <td className={classes.money}>{amazon === null ? <Unknown /> : <Money cents={amazon} />}</td>
        <td className={classes.money}>
          <Money cents={sum((van) => van.billedCents)} />
        </td>
        <td className={classes.money}>
          <Money cents={sum((van) => van.claimedCents)} />
        </td>
        <td className={classes.money}>{margin === null ? <Unknown /> : <Money cents={margin} />}</td>
        <td />
      </tr>
    </tfoot>
  );
}
