import { Tabs } from "@mantine/core";
import { useCallback, useMemo, useRef } from "react";
import { go, useRoute } from "../../app/route.ts";
import { useKeys } from "../../parts/keys.ts";
import { Exceptions } from "./Exceptions.tsx";
import { LedgerBar } from "./LedgerBar.tsx";
import classes from "./LedgerScreen.module.css";
import { PagedTable } from "./PagedTable.tsx";
import { Vans } from "./Vans.tsx";
import { type LedgerView, ledgerLink, readLedgerView, TAB_TITLES, TABS } from "./view.ts";

/** What is stored, readable: every row leads to where it stands in its document and to what was found about it. */
export function LedgerScreen() {
  const { params } = useRoute();
  const view = useMemo(() => readLedgerView(params), [params]);
  const change = useCallback((part: Partial<LedgerView>) => go(ledgerLink({ ...view, ...part }), true), [view]);
  const search = useRef<HTMLInputElement>(null);
  useKeys({ "/": () => search.current?.select() });
  const { tab } = view;
  return (
    <Tabs
      className={classes.ledger ?? ""}
      value={tab}
      onChange={(next) => change({ tab: TABS.find((known) => known === next) ?? "invoices" })}
    >
      <header className={classes.head} data-print="no">
        <h1 className={classes.title}>Ledger</h1>
        <Tabs.List className={classes.tabs ?? ""} aria-label="Tables">
          {TABS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {TAB_TITLES[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </header>
      <LedgerBar view={view} searchRef={search} onChange={change} />
      <Tabs.Panel value={tab} className={classes.panel ?? ""}>
        {tab === "vans" ? (
          <Vans view={view} onChange={change} />
        ) : tab === "exceptions" ? (
          <Exceptions view={view} onChange={change} />
        ) : (
          <PagedTable key={tab} view={{ ...view, tab }} onChange={change} />
        )}
      </Tabs.Panel>
    </Tabs>
  );
}
