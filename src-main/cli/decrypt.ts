import { type Command, follow, parse, printJson, UsageError, withWorkspace } from "./command.ts";
import { passphraseSaid } from "./secret.ts";

/** `decrypt`: takes the encryption of a workspace and its backups back. */
export const decryptCommand: Command = {
  name: "decrypt",
  usage: "decrypt WORKSPACE --passphrase-file FILE [--json]",
  async run(args) {
    const { values, positionals } = parse(args, { json: { type: "boolean" } });
    const [workspace, ...rest] = positionals;
    if (workspace === undefined || rest.length > 0) throw new UsageError("Say one workspace.");
    const passphrase = passphraseSaid();
    if (passphrase === null) throw new UsageError("Say the passphrase: in a file, or in BACKHAUL_PASSPHRASE.");
    const result = await withWorkspace(workspace, { access: "write" }, async (client) =>
      follow(await client.workspace.decrypt({ passphrase })),
    );
    if (values.json) printJson(result);
    else {
      process.stdout.write(`decrypted  ${workspace} and its backups: everybody who has the folder can read it.\n`);
      for (const sentence of result.left) process.stdout.write(`note       ${sentence}\n`);
    }
    return 0;
  },
};
