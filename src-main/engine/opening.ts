/** Opening a workspace: the sample company's, or one of the owner's own. */

import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Progress } from "#shared/contract/schemas.ts";
import { folderName } from "../workspace/home.ts";
import { check, finish } from "./checking.ts";
import { refusal } from "./errors.ts";
import { commit, plan } from "./importing.ts";
import type { Session } from "./session.ts";

const SAMPLE = "Sample company";

/** The folder the sample company's files lie in. */
export function sampleFiles(session: Session): string {
  return join(session.options.resources, "sample-company");
}

/** Whether the open workspace is the sample company's. */
export function isSample(session: Session): boolean {
  return session.isOpen && session.workspace.name === SAMPLE;
}

/** Opens the sample company's workspace; the first time its files are imported and checked. */
export async function* openSample(session: Session, signal?: AbortSignal): AsyncGenerator<Progress> {
  await session.openNamed(SAMPLE);
  yield* importAndCheck(session, [sampleFiles(session)], signal);
}

/** Imports whatever of some paths is not there yet, then checks what that touches. */
async function* importAndCheck(
  session: Session,
  paths: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<Progress> {
  let planned: { planId: string; hash: string } | undefined;
  for await (const event of plan(session, paths, signal)) {
    if (event.type === "progress") yield event;
    else planned = event.result;
  }
  if (!planned) throw new Error("the plan ended without a result");
  for await (const event of commit(session, planned.planId, planned.hash, signal))
    if (event.type === "progress") yield event;
  for await (const event of check(session, signal)) if (event.type === "progress") yield event;
}

/** Creates and opens a workspace with its first station. Throws REFUSED when one of that name is there. */
export async function createWorkspace(
  session: Session,
  input: { dspCode: string; station: string; stationName: string; state: string; timeZone: string },
): Promise<void> {
  const name = folderName(input.dspCode);
  const { home } = session.options;
  if (name === SAMPLE || (home !== null && existsSync(join(home, name)))) {
    throw refusal(`A workspace named ${name} is already there. Choose another code.`);
  }
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: input.timeZone });
  } catch {
    throw refusal(`${input.timeZone} is not a time zone.`);
  }
  await session.openNamed(name);
  await importFirstStation(session, input);
}

/** The first station comes in as a stations list, so that it has a source like every other figure. */
async function importFirstStation(
  session: Session,
  input: { dspCode: string; station: string; stationName: string; state: string; timeZone: string },
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "backhaul-"));
  try {
    const quoted = [
      input.station.toUpperCase(),
      input.stationName,
      input.state.toUpperCase(),
      input.timeZone,
      input.dspCode,
    ]
      .map((text) => `"${text.replaceAll('"', '""')}"`)
      .join(",");
    const path = join(folder, "stations.csv");
    await writeFile(path, `Station,Name,State,Time Zone,DSP Short Code\n${quoted}\n`);
    const planned = await finish(plan(session, [path]));
    await finish(commit(session, planned.planId, planned.hash));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
