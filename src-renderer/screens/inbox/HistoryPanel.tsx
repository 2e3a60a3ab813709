import { Button, Skeleton } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useMutation, useQuery } from "@tanstack/react-query";
import { KIND_HELP } from "#shared/catalogue.ts";
import { group } from "#shared/money.ts";
import { useImports } from "../../app/imports.tsx";
import { note, noteError } from "../../app/notify.ts";
import { api, refreshAll } from "../../client/api.ts";
import { sentenceOf } from "../../client/errors.ts";
import { FileName } from "../../parts/FileName.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { formatRange } from "../../parts/range.ts";
import { WhatToDrop } from "../../parts/WhatToDrop.tsx";
import { formatWhen } from "../../parts/when.ts";
import classes from "./HistoryPanel.module.css";

/** What has been imported, newest first, and the way to take it back. */
export function HistoryPanel({ quietly }: { readonly quietly: boolean }) {
  const { data, error } = useQuery(
    api.documents.history.queryOptions({
      input: {},
      select: (documents) => documents.toSorted((a, b) => b.importedAt.localeCompare(a.importedAt) || b.id - a.id),
    }),
  );
  const { state, checkNow } = useImports();
  const busy = state.phase === "reading" || state.phase === "importing" || state.phase === "checking";
  const undo = useMutation(api.documents.undo.mutationOptions());

  const ask = (id: number, name: string, rows: number) =>
    modals.openConfirmModal({
      title: "Undo this import?",
      children: (
        <p className={classes.question}>
          <strong>{name}</strong> and its {group(rows)} {rows === 1 ? "row" : "rows"} are taken out of the workspace.
          Your own file is not touched, and it can be imported again. Findings that rested on it are checked anew.
        </p>
      ),
      labels: { confirm: "Undo import", cancel: "Keep it" },
      confirmProps: { color: "red.8" },
      onConfirm: () =>
        undo.mutate(
          { documentIds: [id] },
          {
            onSuccess: async () => {
              await refreshAll();
              note("Import undone", `${name} was taken out.`);
              checkNow();
            },
            onError: (failure) => noteError("The import could not be undone", failure, "Everything is as it was."),
          },
        ),
    });

  if (error)
    return (
      <Panel title="History">
        <p className={classes.quiet} role="alert">
          The list could not be read. {sentenceOf(error)}
        </p>
      </Panel>
    );
  if (!data) return <Skeleton height={160} />;
  if (data.length === 0)
    return quietly ? null : (
      <Panel title="What to drop" hint="Any of these, in any order. The more there is, the more can be checked.">
        <WhatToDrop />
      </Panel>
    );
  return (
    <Panel title="History" hint={`${group(data.length)} ${data.length === 1 ? "document" : "documents"} stored.`}>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">Document</th>
              <th scope="col">Station</th>
              <th scope="col">Period</th>
              <th scope="col" className={classes.number}>
                Rows
              </th>
              <th scope="col" className={classes.number}>
                Problems
              </th>
              <th scope="col">Imported</th>
              <th scope="col">
                <span className="sr-only">Undo</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.map(({ id, name, kind, stations, from, to, rows, problems, importedAt }) => (
              <tr key={id}>
                <th scope="row">
                  <FileName name={name} />
                </th>
                <td>{KIND_HELP[kind].title}</td>
                <td title={stations.join(", ")}>
                  {stations.length > 2 ? `${stations.length} stations` : stations.join(", ") || "–"}
                </td>
                <td>{formatRange(from, to)}</td>
                <td className={classes.number}>{group(rows)}</td>
                <td className={classes.number}>{problems === 0 ? "–" : group(problems)}</td>
                <td className={classes.when}>{formatWhen(importedAt)}</td>
                <td className={classes.action}>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    disabled={busy}
                    aria-label={`Undo import of ${name}`}
                    onClick={() => ask(id, name, rows)}
                  >
                    Undo
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
