import { type Command, parse, UsageError, withWorkspace } from "./command.ts";

/** `undo`: takes imports back as one, exactly. A document is named by its number in `history`, or by its file name where only one has it. */
export const undoCommand: Command = {
  name: "undo",
  usage: "undo WORKSPACE DOCUMENT...",
  async run(args) {
    const { positionals } = parse(args, {});
    const [workspace, ...named] = positionals;
    if (workspace === undefined || named.length === 0) throw new UsageError("Say the workspace and what to take back.");
    await withWorkspace(workspace, { access: "write" }, async (client) => {
      const history = await client.documents.history({});
      const found = named.map((text) => {
        const byNumber = history.filter((document) => String(document.id) === text);
        const matching = byNumber.length > 0 ? byNumber : history.filter((document) => document.name === text);
        const [document] = matching;
        if (document === undefined) throw new UsageError(`No import is called ${text}. See: history ${workspace}`);
        if (matching.length > 1) throw new UsageError(`Several imports are called ${text}: say the number of one.`);
        return document;
      });
      await client.documents.undo({ documentIds: found.map((document) => document.id) });
      for (const { name, rows } of found)
        process.stdout.write(`taken back  ${name}  (${rows} ${rows === 1 ? "row" : "rows"})\n`);
    });
    return 0;
  },
};
