import { type Command, follow, parse, printJson, UsageError, withWorkspace } from "./command.ts";
import { passphraseSaid } from "./secret.ts";

/** `encrypt`: encrypts a workspace and its backups under a passphrase, and prints the recovery key this once. */
export const encryptCommand: Command = {
  name: "encrypt",
  usage: "encrypt WORKSPACE --passphrase-file FILE [--json]",
  async run(args) {
    const { values, positionals } = parse(args, { json: { type: "boolean" } });
    const [workspace, ...rest] = positionals;
    if (workspace === undefined || rest.length > 0) throw new UsageError("Say one workspace.");
    const passphrase = passphraseSaid();
    if (passphrase === null) throw new UsageError("Say the passphrase: in a file, or in BACKHAUL_PASSPHRASE.");
    const result = await withWorkspace(workspace, { access: "write" }, async (client) =>
      follow(await client.workspace.encrypt({ passphrase })),
    );
    if (values.json) printJson(result);
    else {
      process.stdout.write(`encrypted     ${workspace} and its backups. The files as they were are deleted.\n`);
      for (const sentence of result.left) process.stdout.write(`not encrypted ${sentence}\n`);
      process.stdout.write(
        `\nRecovery key: ${result.recoveryKey}\n\nWrite it down now and keep it away from this computer. It is shown this once, and it is the only way in when the passphrase is forgotten.\n`,
      );
    }
    return 0;
  },
};
