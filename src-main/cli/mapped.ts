import { ORPCError } from "@orpc/server";
import type { MappingProfile, Plan, PlannedFile } from "#shared/contract/schemas.ts";
import type { Client } from "./command.ts";
import { profileOf } from "./profile.ts";

type UnknownTable = NonNullable<PlannedFile["mapping"]>["tables"][number];

/**
 * What applies a saved mapping to every planned file that waits for one, and says of those whose header does not fit that it does not.
 * Throws UsageError where no mapping has that name.
 */
export async function mappedWith(client: Client, name: string, say: (line: string) => void) {
  const profile = await profileOf(client, name);
  return async (plan: Plan): Promise<Plan> => {
    let current = plan;
    for (const file of plan.files) {
      for (const table of file.mapping?.tables ?? []) {
        const where = table.sheet === null ? file.name : `${file.name}, sheet ${table.sheet}`;
        const lacking = titlesLacking(profile, table);
        if (lacking.length > 0) say(`${where}: the mapping "${name}" does not fit, there is no ${lacking.join(", ")}.`);
        else current = await applied(client, current, file, table, profile, (reason) => say(`${where}: ${reason}`));
      }
    }
    return current;
  };
}

async function applied(
  client: Client,
  plan: Plan,
  { sha256 }: PlannedFile,
  { sheet, headerRow }: UnknownTable,
  profile: MappingProfile,
  say: (reason: string) => void,
): Promise<Plan> {
  try {
    return await client.documents.applyMapping({ planId: plan.planId, sha256, sheet, headerRow, profile, save: false });
  } catch (error) {
    // A file that cannot be read with it stays as it was: waiting.
    if (!(error instanceof ORPCError) || error.code !== "REFUSED") throw error;
    say(error.message);
    return plan;
  }
}

const plain = (title: string) => title.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();

function titlesLacking({ columns }: MappingProfile, { titles, above }: UnknownTable): string[] {
  const there = new Set([...titles, ...above.map(({ title }) => title)].map(plain));
  return Object.values(columns)
    .filter((title) => !there.has(plain(title)))
    .map((title) => `"${title}"`);
}
