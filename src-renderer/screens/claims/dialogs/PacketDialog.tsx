import { Button, Modal, Radio } from "@mantine/core";
import { useState } from "react";
import type { ClaimDetail, PacketFormat } from "#shared/contract/claims.ts";
import { formatCents } from "#shared/money.ts";
import { noteError } from "../../../app/notify.ts";
import { api, queryClient } from "../../../client/api.ts";
import { engine } from "../../../client/engine.ts";
import { Empty } from "../../../parts/Empty.tsx";
import { ProgressLine } from "../../../parts/ProgressLine.tsx";
import { PacketWritten } from "../../../parts/packet/PacketWritten.tsx";
import { usePacket } from "../../../parts/packet/usePacket.ts";
import { plural } from "../../../parts/plural.ts";
import classes from "./dialogs.module.css";

const FORMATS: readonly { readonly value: PacketFormat; readonly label: string; readonly hint: string }[] = [
  {
    value: "pdf",
    label: "Packet as PDF",
    hint: "The letter with every finding, its formula and its evidence. This is what is sent.",
  },
  {
    value: "zip",
    label: "Packet with the source files (ZIP)",
    hint: "The PDF, the original documents, and a list of their fingerprints.",
  },
  { value: "xlsx", label: "Rows as a workbook (XLSX)", hint: "One row a finding, with the same total." },
  { value: "csv", label: "Rows as text (CSV)", hint: "For a portal that wants a table to upload." },
];

interface Props {
  readonly claim: ClaimDetail;
  /** Goes on to saying that it was sent; left out where that is said already. */
  readonly onSent?: (() => void) | undefined;
  readonly onClose: () => void;
}

/** Writes a claim's packet or its rows: into the packets folder, or where the person says. */
export function PacketDialog({ claim, onSent, onClose }: Props) {
  const { number, label, counterparty, station, claimedCents, items } = claim;
  const { state, write, cancel, reset } = usePacket();
  const [format, setFormat] = useState<PacketFormat>("pdf");
  const make = async (to?: string) => {
    const written = await write((options) =>
      engine.claims.packet({ filter: {}, claimNumber: number, format, ...(to !== undefined && { to }) }, options),
    );
    if (written) await queryClient.invalidateQueries({ queryKey: api.claims.get.key() });
  };
  const makeElsewhere = async () => {
    try {
      const suggestedName = [`Claim ${label}`, counterparty, station].filter(Boolean).join(" ").slice(0, 200);
      const to = await window.backhaul.saveAs({ suggestedName, kind: format });
      if (to !== null) await make(to);
    } catch (error) {
      noteError(
        "The place to save could not be asked for",
        null,
        `${error instanceof Error ? error.message : ""} Nothing was written.`,
      );
    }
  };
  const close = () => {
    cancel();
    onClose();
  };
  return (
    <Modal opened onClose={close} title={`Make packet: ${label}`} closeOnClickOutside={state.phase !== "writing"}>
      {state.phase === "idle" && (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            void make();
          }}
        >
          <p className={classes.lead}>
            {plural(items.length, "finding", "findings")}, {formatCents(claimedCents)}, for {counterparty}.
          </p>
          <Radio.Group
            aria-label="What to make"
            value={format}
            onChange={(next) => setFormat(FORMATS.find(({ value }) => value === next)?.value ?? "pdf")}
          >
            <div className={classes.formats}>
              {FORMATS.map(({ value, label: name, hint }) => (
                <Radio key={value} value={value} label={name} description={hint} />
              ))}
            </div>
          </Radio.Group>
          <div className={classes.foot}>
            <Button variant="default" onClick={() => void makeElsewhere()}>
              Save as…
            </Button>
            <Button type="submit" data-autofocus>
              {format === "xlsx" || format === "csv" ? "Export rows" : "Make packet"}
            </Button>
          </div>
        </form>
      )}
      {state.phase === "writing" && (
        <ProgressLine progress={state.progress} title="Writing the packet" onCancel={cancel} />
      )}
      {state.phase === "done" && (
        <PacketWritten packet={state.packet} onClose={onClose}>
          {onSent && (
            <Button variant="default" onClick={onSent}>
              Mark as submitted
            </Button>
          )}
        </PacketWritten>
      )}
      {state.phase === "failed" && (
        <div role="alert">
          <Empty icon="warning" title="The packet was not written" actions={<Button onClick={reset}>Try again</Button>}>
            <p>{state.why} The claim is as it was.</p>
          </Empty>
        </div>
      )}
    </Modal>
  );
}
