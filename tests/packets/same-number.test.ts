/** Two packets of one number: two workspaces count alike, and a restored backup gives its numbers again. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { follow } from "#main/cli/command.ts";
import { draftOf } from "../engine/support/claims.ts";
import { type Bench, openBench } from "../support/engine.ts";

async function packetOf(bench: Bench, ...cents: number[]): Promise<string> {
  const claimNumber = await draftOf(bench, ...cents);
  const { file } = await follow(await bench.client.claims.packet({ filter: {}, claimNumber, format: "pdf" }));
  return join(bench.engine.session.workspace.packets, file);
}

it("a packet of the other is not said to have been tampered with", async () => {
  const [here, there] = [await openBench(), await openBench()];
  try {
    await packetOf(here, 10_000);
    const elsewhere = await packetOf(there, 10_000, 5_000);
    const file = here.files.offer(elsewhere);
    const { whole, lines } = await here.client.claims.verifyPacket({ file });
    expect([whole, lines[0]?.text]).toEqual([
      false,
      expect.stringMatching(
        /^This workspace made another packet \S+-2026-08-18-001\. This one may be from another workspace/,
      ),
    ]);
  } finally {
    await here.close();
    await there.close();
  }
});
