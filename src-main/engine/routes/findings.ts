/** Implements the contract's findings: see its routes for what each one means. */
import { listFindings } from "../../store/findings.ts";
import { listOutcomes } from "../../store/findings-outcomes.ts";
import { groupFindings } from "../../store/findings-queue.ts";
import { removeView, savedViews, saveView } from "../../store/views.ts";
import { board } from "../board.ts";
import { check } from "../checking.ts";
import { controlSheet } from "../control.ts";
import { exportControl } from "../control-export.ts";
import { assign, decide } from "../deciding.ts";
import { notFound, refusal } from "../errors.ts";
import { exceptionsOn, writeExceptions } from "../exceptions.ts";
import { asFinding, asGroup, findingDetail } from "../presenting.ts";
import { queuePage } from "../queue.ts";
import { trend } from "../trend.ts";
import { vanMonths } from "../vans.ts";
import type { Kit } from "./kit.ts";

export const findingsRoutes = ({ os, session, now, taken }: Kit) => ({
  check: os.findings.check.handler(async function* ({ signal }) {
    yield* check(session, signal);
  }),
  board: os.findings.board.handler(({ input }) => session.workspace.store.read((db) => board(db, input, now()))),
  trend: os.findings.trend.handler(({ input }) => session.workspace.store.read((db) => trend(db, input))),
  coverage: os.findings.coverage.handler(({ input }) => session.workspace.store.read((db) => listOutcomes(db, input))),
  control: os.findings.control.handler(({ input }) => session.workspace.store.read((db) => controlSheet(db, input))),
  exportControl: os.findings.exportControl.handler(({ input: { to, ...which } }) =>
    exportControl(session, which, to === undefined ? null : (taken([to], "write")[0] ?? null)),
  ),
  vans: os.findings.vans.handler(({ input }) => session.workspace.store.read((db) => vanMonths(db, input.month))),
  exceptions: os.findings.exceptions.handler(({ input }) => exceptionsOn(session, input)),
  exceptionsPage: os.findings.exceptionsPage.handler(async ({ input: { to, ...which } }) => {
    const [path] = taken([to], "write");
    if (path === undefined) throw refusal("Say a file to write.");
    return writeExceptions(session, which, path);
  }),
  queue: os.findings.queue.handler(({ input }) =>
    session.workspace.store.read((db) => queuePage(db, session.queueOrders, input, now())),
  ),
  list: os.findings.list.handler(async ({ input }) =>
    (await session.workspace.store.read((db) => listFindings(db, input))).map(asFinding),
  ),
  get: os.findings.get.handler(({ input }) => session.workspace.store.read((db) => findingDetail(db, input.id, now()))),
  decide: os.findings.decide.handler(({ input }) => decide(session, input)),
  assign: os.findings.assign.handler(async ({ input }) => ({ changed: await assign(session, input.ids, input.to) })),
  groups: os.findings.groups.handler(({ input }) =>
    session.workspace.store.read(async (db) =>
      (await groupFindings(db, input.filter, input.by)).map((group) => asGroup(group, input.filter, input.by)),
    ),
  ),
  views: os.findings.views.handler(() => session.workspace.store.read(savedViews)),
  saveView: os.findings.saveView.handler(({ input: { view, rename } }) =>
    session.workspace.store.write(async (db) => {
      await saveView(db, view, session.stamp(), rename);
      return savedViews(db);
    }),
  ),
  removeView: os.findings.removeView.handler(({ input }) =>
    session.workspace.store.write(async (db) => {
      if (!(await removeView(db, input.name, session.stamp())))
        throw notFound("There is no view of that name any more.");
      return savedViews(db);
    }),
  ),
});
