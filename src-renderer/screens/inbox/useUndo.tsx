import { modals } from "@mantine/modals";
import { useMutation } from "@tanstack/react-query";
import { group } from "#shared/money.ts";
import { useImports } from "../../app/imports.tsx";
import { note, noteError } from "../../app/notify.ts";
import { api, refreshAll } from "../../client/api.ts";
import { plural } from "../../parts/plural.ts";
import classes from "./HistoryPanel.module.css";
import type { HistoryDocument } from "./history.ts";

/** As many names as can be taken in before deciding. */
const NAMED = 10;

/** Asks, then takes some stored documents back as one, and checks anew what they touched. */
export function useUndo(): (documents: readonly HistoryDocument[]) => void {
  const { checkNow } = useImports();
  const undo = useMutation(api.documents.undo.mutationOptions());
  return (documents) => {
    const [first] = documents;
    if (!first) return;
    const whole = documents.length > 1;
    const what = whole ? plural(documents.length, "file", "files") : first.name;
    const done = async () => {
      await refreshAll();
      note("Import undone", `${what} ${whole ? "were" : "was"} taken out.`);
      checkNow();
    };
    modals.openConfirmModal({
      title: whole ? "Undo the whole import?" : "Undo this import?",
      children: <Question documents={documents} />,
      labels: {
        confirm: whole ? `Undo ${plural(documents.length, "file", "files")}` : "Undo import",
        cancel: whole ? "Keep them" : "Keep it",
      },
      confirmProps: { color: "red.8" },
      onConfirm: () =>
        undo.mutate(
          { documentIds: documents.map(({ id }) => id) },
          {
            onSuccess: done,
            onError: (failure) => noteError("The import could not be undone", failure, "Everything is as it was."),
          },
        ),
    });
  };
}

function Question({ documents }: { readonly documents: readonly HistoryDocument[] }) {
  const rows = documents.reduce((sum, document) => sum + document.rows, 0);
  const more = documents.length - NAMED;
  return (
    <div className={classes.question}>
      <p>
        {documents.length === 1 ? <strong>{documents[0]?.name}</strong> : `These ${group(documents.length)} files`} and{" "}
        {documents.length === 1 ? "its" : "their"} {plural(rows, "row", "rows")} are taken out of the workspace:
        everything or nothing.
      </p>
      {documents.length > 1 && (
        <ul>
          {documents.slice(0, NAMED).map(({ id, name, rows: own }) => (
            <li key={id}>
              {name} <span className={classes.dim}>{plural(own, "row", "rows")}</span>
            </li>
          ))}
          {more > 0 && <li className={classes.dim}>and {plural(more, "more file", "more files")}</li>}
        </ul>
      )}
      <p>
        What they had taken the place of counts again. Your own files are not touched and can be imported again.
        Findings that rested on them are checked anew.
      </p>
    </div>
  );
}
