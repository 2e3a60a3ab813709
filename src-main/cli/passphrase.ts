import { type Command, parse, UsageError, withWorkspace } from "./command.ts";
import { firstLine, passphraseSaid, secretSaid } from "./secret.ts";

/** `passphrase`: sets another passphrase, or makes another recovery key. The present passphrase, or the recovery key, is said as always. */
export const passphraseCommand: Command = {
  name: "passphrase",
  usage: "passphrase WORKSPACE --passphrase-file FILE (--new-passphrase-file FILE | --new-recovery-key)",
  async run(args) {
    const { values, positionals } = parse(args, {
      "new-passphrase-file": { type: "string" },
      "new-recovery-key": { type: "boolean" },
    });
    const [workspace, ...rest] = positionals;
    if (workspace === undefined || rest.length > 0) throw new UsageError("Say one workspace.");
    const { "new-passphrase-file": file, "new-recovery-key": wantsKey = false } = values;
    if ((file === undefined) !== wantsKey)
      throw new UsageError("Say either the file with the new passphrase or --new-recovery-key.");
    const [secret, passphrase] = [secretSaid(), passphraseSaid()];
    if (secret === null || passphrase === null)
      throw new UsageError("Say the present passphrase: in a file, or in BACKHAUL_PASSPHRASE.");
    await withWorkspace(workspace, { access: "write" }, async (client) => {
      if (file !== undefined) {
        await client.workspace.changePassphrase({ secret, passphrase: firstLine(file) });
        process.stdout.write("The new passphrase opens the workspace from now on. The recovery key is as it was.\n");
        return;
      }
      const { recoveryKey } = await client.workspace.newRecoveryKey({ passphrase });
      process.stdout.write(
        `Recovery key: ${recoveryKey}\n\nWrite it down now. It is shown this once; the one before it opens nothing any more.\n`,
      );
    });
    return 0;
  },
};
