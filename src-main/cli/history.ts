import { type Command, parse, printJson, printTable, UsageError, withWorkspace } from "./command.ts";

/** `history`: lists every import, newest first, with the number `undo` takes. */
export const historyCommand: Command = {
  name: "history",
  usage: "history WORKSPACE [--json]",
  async run(args) {
    const { values, positionals } = parse(args, { json: { type: "boolean" } });
    const [workspace, ...rest] = positionals;
    if (workspace === undefined || rest.length > 0) throw new UsageError("Say one workspace.");
    const documents = await withWorkspace(workspace, { access: "read" }, (client) => client.documents.history({}));
    if (values.json) printJson(documents);
    else {
      const rows = documents.map((document) => [
        String(document.id),
        document.importedAt,
        document.kind,
        [document.from, document.to].filter((day) => day !== null).join(" to "),
        String(document.rows),
        String(document.rows - document.currentRows),
        String(document.problems),
        document.name,
      ]);
      printTable([["No", "Imported", "Kind", "Days", "Rows", "Superseded", "Unread", "File"], ...rows], [4, 5, 6]);
    }
    return 0;
  },
};
