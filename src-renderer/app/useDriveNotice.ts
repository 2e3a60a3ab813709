import { useEffect } from "react";
import { noteWarning } from "./notify.ts";

/** Says once, when a workspace is opened, what speaks against the drive it is on. Setup goes on saying it. */
export function useDriveNotice(workspace: string, warning: string | null): void {
  useEffect(() => {
    if (warning !== null) noteWarning(workspace, warning);
  }, [workspace, warning]);
}
