import { Button } from "@mantine/core";
import type { ClaimList } from "#shared/contract/claims.ts";
import { linkTo } from "../../app/route.ts";
import { Empty } from "../../parts/Empty.tsx";
import { isNarrowed, NOT_NARROWED, type View } from "./view.ts";

interface Props {
  readonly view: View;
  readonly list: ClaimList;
  readonly onChange: (part: Partial<View>) => void;
}

/** An empty list says why it is empty, and what to do: confirm findings, look further, or be content. */
export function NoClaims({ view, list, onChange }: Props) {
  if (list.states.every(({ count }) => count === 0))
    return (
      <Empty
        icon="claims"
        title="No claims yet"
        actions={
          <Button component="a" href={linkTo("review", { direction: "owed,overcharged" })}>
            Review the findings
          </Button>
        }
      >
        <p>
          Confirm findings in Review. Those that somebody owes us money for gather here, by counterparty and invoice,
          each claim ready for its packet.
        </p>
      </Empty>
    );
  if (isNarrowed(view))
    return (
      <Empty
        icon="search"
        title="Nothing matches"
        actions={
          <Button variant="default" onClick={() => onChange(NOT_NARROWED)}>
            Clear filters
          </Button>
        }
      >
        <p>No claim fits all of the filters above.</p>
      </Empty>
    );
  return (
    <Empty
      icon="confirmed"
      title={view.stage === "open" ? "Every claim is closed" : "No claim is in this state"}
      actions={
        <Button variant="default" onClick={() => onChange({ stage: "all" })}>
          Show all claims
        </Button>
      }
    >
      <p>New ones appear as soon as findings are confirmed in Review.</p>
    </Empty>
  );
}
