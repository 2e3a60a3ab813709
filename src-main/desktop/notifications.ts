/** Notifications of the system: plain words that lead back to the window. */
import { type BrowserWindow, Notification } from "electron";
import { focusWindow } from "./window.ts";

/** What a notification says. The gate has looked at its length and its characters. */
interface Message {
  readonly title: string;
  readonly body: string;
}

/** Some systems read the body as markup, so nothing that could be any is left in it. */
function words(text: string): string {
  return text
    .replace(/</g, "‹")
    .replace(/>/g, "›")
    .replace(/\s*&\s*/g, " and ");
}

/** Shows notifications; a click on one brings the window to the front and calls `onChosen`. Where the system has none, nothing happens. */
export function notifications(window: BrowserWindow, onChosen: () => void): (message: Message) => void {
  /** Those on the screen: one that nobody holds may be collected, and its click would be lost. */
  const shown = new Set<Notification>();
  return ({ title, body }) => {
    if (!Notification.isSupported()) return;
    const notification = new Notification({ title: words(title), body: words(body) });
    shown.add(notification);
    const over = () => shown.delete(notification);
    notification.on("click", () => {
      over();
      if (window.isDestroyed()) return;
      focusWindow(window);
      onChosen();
    });
    notification.on("close", over);
    notification.on("failed", over);
    notification.show();
  };
}
