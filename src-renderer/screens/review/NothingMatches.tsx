import { Button } from "@mantine/core";
import { linkTo } from "../../app/route.ts";
import { useStatus } from "../../client/status.ts";
import { Empty } from "../../parts/Empty.tsx";
import { ALL, isNarrowed, type View, WIDE } from "./view.ts";

interface Props {
  readonly view: View;
  readonly onChange: (part: Partial<View>) => void;
}

/** An empty queue says why it is empty: nothing came in yet, everything is decided, or the filter is too narrow. */
export function NothingMatches({ view, onChange }: Props) {
  const { data } = useStatus();
  if (data?.open?.documents === 0)
    return (
      <Empty
        icon="drop"
        title="No findings yet"
        actions={
          <Button component="a" href={linkTo("inbox")}>
            Go to the Inbox
          </Button>
        }
      >
        <p>Drop a week’s files anywhere on this window. What differs between them appears here, with its evidence.</p>
      </Empty>
    );
  if (isNarrowed(view))
    return (
      <Empty
        icon="search"
        title="Nothing matches"
        actions={
          <Button variant="default" onClick={() => onChange(WIDE)}>
            Clear filters
          </Button>
        }
      >
        <p>No finding fits all of the filters above.</p>
      </Empty>
    );
  return (
    <Empty
      icon="confirmed"
      title={view.status === "open" ? "Nothing left to decide" : "Nothing here"}
      actions={
        <Button variant="default" onClick={() => onChange({ status: ALL })}>
          Show all findings
        </Button>
      }
    >
      <p>
        {view.status === "open"
          ? "Every finding has been confirmed or dismissed. New ones appear after the next import."
          : "No finding is in this state."}
      </p>
    </Empty>
  );
}
