/** Where the window is, kept in the address after `#`, so that every tile and row can be a real link. */
import { useSyncExternalStore } from "react";

/** The screens there are. */
export const SCREENS = ["board", "inbox", "review", "claims", "ledger", "setup"] as const;
export type Screen = (typeof SCREENS)[number];

export interface Route {
  readonly screen: Screen;
  readonly params: URLSearchParams;
}

/** What the last visit to each screen looked like: going back to it finds it as it was. */
const last: Record<Screen, string> = {
  board: "#/board",
  inbox: "#/inbox",
  review: "#/review",
  claims: "#/claims",
  ledger: "#/ledger",
  setup: "#/setup",
};
const listeners = new Set<() => void>();

function parse(hash: string): Route {
  const [name = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const screen = SCREENS.find((known) => known === name) ?? "board";
  const params = new URLSearchParams(query);
  // A list beside the main one is a look aside: the way back to the screen leads to the main one.
  if (name === screen && !params.has("view")) last[screen] = hash;
  return { screen, params };
}

let current = parse(window.location.hash);

function reread(): void {
  current = parse(window.location.hash);
  for (const listener of listeners) listener();
}
window.addEventListener("hashchange", reread);

/** The address of a screen with its parameters; empty ones are left out. */
export function linkTo(screen: Screen, params: Readonly<Record<string, string | null | undefined>> = {}): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) if (value) query.set(key, value);
  const text = query.toString();
  return `#/${screen}${text ? `?${text}` : ""}`;
}

/** The address of a screen as it was last left. */
export function lastOf(screen: Screen): string {
  return last[screen];
}

/** Goes to an address; `replace` when it is only a change of what is already shown. */
export function go(hash: string, replace = false): void {
  if (hash === window.location.hash) return;
  window.history[replace ? "replaceState" : "pushState"](null, "", hash);
  reread();
}

/** Forgets where each screen was, for another workspace. */
export function forgetPlaces(): void {
  for (const screen of SCREENS) last[screen] = `#/${screen}`;
}

/** The current place. */
export function useRoute(): Route {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
