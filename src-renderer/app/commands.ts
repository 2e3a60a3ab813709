/** Commands that the menu gives to a screen which may not be shown yet: they wait for it. */
type Command = "export-packet";

let pending: Command | null = null;
const listeners = new Map<Command, () => void>();

/** Gives a command; it is kept until the screen that answers it is there. */
export function giveCommand(command: Command): void {
  const listener = listeners.get(command);
  if (listener) listener();
  else pending = command;
}

/** Answers a command, also one that was given just before. Returns a function that stops it. */
export function answerCommand(command: Command, listener: () => void): () => void {
  listeners.set(command, listener);
  if (pending === command) {
    pending = null;
    queueMicrotask(listener);
  }
  return () => {
    if (listeners.get(command) === listener) listeners.delete(command);
  };
}
