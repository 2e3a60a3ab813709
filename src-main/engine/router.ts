/** Implements the contract over a session. No decision about money here: it asks the store and the commands. */
import { implement } from "@orpc/server";
import type { CheckCode, Direction } from "#shared/catalogue.ts";
import { CATALOGUE, CHECK_CODES, FAMILIES, familyOf } from "#shared/catalogue.ts";
import { contract } from "#shared/contract/index.ts";
import type { FindingStatus, WorkspaceStatus } from "#shared/contract/schemas.ts";
import { CHECKS } from "../reconcile/catalogue.ts";
import { appendAudit } from "../store/audit.ts";
import { listStations } from "../store/company.ts";
import { countDocuments } from "../store/documents.ts";
import { countOpen, decideFindings, listFindings, listOutcomes, queueFindings } from "../store/findings.ts";
import { documentHistory } from "../store/history.ts";
import { listWorkspaces } from "../workspace/home.ts";
import { verifyWorkspace } from "../workspace/verifying.ts";
import { board } from "./board.ts";
import { check } from "./checking.ts";
import { controlSheet } from "./control.ts";
import { exportControl } from "./control-export.ts";
import { planDifference, storedDifference } from "./differences.ts";
import { notFound, refusal, translated } from "./errors.ts";
import { exceptionsOn, writeExceptions } from "./exceptions.ts";
import { commit, plan } from "./importing.ts";
import { ledgerRows, ledgerSource } from "./ledger.ts";
import * as people from "./links.ts";
import * as lists from "./lists.ts";
import * as mapping from "./mapping.ts";
import { createWorkspace, isSample, openSample } from "./opening.ts";
import { makePacket } from "./packets.ts";
import { planRows } from "./planned.ts";
import { asFinding, asRow, findingDetail } from "./presenting.ts";
import * as reference from "./reference.ts";
import * as safety from "./safety.ts";
import type { Session } from "./session.ts";
import { archivedRows, texts } from "./sources.ts";
import { today } from "./today.ts";
import { undoImports } from "./undoing.ts";
import { vanMonths } from "./vans.ts";
import { spokenWageRules } from "./wage-rules.ts";

/** The router of one engine. */
export function createRouter(session: Session) {
  const os = implement(contract).use(async ({ next, path }) => {
    try {
      // A workspace that another command had locked when the engine started is opened as soon as it is free, or says why not.
      if (!session.isOpen && path[0] !== "workspace") await session.follow();
      return await next();
    } catch (error) {
      throw translated(error);
    }
  });
  const now = () => today(session.options.now());
  const taken = (tokens: readonly string[]) =>
    tokens.map((token) => {
      const path = session.options.files.take(token);
      if (path === undefined) throw refusal("This file is no longer on offer. Drop it again.");
      return path;
    });

  return os.router({
    workspace: {
      status: os.workspace.status.handler(() => status(session)),
      openSample: os.workspace.openSample.handler(async function* ({ signal }) {
        yield* openSample(session, signal);
        yield { type: "done" as const, result: await status(session) };
      }),
      create: os.workspace.create.handler(async ({ input }) => {
        await createWorkspace(session, input);
        return status(session);
      }),
      open: os.workspace.open.handler(async ({ input }) => {
        if (!listWorkspaces(session.options.home).includes(input.name))
          throw notFound("There is no workspace of that name.");
        await session.openNamed(input.name);
        return status(session);
      }),
      close: os.workspace.close.handler(async () => {
        await session.closeNamed();
        return status(session);
      }),
      backUp: os.workspace.backUp.handler(({ input }) =>
        safety.backUp(session, input.to === undefined ? null : (taken([input.to])[0] ?? null)),
      ),
      backups: os.workspace.backups.handler(({ input }) => safety.listBackups(session, input.workspace)),
      previewRestore: os.workspace.previewRestore.handler(({ input }) => safety.previewRestore(session, input)),
      restore: os.workspace.restore.handler(({ input }) => safety.restore(session, input)),
      verify: os.workspace.verify.handler(async function* ({ signal }) {
        yield* verifyWorkspace(session.workspace.rooms, signal);
      }),
    },
    documents: {
      plan: os.documents.plan.handler(async function* ({ input, signal }) {
        yield* plan(session, taken(input.files), signal);
      }),
      commit: os.documents.commit.handler(async function* ({ input, signal }) {
        yield* commit(session, input.planId, input.hash, signal);
      }),
      discard: os.documents.discard.handler(async ({ input }) => {
        await session.committing;
        session.plans.delete(input.planId);
        return {};
      }),
      planRows: os.documents.planRows.handler(({ input }) => planRows(session, input)),
      planDifference: os.documents.planDifference.handler(({ input }) => planDifference(session, input)),
      difference: os.documents.difference.handler(({ input }) => storedDifference(session, input)),
      suggestMapping: os.documents.suggestMapping.handler(({ input }) => mapping.suggestMapping(session, input)),
      tryMapping: os.documents.tryMapping.handler(({ input }) => mapping.tryMapping(session, input)),
      applyMapping: os.documents.applyMapping.handler(({ input: { save, ...answer } }) =>
        mapping.applyMapping(session, answer, save),
      ),
      history: os.documents.history.handler(() => session.workspace.store.read(documentHistory)),
      source: os.documents.source.handler(async ({ input, signal }) => {
        const { documentId, sheet } = input;
        const first = Math.max(1, input.row - input.around);
        const which = { documentId, sheet, from: first - 1, count: input.row + input.around - first + 1 };
        const { document, sha256, rows, totalRows } = await archivedRows(session, which, signal);
        return { document, sha256, sheet, firstRow: first, rows: rows.map(texts), totalRows };
      }),
      undo: os.documents.undo.handler(async ({ input }) => {
        await safety.backUpBefore(session, "undo");
        await undoImports(session, input.documentIds);
        return {};
      }),
    },
    findings: {
      check: os.findings.check.handler(async function* ({ signal }) {
        yield* check(session, signal);
      }),
      board: os.findings.board.handler(({ input }) => session.workspace.store.read((db) => board(db, input, now()))),
      coverage: os.findings.coverage.handler(({ input }) =>
        session.workspace.store.read((db) => listOutcomes(db, input)),
      ),
      control: os.findings.control.handler(({ input }) =>
        session.workspace.store.read((db) => controlSheet(db, input)),
      ),
      exportControl: os.findings.exportControl.handler(({ input: { to, ...which } }) =>
        exportControl(session, which, to === undefined ? null : (taken([to])[0] ?? null)),
      ),
      vans: os.findings.vans.handler(({ input }) => session.workspace.store.read((db) => vanMonths(db, input.month))),
      exceptions: os.findings.exceptions.handler(({ input }) => exceptionsOn(session, input)),
      exceptionsPage: os.findings.exceptionsPage.handler(async ({ input: { to, ...which } }) => {
        const [path] = taken([to]);
        if (path === undefined) throw refusal("Say a file to write.");
        return writeExceptions(session, which, path);
      }),
      queue: os.findings.queue.handler(async ({ input }) => {
        const found = await session.workspace.store.read((db) => queueFindings(db, input));
        const day = now();
        return {
          total: found.total,
          totalCents: found.totalCents,
          rows: found.rows.map((row) =>
            asRow(
              {
                ...row,
                code: row.code as CheckCode,
                direction: row.direction as Direction,
                status: row.status as FindingStatus,
                estimated: row.estimated === 1,
                reopened: row.reopened === 1,
              },
              day,
            ),
          ),
        };
      }),
      list: os.findings.list.handler(async ({ input }) =>
        (await session.workspace.store.read((db) => listFindings(db, input))).map(asFinding),
      ),
      get: os.findings.get.handler(({ input }) =>
        session.workspace.store.read((db) => findingDetail(db, input.id, now())),
      ),
      decide: os.findings.decide.handler(async ({ input }) => {
        if (input.decision === "dismiss" && input.reason === "") throw refusal("A finding is dismissed with a reason.");
        const { at, actor } = session.stamp();
        const changed = await session.workspace.store.write(async (db) => {
          const rows = await decideFindings(db, { ...input, at, actor });
          for (const row of rows) {
            const after = { status: row.after, reason: input.reason };
            await appendAudit(db, {
              at,
              actor,
              command: input.decision,
              subject: row.id,
              before: { status: row.before },
              after,
            });
          }
          return rows;
        });
        return { changed: changed.map((row) => row.id) };
      }),
    },
    claims: {
      packet: os.claims.packet.handler(async function* ({ input, signal }) {
        const path = input.to === undefined ? null : (taken([input.to])[0] ?? null);
        yield* makePacket(session, { filter: input.filter, ids: input.ids, path }, signal);
      }),
    },
    ledger: {
      rows: os.ledger.rows.handler(({ input }) => session.workspace.store.read((db) => ledgerRows(db, input, now()))),
      source: os.ledger.source.handler(({ input }) => session.workspace.store.read((db) => ledgerSource(db, input))),
    },
    reference: {
      profiles: os.reference.profiles.handler(() => mapping.profiles(session)),
      saveProfile: os.reference.saveProfile.handler(async ({ input }) => {
        await mapping.saveProfile(session, input.profile, input.rename);
        return {};
      }),
      removeProfile: os.reference.removeProfile.handler(async ({ input }) => {
        await mapping.removeProfile(session, input.name);
        return {};
      }),
      links: os.reference.links.handler(() => people.links(session)),
      linkPeople: os.reference.linkPeople.handler(async ({ input }) => {
        await people.linkPeople(session, input);
        return {};
      }),
      unlinkPeople: os.reference.unlinkPeople.handler(async ({ input }) => {
        await people.unlinkPeople(session, input);
        return {};
      }),
      nameMatches: os.reference.nameMatches.handler(() => session.workspace.store.read(reference.nameMatches)),
      checks: os.reference.checks.handler(() => reference.checks(session)),
      setParameter: os.reference.setParameter.handler(async ({ input }) => {
        await reference.setParameter(session, input);
        return {};
      }),
      removeParameter: os.reference.removeParameter.handler(async ({ input }) => {
        await reference.removeParameter(session, input);
        return {};
      }),
      lists: os.reference.lists.handler(() => session.workspace.store.read(lists.ownLists)),
      list: os.reference.list.handler(({ input }) => session.workspace.store.read((db) => lists.listPage(db, input))),
      saveEntry: os.reference.saveEntry.handler(({ input }) => lists.saveEntry(session, input)),
      exportList: os.reference.exportList.handler(({ input: { kind, to } }) =>
        lists.exportList(session, kind, to === undefined ? null : (taken([to])[0] ?? null)),
      ),
      aliases: os.reference.aliases.handler(() => session.workspace.store.read(reference.aliases)),
      teachAlias: os.reference.teachAlias.handler(({ input: { description, serviceType } }) =>
        lists.saveEntry(session, {
          kind: "service aliases",
          cells: { "Invoice Description": description, "Service Type": serviceType },
        }),
      ),
      wageRules: os.reference.wageRules.handler(() => spokenWageRules()),
      catalogue: os.reference.catalogue.handler(() => {
        const available = new Set(CHECKS.map((each) => each.code));
        return CHECK_CODES.map((code) => ({
          code,
          title: CATALOGUE[code].title,
          family: familyOf(code),
          familyTitle: FAMILIES[familyOf(code)],
          direction: CATALOGUE[code].direction,
          available: available.has(code),
        }));
      }),
    },
  });
}

/** What is open. */
async function status(session: Session): Promise<WorkspaceStatus> {
  const day = today(session.options.now());
  const workspaces = listWorkspaces(session.options.home);
  if (!session.isOpen) return { open: null, workspaces, today: day };
  const { store, name, folder } = session.workspace;
  const open = await store.read(async (db) => ({
    name,
    folder,
    sample: isSample(session),
    documents: await countDocuments(db),
    findingsOpen: await countOpen(db),
    stations: (await listStations(db)).map((station) => station.station),
  }));
  return { open, workspaces, today: day };
}
