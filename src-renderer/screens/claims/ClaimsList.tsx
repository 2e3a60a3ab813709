import { useCallback, useEffect, useRef, useState } from "react";
import { sentenceOf } from "../../client/errors.ts";
import { Empty } from "../../parts/Empty.tsx";
import { useKeys } from "../../parts/keys.ts";
import { ClaimGrid } from "./ClaimGrid.tsx";
import { ClaimsBar } from "./ClaimsBar.tsx";
import classes from "./ClaimsScreen.module.css";
import { ClaimWork } from "./ClaimWork.tsx";
import { Loose } from "./Loose.tsx";
import { NoClaims } from "./NoClaims.tsx";
import { StageChips } from "./StageChips.tsx";
import type { useClaims } from "./useClaims.ts";
import { type Sort, startsDescending, type View } from "./view.ts";

interface Props {
  readonly view: View;
  readonly claims: ReturnType<typeof useClaims>;
  readonly onSeen: (from: number, to: number) => void;
  readonly onChange: (part: Partial<View>) => void;
}

/** In the pane and in controls the arrows scroll and choose; in the list, or nowhere, they move through it. */
function arrowsAreOurs({ target }: KeyboardEvent): boolean {
  return (
    target === document.body ||
    (target instanceof Element &&
      target.closest('[role="grid"], main') !== null &&
      target.closest('input, textarea, [role="radiogroup"], [aria-label="Claim"]') === null)
  );
}

/** The claims at the left, the one in hand at the right. */
export function ClaimsList({ view, claims: { head, error, rowAt, indexOf }, onSeen, onChange }: Props) {
  const total = head?.total ?? 0;
  const search = useRef<HTMLInputElement>(null);
  const pane = useRef<HTMLElement>(null);
  const queue = useRef<HTMLDivElement>(null);
  /** Where the claim in hand stood last: it may leave the list by what is done to it. */
  const [place, setPlace] = useState(0);
  const number = view.claim ?? rowAt(0)?.number ?? null;
  const active = number === null ? -1 : indexOf(number);
  useEffect(() => {
    if (active >= 0) setPlace(active);
  }, [active]);

  const move = useCallback(
    (to: number) => {
      const row = rowAt(Math.max(0, Math.min(to, total - 1)));
      if (row) onChange({ claim: row.number });
    },
    [rowAt, total, onChange],
  );
  // The claim that stood here has left the list: the next one has moved up into its place.
  const next = () => move(active >= 0 ? active + 1 : place);
  const previous = () => move(active >= 0 ? active - 1 : place - 1);
  const enter = () => {
    const first = pane.current?.querySelector<HTMLElement>('[role="toolbar"] button');
    (first ?? pane.current?.querySelector<HTMLElement>("[tabindex]"))?.focus();
  };
  const keep = useCallback(() => onChange({ claim: number }), [onChange, number]);
  const filter = useCallback((part: Partial<View>) => onChange({ ...part, claim: null }), [onChange]);
  const sort = (column: Sort) =>
    filter({ sort: column, descending: view.sort === column ? !view.descending : startsDescending(column) });
  useKeys({
    j: next,
    k: previous,
    ArrowDown: (event) => arrowsAreOurs(event) && next(),
    ArrowUp: (event) => arrowsAreOurs(event) && previous(),
    "/": () => search.current?.select(),
    Escape: () => queue.current?.querySelector<HTMLElement>('[role="grid"]')?.focus(),
  });

  if (head && error === null && head.states.every(({ count }) => count === 0))
    return (
      <div className={classes.list}>
        <Loose />
        <div className={classes.sheet}>
          <NoClaims view={view} list={head} onChange={filter} />
        </div>
      </div>
    );
  return (
    <div className={classes.list}>
      <div className={classes.narrow}>
        <StageChips stage={view.stage} states={head?.states ?? []} onChange={(stage) => filter({ stage })} />
        <ClaimsBar view={view} list={head} searchRef={search} onChange={filter} />
        <Loose />
      </div>
      <div className={classes.split}>
        <div ref={queue} className={classes.queue}>
          <ClaimGrid
            view={view}
            total={total}
            loading={head === undefined && error === null}
            active={active}
            rowAt={rowAt}
            onSeen={onSeen}
            onMove={move}
            onOpen={enter}
            onSort={sort}
          >
            {error !== null ? (
              <Empty icon="warning" title="The claims could not be read">
                <p role="alert">{sentenceOf(error)} Nothing was changed.</p>
              </Empty>
            ) : (
              head && <NoClaims view={view} list={head} onChange={filter} />
            )}
          </ClaimGrid>
        </div>
        <ClaimWork
          number={number}
          paneRef={pane}
          className={classes.pane}
          onKeep={keep}
          onGone={() => onChange({ claim: null })}
        />
      </div>
    </div>
  );
}
