import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Difference } from "#shared/contract/schemas.ts";
import { api } from "../../client/api.ts";
import { sentenceOf } from "../../client/errors.ts";
import classes from "./DifferenceView.module.css";
import { DifferenceView } from "./DifferenceView.tsx";

/** As many lines as the engine gives at once. */
const LIMIT = 5000;

/** What a planned file changes of what is stored. */
export function PlannedChanges({ planId, sha256 }: { readonly planId: string; readonly sha256: string }) {
  return (
    <Loaded query={useQuery(api.documents.planDifference.queryOptions({ input: { planId, sha256, limit: LIMIT } }))} />
  );
}

/** What a stored document changed. */
export function StoredChanges({ documentId }: { readonly documentId: number }) {
  return <Loaded query={useQuery(api.documents.difference.queryOptions({ input: { documentId, limit: LIMIT } }))} />;
}

function Loaded({ query }: { readonly query: { data: Difference | undefined; error: unknown } }) {
  if (query.error)
    return (
      <p role="alert" className={classes.note}>
        The difference could not be worked out. {sentenceOf(query.error)}
      </p>
    );
  if (!query.data) return <Skeleton height={200} />;
  return <DifferenceView difference={query.data} />;
}
