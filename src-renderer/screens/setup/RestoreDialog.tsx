import { Button, Modal, Skeleton } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { Backup, Restored, RestorePreview } from "#shared/contract/schemas.ts";
import { api, refreshAll } from "../../client/api.ts";
import { sentenceOf } from "../../client/errors.ts";
import { formatWhen } from "../../parts/when.ts";
import classes from "./Setup.module.css";

/** As many names as can be taken in before deciding. */
const NAMED = 8;

interface Props {
  readonly backup: Backup;
  readonly onClose: () => void;
}

/** What restoring a backup would change, the question, and afterwards the way back. */
export function RestoreDialog({ backup, onClose }: Props) {
  const preview = useQuery({
    ...api.workspace.previewRestore.queryOptions({ input: { backup: backup.name } }),
    staleTime: 0,
    gcTime: 0,
    // What would change is said of the state the question is asked in.
    refetchOnMount: false,
  });
  const restore = useMutation({ ...api.workspace.restore.mutationOptions(), onSuccess: refreshAll });
  const when = backup.madeAt === null ? backup.name : formatWhen(backup.madeAt);
  const { previous } = restore.data ?? { previous: null };
  return (
    <Modal opened onClose={onClose} size="lg" title={`Restore the backup of ${when}?`}>
      <div className={classes.question}>
        {restore.data ? (
          <Done restored={restore.data} />
        ) : preview.error ? (
          <p role="alert">This backup cannot be restored. {sentenceOf(preview.error)}</p>
        ) : preview.data ? (
          <Changes preview={preview.data} />
        ) : (
          <Skeleton height={120} />
        )}
        {restore.error && (
          <p role="alert" className={classes.error}>
            It was not restored. {sentenceOf(restore.error)}
          </p>
        )}
        <div className={classes.formFoot}>
          {restore.data ? (
            <>
              {previous !== null && (
                <Button
                  variant="default"
                  loading={restore.isPending}
                  onClick={() => restore.mutate({ backup: previous })}
                >
                  Undo the restore
                </Button>
              )}
              <Button onClick={onClose}>Close</Button>
            </>
          ) : (
            <>
              <Button variant="default" onClick={onClose}>
                Keep everything as it is
              </Button>
              <Button
                color="red.8"
                disabled={!preview.data}
                loading={restore.isPending}
                onClick={() => restore.mutate({ backup: backup.name })}
              >
                Restore
              </Button>
            </>
          )}
        </div>
      </div>
    </Modal>
  );
}

function Done({ restored: { previous, missing } }: { readonly restored: Restored }) {
  return (
    <>
      <p role="status">
        It is restored.{" "}
        {previous === null ? "" : "What was there before is a backup itself, so that this can be undone."}
      </p>
      <Names title="Could not be brought back" names={missing} />
    </>
  );
}

function Changes({ preview }: { readonly preview: RestorePreview }) {
  const { documents, findings, claims, decisions, packets, missing } = preview;
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ["Files that vanish", documents.vanish],
    ["Files that come back", documents.comeBack],
    ["Findings that vanish", findings.vanish],
    ["Findings that come back", findings.comeBack],
    ["Claims that vanish", claims.vanish],
    ["Claims that come back", claims.comeBack],
    ["Decisions and claims that change", decisions],
    ["Packets that vanish from the list", packets.vanish],
    ["Packets that come back", packets.comeBack],
    ["Cannot be brought back", missing],
  ];
  const none = parts.every(([, names]) => names.length === 0);
  return (
    <>
      <p>
        What is there now becomes a backup first.{" "}
        {none ? "Nothing else would change: the backup says the same as the workspace." : "This would change:"}
      </p>
      {parts.map(([title, names]) => (
        <Names key={title} title={title} names={names} />
      ))}
    </>
  );
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <section>
      <h3 className={classes.itemTitle}>
        {title} ({names.length})
      </h3>
      <ul>
        {names.slice(0, NAMED).map((name) => (
          <li key={name}>{name}</li>
        ))}
        {names.length > NAMED && <li className={classes.dim}>and {names.length - NAMED} more</li>}
      </ul>
    </section>
  );
}
