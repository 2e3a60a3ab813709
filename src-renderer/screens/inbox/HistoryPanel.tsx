import { Button, Modal, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useImports } from "../../app/imports.tsx";
import { api } from "../../client/api.ts";
import { sentenceOf } from "../../client/errors.ts";
import { Panel } from "../../parts/Panel.tsx";
import { plural } from "../../parts/plural.ts";
import { WhatToDrop } from "../../parts/WhatToDrop.tsx";
import { StoredChanges } from "./Changes.tsx";
import { HistoryImport } from "./HistoryImport.tsx";
import classes from "./HistoryPanel.module.css";
import { type HistoryDocument, importsOf, newest } from "./history.ts";
import { useUndo } from "./useUndo.tsx";

/** What has been imported, newest first: what each file changed, and the way to take it back. */
export function HistoryPanel({ quietly }: { readonly quietly: boolean }) {
  const { data, error } = useQuery(api.documents.history.queryOptions({ input: {}, select: importsOf }));
  const { state } = useImports();
  const busy = state.phase === "reading" || state.phase === "importing" || state.phase === "checking";
  const undo = useUndo();
  const [all, setAll] = useState(false);
  const [compared, setCompared] = useState<HistoryDocument | null>(null);

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
  const shown = all ? data : newest(data);
  const documents = data.reduce((sum, each) => sum + each.documents.length, 0);
  return (
    <Panel
      title="History"
      hint={`${plural(documents, "document", "documents")} stored in ${plural(data.length, "import", "imports")}.`}
    >
      <div className={classes.scroll}>
        <table className={classes.table}>
          <caption className="sr-only">Imported files</caption>
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
              <th scope="col">
                <span className="sr-only">What can be done</span>
              </th>
            </tr>
          </thead>
          {shown.map((each) => (
            <HistoryImport key={each.importedAt} given={each} busy={busy} onUndo={undo} onCompare={setCompared} />
          ))}
        </table>
        {shown.length < data.length && (
          <Button size="compact-sm" variant="default" className={classes.older ?? ""} onClick={() => setAll(true)}>
            Show {plural(data.length - shown.length, "older import", "older imports")}
          </Button>
        )}
      </div>
      <Modal
        opened={compared !== null}
        onClose={() => setCompared(null)}
        size="min(1080px, 92vw)"
        title={`What ${compared?.name ?? "it"} changed`}
      >
        {compared && <StoredChanges documentId={compared.id} />}
      </Modal>
    </Panel>
  );
}
