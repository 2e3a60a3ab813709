import { translated } from "../engine/errors.ts";
import { verifyWorkspace } from "../workspace/verifying.ts";
import { type Command, follow, parse, printJson, UsageError } from "./command.ts";
import { existingRooms } from "./rooms.ts";

/** `verify`: looks whether a workspace is whole, whether or not it can be opened. Exit code 1 when something is wrong. */
export const verifyCommand: Command = {
  name: "verify",
  usage: "verify WORKSPACE [--json]",
  async run(args) {
    const { values, positionals } = parse(args, { json: { type: "boolean" } });
    const [workspace, ...rest] = positionals;
    if (workspace === undefined || rest.length > 0) throw new UsageError("Say one workspace.");
    const result = await existingRooms(workspace)
      .then((rooms) => follow(verifyWorkspace(rooms)))
      .catch((error: unknown) => {
        throw translated(error);
      });
    if (values.json) printJson(result);
    else {
      for (const { state, text } of result.lines) process.stdout.write(`${WORDS[state]} ${text}\n`);
      process.stdout.write(result.whole ? "The workspace is whole.\n" : "The workspace is not whole.\n");
    }
    return result.whole ? 0 : 1;
  },
};

const WORDS = { good: "good     ", note: "note     ", problem: "problem  " } as const;
