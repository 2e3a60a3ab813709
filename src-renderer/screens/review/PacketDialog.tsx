import { Button, Modal } from "@mantine/core";
import { useEffect, useEffectEvent, useState } from "react";
import { group } from "#shared/money.ts";
import { engine } from "../../client/engine.ts";
import { sentenceOf } from "../../client/errors.ts";
import { startingWith } from "../../client/long.ts";
import { Empty } from "../../parts/Empty.tsx";
import { ProgressLine } from "../../parts/ProgressLine.tsx";
import { PacketWritten } from "../../parts/packet/PacketWritten.tsx";
import { usePacket } from "../../parts/packet/usePacket.ts";
import type { Selection } from "./useSelection.ts";
import { filterOf, type View } from "./view.ts";

/** The most one command takes. */
const MOST = 5000;
const TOO_MANY = `A packet of selected findings holds ${group(MOST)} at most. Select fewer, or clear the selection and filter the list.`;

interface Props {
  readonly opened: boolean;
  readonly view: View;
  readonly selected: Selection;
  readonly onClose: () => void;
}

/** Writes the packet at once: of what is selected, otherwise of what is confirmed and matches the filter. */
export function PacketDialog({ opened, view, selected, onClose }: Props) {
  const { state, write, cancel, reset } = usePacket();
  /** Why it was not even begun: nothing to put in it (empty), or it could not be looked at. */
  const [instead, setInstead] = useState<string | null>(null);
  const begin = useEffectEvent(async () => {
    reset();
    setInstead(null);
    const filter = { ...filterOf(view), status: ["confirmed" as const] };
    const ids = [...selected.keys()];
    if (ids.length > MOST) return setInstead(TOO_MANY);
    try {
      if (ids.length === 0) {
        const page = { sort: "amount", descending: true, offset: 0, limit: 1 } as const;
        const { total } = await engine.findings.queue({ filter, ...page });
        if (total === 0) return setInstead("");
      }
    } catch (error) {
      return setInstead(sentenceOf(error));
    }
    await write((options) => engine.claims.packet(ids.length > 0 ? { filter: {}, ids } : { filter }, options));
  });
  useEffect(() => {
    if (opened) void begin();
  }, [opened]);

  const close = () => {
    cancel();
    onClose();
  };
  const failed = state.phase === "failed" ? state.why : instead || null;
  const writing = instead === null && (state.phase === "writing" || state.phase === "idle");
  return (
    <Modal opened={opened} onClose={close} title="Export packet" closeOnClickOutside={!writing}>
      {writing && (
        <ProgressLine
          progress={state.phase === "writing" ? state.progress : startingWith("Gathering findings")}
          title="Writing the packet"
          onCancel={close}
        />
      )}
      {state.phase === "done" && <PacketWritten packet={state.packet} onClose={onClose} />}
      {instead === "" && (
        <Empty
          icon="packet"
          title="Nothing to put in a packet yet"
          actions={<Button onClick={onClose}>Back to the list</Button>}
        >
          <p>
            A packet holds confirmed findings that match the filter. Confirm some first, or select the rows you want and
            export again.
          </p>
        </Empty>
      )}
      {failed !== null && (
        <div role="alert">
          <Empty icon="warning" title="The packet was not written" actions={<Button onClick={onClose}>Close</Button>}>
            <p>{failed} Your findings and decisions are unchanged. Close this and export again.</p>
          </Empty>
        </div>
      )}
    </Modal>
  );
}
