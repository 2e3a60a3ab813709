import { Button } from "@mantine/core";
import { useState } from "react";
import type { ListKind } from "#shared/contract/reference.ts";
import { noteError } from "../../app/notify.ts";
import { engine } from "../../client/engine.ts";
import { Icon } from "../../parts/Icon.tsx";
import classes from "./Setup.module.css";

/** Writes a list as a CSV and says where it is. */
export function ExportList({ kind }: { readonly kind: ListKind }) {
  const [file, setFile] = useState<string>();
  const [busy, setBusy] = useState(false);
  const write = async () => {
    setBusy(true);
    try {
      setFile((await engine.reference.exportList({ kind })).file);
    } catch (error) {
      noteError("The list was not written", error, "Nothing was changed.");
    } finally {
      setBusy(false);
    }
  };
  const reveal = async (name: string) => {
    try {
      await window.backhaul.revealPacket(name);
    } catch {
      noteError("The folder could not be shown", null, `${name} is written.`);
    }
  };
  return (
    <>
      <p role="status" className={classes.written}>
        {file !== undefined && (
          <>
            {file} is written.{" "}
            <Button size="compact-sm" variant="subtle" onClick={() => void reveal(file)}>
              Show in folder
            </Button>
          </>
        )}
      </p>
      <Button
        size="xs"
        variant="default"
        loading={busy}
        leftSection={<Icon name="table" size={15} />}
        onClick={() => void write()}
      >
        Export as CSV
      </Button>
    </>
  );
}
