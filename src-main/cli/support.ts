import { resolve } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { translated } from "../engine/errors.ts";
import { supportBundle } from "../engine/support.ts";
import { type Command, follow, parse, UsageError } from "./command.ts";
import { existingRooms } from "./rooms.ts";

/** `support`: writes the support bundle of a workspace, or prints what it would hold. The workspace need not open. */
export const supportCommand: Command = {
  name: "support",
  usage: "support WORKSPACE [--out FILE.zip]",
  async run(args) {
    const { values, positionals } = parse(args, { out: { type: "string" } });
    const [workspace, ...rest] = positionals;
    if (workspace === undefined || rest.length > 0) throw new UsageError("Say one workspace.");
    const { out } = values;
    if (out !== undefined && !/\.zip$/i.test(out)) throw new UsageError("The bundle is a ZIP: name it so.");
    const request = {
      version: packageJson.version,
      now: new Date(),
      home: null,
      path: out === undefined ? null : resolve(out),
    };
    const made = await existingRooms(workspace)
      .then((rooms) => follow(supportBundle(rooms, request)))
      .catch((error: unknown) => {
        throw translated(error);
      });
    if (made.file === null) for (const { name, text } of made.parts) process.stdout.write(`== ${name}\n\n${text}\n`);
    else process.stdout.write(`Wrote ${made.file}. Nothing was sent: read it first.\n`);
    return 0;
  },
};
