import { notifications } from "@mantine/notifications";
import { sentenceOf } from "../client/errors.ts";

/** A quiet note in the corner, read out politely. */
export function note(title: string, message: string): void {
  notifications.show({ title, message, color: "spruce", role: "status", closeButtonProps: { "aria-label": "Close" } });
}

/** Says what should be known before going on. It stays until it is closed. */
export function noteWarning(title: string, message: string): void {
  notifications.show({
    title,
    message,
    color: "yellow",
    autoClose: false,
    role: "status",
    closeButtonProps: { "aria-label": "Close" },
  });
}

/** Says what failed; `kept` says what is still as it was. An `error` of null is not the engine’s. It stays until it is closed. */
export function noteError(title: string, error: unknown, kept: string): void {
  notifications.show({
    title,
    message: error === null ? kept : `${sentenceOf(error)} ${kept}`.trim(),
    color: "red",
    autoClose: false,
    role: "status",
    closeButtonProps: { "aria-label": "Close" },
  });
}
