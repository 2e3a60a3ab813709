/** An error as it may be written down: its name, its code and where it happened. Never its words: they can hold a name, a wage or a path. */
export interface Trace {
  readonly name: string;
  readonly code: string | null;
  /** Functions with file and line, the innermost first. Of a file only its name is kept. */
  readonly frames: readonly string[];
}

const MOST_FRAMES = 12;
const NAME = /^[A-Za-z]{1,40}$/;
const CODE = /^[A-Z][A-Z0-9_]{1,40}$/;
const FRAME =
  /^\s+at (?:(?:async )?(?<what>[\w.#<>$]{1,80})[^()]*\()?(?:.*[\\/])?(?<place>[\w.-]{1,80}\.[cm]?[jt]sx?:\d+):\d+\)?$/;

/** What may be written down of an error. */
export function traceOf(error: unknown): Trace {
  if (!(error instanceof Error))
    return { name: NAME.test(typeof error) ? typeof error : "unknown", code: null, frames: [] };
  const code = "code" in error && typeof error.code === "string" && CODE.test(error.code) ? error.code : null;
  return { name: NAME.test(error.name) ? error.name : "Error", code, frames: framesOf(error) };
}

/** The same in one line. */
export function traceLine(error: unknown): string {
  const { name, code, frames } = traceOf(error);
  return [code === null ? name : `${name} ${code}`, ...frames].join(" < ");
}

/** The frames behind the message. A message may be made to look like frames, so a stack that does not hold it as it is says nothing. */
function framesOf({ stack = "", message }: Error): string[] {
  const begin = stack.indexOf(message);
  if (begin === -1) return [];
  const found = stack
    .slice(begin + message.length)
    .split("\n")
    .flatMap((line) => {
      const { what, place } = FRAME.exec(line)?.groups ?? {};
      if (place === undefined) return [];
      return [what === undefined ? place : `${what} ${place}`];
    });
  return found.slice(0, MOST_FRAMES);
}
