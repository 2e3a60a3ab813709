import { Button, Modal } from "@mantine/core";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { PacketResult, Progress } from "#shared/contract/schemas.ts";
import { group } from "#shared/money.ts";
import { beginWork } from "../../app/busy.ts";
import { noteError } from "../../app/notify.ts";
import { engine } from "../../client/engine.ts";
import { sentenceOf } from "../../client/errors.ts";
import { follow, startingWith } from "../../client/long.ts";
import { Empty } from "../../parts/Empty.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Money } from "../../parts/Money.tsx";
import { ProgressLine } from "../../parts/ProgressLine.tsx";
import classes from "./PacketDialog.module.css";
import { filterOf, type View } from "./view.ts";

type State =
  | { readonly phase: "writing"; readonly progress: Progress }
  | { readonly phase: "done"; readonly packet: PacketResult }
  | { readonly phase: "nothing" }
  | { readonly phase: "failed"; readonly why: string };

interface Props {
  readonly opened: boolean;
  readonly view: View;
  readonly selected: ReadonlySet<string>;
  readonly onClose: () => void;
}

/** Writes the packet at once: of what is selected, otherwise of what is confirmed and matches the filter. */
export function PacketDialog({ opened, view, selected, onClose }: Props) {
  const [state, setState] = useState<State>({ phase: "writing", progress: startingWith("Writing") });
  const abort = useRef<AbortController | null>(null);

  const write = useEffectEvent(async () => {
    const controller = new AbortController();
    abort.current = controller;
    const over = beginWork();
    setState({ phase: "writing", progress: startingWith("Gathering findings") });
    const filter = { ...filterOf(view), status: ["confirmed" as const] };
    const ids = [...selected];
    try {
      if (ids.length === 0) {
        const { total } = await engine.findings.queue({
          filter,
          sort: "amount",
          descending: true,
          offset: 0,
          limit: 1,
        });
        if (total === 0) return setState({ phase: "nothing" });
      }
      const packet = await follow<PacketResult>(
        (options) => engine.claims.packet(ids.length > 0 ? { filter: {}, ids } : { filter }, options),
        controller.signal,
        (progress) => setState({ phase: "writing", progress }),
      );
      setState({ phase: "done", packet });
    } catch (error) {
      if (controller.signal.aborted) onClose();
      else setState({ phase: "failed", why: sentenceOf(error) });
    } finally {
      over();
    }
  });
  useEffect(() => {
    if (opened) void write();
  }, [opened]);

  const close = () => {
    abort.current?.abort();
    onClose();
  };
  return (
    <Modal opened={opened} onClose={close} title="Export packet" closeOnClickOutside={state.phase !== "writing"}>
      {state.phase === "writing" && (
        <ProgressLine progress={state.progress} title="Writing the packet" onCancel={close} />
      )}
      {state.phase === "done" && <Written packet={state.packet} onClose={onClose} />}
      {state.phase === "nothing" && (
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
      {state.phase === "failed" && (
        <div role="alert">
          <Empty icon="warning" title="The packet was not written" actions={<Button onClick={onClose}>Close</Button>}>
            <p>{state.why} Your findings and decisions are unchanged. Close this and export again.</p>
          </Empty>
        </div>
      )}
    </Modal>
  );
}

function Written({ packet, onClose }: { readonly packet: PacketResult; readonly onClose: () => void }) {
  const reveal = async () => {
    try {
      await window.backhaul.revealPacket(packet.file);
    } catch {
      noteError("The folder could not be shown", null, `The packet ${packet.file} is written.`);
    }
  };
  return (
    <div className={classes.done} role="status">
      <p className={classes.file}>
        <Icon name="packet" size={22} />
        <span>{packet.file}</span>
      </p>
      <dl className={classes.figures}>
        <div>
          <dt>Total</dt>
          <dd>
            <Money cents={packet.totalCents} />
          </dd>
        </div>
        <div>
          <dt>Findings</dt>
          <dd>{group(packet.findings)}</dd>
        </div>
        <div>
          <dt>Pages</dt>
          <dd>{group(packet.pages)}</dd>
        </div>
      </dl>
      <p className={classes.hash}>SHA-256 {packet.sha256}</p>
      <div className={classes.foot}>
        <Button variant="default" onClick={onClose}>
          Done
        </Button>
        <Button data-autofocus leftSection={<Icon name="folder" size={16} />} onClick={() => void reveal()}>
          Show in folder
        </Button>
      </div>
    </div>
  );
}
