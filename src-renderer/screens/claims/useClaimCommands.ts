import { useMemo } from "react";
import type { ClaimDetail, ClaimList, ClaimStep, NewPayment } from "#shared/contract/claims.ts";
import { formatCents } from "#shared/money.ts";
import { noteError } from "../../app/notify.ts";
import { api, queryClient } from "../../client/api.ts";
import { engine } from "../../client/engine.ts";
import { sentenceOf } from "../../client/errors.ts";
import { announce } from "../../parts/announce.tsx";
import { CLAIM_WORDS } from "../../parts/claimMarks.tsx";

function detailKey(number: number) {
  return api.claims.get.queryKey({ input: { number } });
}

/**
 * Shows at once who looks after a claim, wherever it is on the screen; returns what puts it back. Steps wait for the engine's answer, which
 * is there within a few milliseconds: only it knows what they come to and what can come next.
 */
function paintAssignee(number: number, assignee: string | null): () => void {
  const lists = queryClient.getQueriesData<ClaimList>({ queryKey: api.claims.list.key() });
  const detail = queryClient.getQueryData(detailKey(number));
  queryClient.setQueriesData<ClaimList>({ queryKey: api.claims.list.key() }, (page) =>
    page?.rows.some((row) => row.number === number)
      ? { ...page, rows: page.rows.map((row) => (row.number === number ? { ...row, assignee } : row)) }
      : page,
  );
  if (detail) queryClient.setQueryData(detailKey(number), { ...detail, assignee });
  return () => {
    for (const [key, page] of lists) queryClient.setQueryData(key, page);
    queryClient.setQueryData(detailKey(number), detail);
  };
}

/** Takes what the engine answered and fetches again what else counts claims. */
async function took(detail: ClaimDetail): Promise<void> {
  queryClient.setQueryData(detailKey(detail.number), detail);
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: api.claims.list.key() }),
    queryClient.invalidateQueries({ queryKey: api.claims.outcomes.key() }),
    queryClient.invalidateQueries({ queryKey: api.findings.key() }),
  ]);
}

/** Carries a command out. What went wrong, as a sentence, or null; then everything is as it was before. */
async function carryOut(
  command: () => Promise<ClaimDetail>,
  done: (detail: ClaimDetail) => string,
  putBack: () => void = () => undefined,
): Promise<string | null> {
  try {
    const detail = await command();
    announce(done(detail));
    await took(detail);
    return null;
  } catch (error) {
    putBack();
    return sentenceOf(error);
  }
}

/** Says in the corner what could not be done, where no dialog is open that could. */
export async function orNote(title: string, outcome: Promise<string | null>): Promise<void> {
  const why = await outcome;
  if (why !== null) noteError(title, null, `${why} The claim is as it was before.`);
}

/** What can be done to a claim. Each tells what went wrong, or null. */
export interface ClaimCommands {
  readonly step: (step: ClaimStep) => Promise<string | null>;
  readonly pay: (payment: NewPayment) => Promise<string | null>;
  readonly unpay: (number: number, payment: number) => Promise<string | null>;
  readonly close: (number: number, on: string, reason: string) => Promise<string | null>;
  readonly undo: (number: number) => Promise<string | null>;
  readonly assign: (number: number, to: string | null) => Promise<string | null>;
}

/** The commands of claims. */
const COMMANDS: ClaimCommands = {
  step: (step) =>
    carryOut(
      () => engine.claims.step(step),
      ({ label, status }) => `${label} is ${CLAIM_WORDS[status].word.toLowerCase()}.`,
    ),
  pay: (payment) =>
    carryOut(
      () => engine.claims.pay(payment),
      ({ label, outstandingCents }) => `Recorded. ${formatCents(outstandingCents)} of ${label} is outstanding.`,
    ),
  unpay: (number, payment) =>
    carryOut(
      () => engine.claims.unpay({ number, payment }),
      ({ label }) => `The payment was removed from ${label}.`,
    ),
  close: (number, on, reason) =>
    carryOut(
      () => engine.claims.close({ number, on, reason }),
      ({ label }) => `${label} is closed.`,
    ),
  undo: (number) =>
    carryOut(
      () => engine.claims.undo({ number }),
      ({ label, status }) => `Taken back. ${label} is ${CLAIM_WORDS[status].word.toLowerCase()} again.`,
    ),
  assign: (number, to) =>
    carryOut(
      () => engine.claims.assign({ number, to }),
      ({ label }) => (to === null ? `Nobody in particular looks after ${label}.` : `${to} looks after ${label}.`),
      paintAssignee(number, to),
    ),
};

/** The commands of claims. `onBegin` hears of each: what is done to a claim may take it out of the list, and must not take it from the eye. */
export function useClaimCommands(onBegin: () => void): ClaimCommands {
  return useMemo(() => {
    const heard =
      <A extends readonly unknown[]>(command: (...args: A) => Promise<string | null>) =>
      (...args: A) => {
        onBegin();
        return command(...args);
      };
    const { step, pay, unpay, close, undo, assign } = COMMANDS;
    return {
      step: heard(step),
      pay: heard(pay),
      unpay: heard(unpay),
      close: heard(close),
      undo: heard(undo),
      assign: heard(assign),
    };
  }, [onBegin]);
}
