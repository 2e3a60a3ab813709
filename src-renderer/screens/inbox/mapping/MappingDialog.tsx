import { Modal } from "@mantine/core";
import { useRef } from "react";
import type { Plan, PlannedFile } from "#shared/contract/schemas.ts";
import { useImports } from "../../../app/imports.tsx";
import { announce } from "../../../parts/announce.tsx";
import classes from "./Mapping.module.css";
import { MappingSteps } from "./MappingSteps.tsx";

interface Props {
  readonly plan: Plan;
  /** The file that is asked about; undefined while the dialog is closed. */
  readonly file: PlannedFile | undefined;
  readonly onClose: () => void;
}

/** What a file is that nobody could name: its columns beside our fields, and what comes of it, live. */
export function MappingDialog({ plan, file, onClose }: Props) {
  const { showPlan } = useImports();
  // The file stays readable while the dialog closes, although the preview may be another one by then.
  const shown = useRef<{ planId: string; file: PlannedFile } | null>(null);
  if (file) shown.current = { planId: plan.planId, file };
  const current = shown.current?.file;
  const applied = (next: Plan, saved: string | null) => {
    const mapped = next.files.find(({ sha256 }) => sha256 === current?.sha256);
    onClose();
    showPlan(next);
    // On the screen the file's own line says it, which takes the focus.
    announce(
      mapped?.state === "ready"
        ? `${mapped.name} is ready.${saved === null ? "" : ` The mapping is kept as ${saved}.`}`
        : "The preview was made anew.",
    );
  };
  // The button that opened the dialog may be gone with the question: the file itself takes the focus then.
  const backToFile = () => {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(`[data-file="${CSS.escape(current?.sha256 ?? "")}"]`)?.focus();
  };
  return (
    <Modal
      opened={file !== undefined}
      onClose={onClose}
      onExitTransitionEnd={backToFile}
      closeOnClickOutside={false}
      size="min(1240px, 96vw)"
      title={`What is ${current?.name ?? "this file"}?`}
      classNames={{ content: classes.content ?? "", body: classes.body ?? "", title: classes.dialogTitle ?? "" }}
    >
      {shown.current && (
        <MappingSteps key={shown.current.file.sha256} {...shown.current} onApplied={applied} onClose={onClose} />
      )}
    </Modal>
  );
}
