import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Backup } from "#shared/contract/schemas.ts";
import { note, noteError } from "../../app/notify.ts";
import { api } from "../../client/api.ts";
import { sentenceOf } from "../../client/errors.ts";
import { useStatus } from "../../client/status.ts";
import { formatBytes } from "../../parts/bytes.ts";
import { Panel } from "../../parts/Panel.tsx";
import { formatWhen } from "../../parts/when.ts";
import { BackupsTable } from "./BackupsTable.tsx";
import { PassphrasePanel } from "./PassphrasePanel.tsx";
import { RestoreDialog } from "./RestoreDialog.tsx";
import classes from "./Setup.module.css";
import { SupportPanel } from "./SupportPanel.tsx";
import { VerifyPanel } from "./VerifyPanel.tsx";

/** Where everything lies, its backups, and whether it is whole. */
export function DataSection() {
  const { data: status } = useStatus();
  const backups = useQuery({ ...api.workspace.backups.queryOptions({ input: {} }), staleTime: 0 });
  const [chosen, setChosen] = useState<Backup>();
  const backUp = useMutation({
    ...api.workspace.backUp.mutationOptions(),
    onSuccess: async () => {
      await backups.refetch();
      note("Backed up", "The backup lies in the workspace’s folder.");
    },
    onError: (error) => noteError("No backup was made", error, "Everything is as it was."),
  });
  const newest = backups.data?.backups.find(({ problem }) => problem === null);
  return (
    <>
      <Panel
        title="Data"
        hint={`Everything is ${status?.open?.driveWarning == null ? "on this computer, " : ""}in one folder.`}
        aside={
          <Button size="xs" loading={backUp.isPending} onClick={() => backUp.mutate({})}>
            Back up now
          </Button>
        }
      >
        <dl className={classes.facts}>
          <dt>Folder</dt>
          <dd className={classes.path}>{status?.open?.folder ?? ""}</dd>
          <dt>Last backup</dt>
          <dd>{newest?.madeAt ? formatWhen(newest.madeAt) : backups.data ? "None yet" : ""}</dd>
          <dt>Size</dt>
          <dd>{newest ? `${formatBytes(newest.bytes)} in the last backup` : "Known with the first backup"}</dd>
        </dl>
        {status?.open?.driveWarning != null && (
          <div className={classes.pad}>
            <p role="alert" className={classes.error}>
              {status.open.driveWarning}
            </p>
          </div>
        )}
        {backups.data?.dueProblem != null && (
          <p role="alert" className={classes.error}>
            {backups.data.dueProblem}
          </p>
        )}
      </Panel>
      <VerifyPanel />
      <PassphrasePanel />
      <Panel title="Backups" hint="One is made every day, and before whatever takes something away.">
        {backups.error ? (
          <p role="alert" className={classes.note}>
            The backups could not be listed. {sentenceOf(backups.error)}
          </p>
        ) : (
          <BackupsTable backups={backups.data?.backups ?? []} onRestore={setChosen} />
        )}
      </Panel>
      <SupportPanel />
      {chosen && <RestoreDialog backup={chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}
