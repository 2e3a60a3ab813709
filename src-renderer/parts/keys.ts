import { useEffect, useEffectEvent, useSyncExternalStore } from "react";

const STORE = "backhaul.single-keys";
const listeners = new Set<() => void>();

function enabled(): boolean {
  return localStorage.getItem(STORE) !== "off";
}

/** Whether letters alone act as shortcuts, and the switch for it: a person who dictates text must be able to turn them off. */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, enabled);
  return [
    on,
    (next) => {
      localStorage.setItem(STORE, next ? "on" : "off");
      for (const listener of listeners) listener();
    },
  ];
}

/** Keys as `KeyboardEvent.key` names them, with `mod+` for Ctrl or Command. An action that answers `false` leaves the key to others. */
export type KeyMap = Readonly<Record<string, ((event: KeyboardEvent) => unknown) | undefined>>;

const NOT_TEXT = new Set(["checkbox", "radio", "button", "submit"]);

function typing(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !NOT_TEXT.has(target.type) && !target.readOnly;
  return target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName));
}

const COVERS = '[role="dialog"][aria-modal="true"], [role="menu"], [role="listbox"]';

/** Whether something lies over the page and takes the keys. Lists that are closed stay in the page unseen. */
function covered(): boolean {
  return [...document.querySelectorAll(COVERS)].some((element) => element.checkVisibility());
}

/** What Ctrl and a letter mean to a person who is typing. */
const EDITING = new Set(["mod+a", "mod+c", "mod+v", "mod+x", "mod+z"]);

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `mod+${key}` : key;
}

/** Listens for keys on the whole window while the component is there; silent while a person types or a dialog is open. */
export function useKeys(map: KeyMap): void {
  const [singleKeys] = useSingleKeys();
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.isComposing || covered()) return;
    const name = nameOf(event);
    const action = map[name];
    if (!action) return;
    if (typing(event.target) && (EDITING.has(name) || !name.startsWith("mod+"))) return;
    if (name.length === 1 && !singleKeys) return;
    if (action(event) !== false) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}
