import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { type PlannedFile, ROW_STATES, type RowState } from "#shared/contract/schemas.ts";
import { group } from "#shared/money.ts";
import { ROW_STATE_WORDS } from "../../parts/rowStates.tsx";
import classes from "./FileDetail.module.css";
import { RowsTable } from "./RowsTable.tsx";

interface Props {
  readonly planId: string;
  readonly file: PlannedFile;
}

/** Every row of a file, with what becomes of it; narrowed to one state on request. */
export function RowsTab({ planId, file }: Props) {
  const [state, setState] = useState<RowState | null>(null);
  const there = ROW_STATES.filter((each) => file.rows[each] > 0);
  const total = there.reduce((sum, each) => sum + file.rows[each], 0);
  return (
    <div className={classes.tab}>
      {there.length > 1 && (
        <SegmentedControl
          size="xs"
          className={classes.states ?? ""}
          aria-label="Rows to show"
          value={state ?? "all"}
          onChange={(value) => setState(ROW_STATES.find((each) => each === value) ?? null)}
          data={[
            { value: "all", label: `All ${group(total)}` },
            ...there.map((each) => ({
              value: each,
              label: `${ROW_STATE_WORDS[each].word} ${group(file.rows[each])}`,
            })),
          ]}
        />
      )}
      <RowsTable
        key={state ?? "all"}
        of={{ planId, sha256: file.sha256, state }}
        most={total}
        several={there.length > 1 || there[0] !== "new"}
      />
    </div>
  );
}
