import { Button, Skeleton, TextInput } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { KIND_HELP } from "#shared/catalogue.ts";
import type { ListKind, ListPage, OwnList } from "#shared/contract/reference.ts";
import { formatDate } from "#shared/week.ts";
import { api } from "../../client/api.ts";
import { sentenceOf } from "../../client/errors.ts";
import { Empty } from "../../parts/Empty.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { plural } from "../../parts/plural.ts";
import { SourceDialog } from "../../parts/SourceDialog.tsx";
import { EntryDialog } from "./EntryDialog.tsx";
import { ExportList } from "./ExportList.tsx";
import { ListTable } from "./ListTable.tsx";
import { ENTRY_WORDS, LIST_TITLES } from "./lists.ts";
import classes from "./Setup.module.css";

/** Rows that are shown at first, and that each further step adds. */
const STEP = 100;
/** From so many entries on a search helps. */
const MANY = 12;

type Row = ListPage["rows"][number];

/** One of our own lists: what is in it, from where, and ways to add to it and to take it elsewhere. */
export function ListSection({ kind }: { readonly kind: ListKind }) {
  const [search, setSearch] = useState("");
  const [limit, setLimit] = useState(STEP);
  const [typed, setTyped] = useState<Readonly<Record<string, string>> | null>(null);
  const [source, setSource] = useState<Row>();
  const lists = useQuery(api.reference.lists.queryOptions({ input: {} }));
  const page = useQuery(
    api.reference.list.queryOptions({
      input: { kind, search, offset: 0, limit: Math.min(limit, 1000) },
      placeholderData: keepPreviousData,
    }),
  );
  const about = lists.data?.find((each) => each.kind === kind);
  const { columns = [], total = 0, rows = [] } = page.data ?? {};
  const cellsOf = (row: Row) => Object.fromEntries(columns.map((title, index) => [title, row.cells[index] ?? ""]));
  return (
    <Panel
      title={LIST_TITLES[kind]}
      hint={about && about.rows > 0 ? summary(about) : undefined}
      aside={
        <div className={classes.actions}>
          {about && about.rows > 0 && <ExportList kind={kind} />}
          <Button size="xs" leftSection={<Icon name="added" size={15} />} onClick={() => setTyped({})}>
            Add {article(ENTRY_WORDS[kind])}
          </Button>
        </div>
      }
    >
      {about && about.rows > MANY && (
        <div className={classes.pad}>
          <TextInput
            aria-label={`Search the ${kind}`}
            placeholder="Search"
            maxLength={200}
            className={classes.search ?? ""}
            leftSection={<Icon name="search" size={16} />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        </div>
      )}
      {page.error ? (
        <p role="alert" className={classes.note}>
          The list could not be read. {sentenceOf(page.error)}
        </p>
      ) : !page.data ? (
        <Skeleton height={120} className={classes.pad ?? ""} />
      ) : total === 0 ? (
        <Nothing kind={kind} searched={search !== ""} />
      ) : (
        <>
          <ListTable
            label={LIST_TITLES[kind]}
            columns={columns}
            rows={rows}
            onEdit={(row) => setTyped(cellsOf(row))}
            onSource={setSource}
          />
          {rows.length < total && (
            <div className={classes.pad}>
              <Button variant="default" size="xs" onClick={() => setLimit(limit + STEP)} disabled={limit >= 1000}>
                {limit >= 1000 ? `${plural(total, "entry", "entries")} in all; search to see others` : "Show more"}
              </Button>
            </div>
          )}
        </>
      )}
      {typed !== null && <EntryDialog kind={kind} columns={columns} cells={typed} onClose={() => setTyped(null)} />}
      <SourceDialog
        place={source && { ...source.source, titles: columns, cells: cellsOf(source) }}
        onClose={() => setSource(undefined)}
      />
    </Panel>
  );
}

function Nothing({ kind, searched }: { readonly kind: ListKind; readonly searched: boolean }) {
  if (searched) return <p className={classes.note}>Nothing in the list has these words.</p>;
  const { usualName, where } = KIND_HELP[kind];
  return (
    <Empty icon="table" title={`No ${ENTRY_WORDS[kind]} yet`}>
      <p>
        Drop <strong>{usualName}</strong> into the window, or add {article(ENTRY_WORDS[kind])} here. {where}.
      </p>
    </Empty>
  );
}

function article(word: string): string {
  return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}

/** `12 entries from 2 files, the newest rate-card.csv. The earliest begins Jan 1, 2025.` */
function summary({ rows, documents, newest, from }: OwnList): string {
  const files = documents === 1 || newest === null ? "" : ` from ${plural(documents, "file", "files")}, the newest`;
  const name = newest === null ? "" : `${files === "" ? " from" : files} ${newest.name}`;
  const since = from === null ? "" : ` The earliest begins ${formatDate(from)}.`;
  return `${plural(rows, "entry", "entries")}${name}.${since}`;
}
