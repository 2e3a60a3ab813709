import { Button } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { noteError } from "../../app/notify.ts";
import { api } from "../../client/api.ts";
import { engine } from "../../client/engine.ts";
import { sentenceOf } from "../../client/errors.ts";
import { Icon } from "../../parts/Icon.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { Scroller } from "../../parts/Scroller.tsx";
import classes from "./ControlPanel.module.css";
import { ControlWeek } from "./ControlWeek.tsx";

/** A handful, of many stations fewer, so that the panel stays one screenful; a file has a year. */
const WEEKS = 6;
const MOST_LINES = 24;
const WEEKS_OF_A_YEAR = 53;

interface Props {
  readonly station: string | null;
  /** The newest week it shows. */
  readonly week: string;
}

interface PanelProps extends Props {
  /** Every week there is, oldest first. */
  readonly weeks: readonly string[];
  /** How many stations there are. */
  readonly stations: number;
}

/** What Amazon should have paid beside what it paid, week by week, and the hours on both sides. */
export function ControlPanel({ station, week, weeks: all, stations }: PanelProps) {
  const most = station === null ? Math.floor(MOST_LINES / Math.max(1, stations)) : WEEKS;
  const shown = all.filter((sunday) => sunday <= week).slice(-Math.max(1, Math.min(WEEKS, most)));
  // A question for each week: each is shown as it comes, and nothing else waits for them all.
  const results = useQueries({
    queries: shown
      .reverse()
      .map((sunday) => api.findings.control.queryOptions({ input: { station, week: sunday, weeks: 1 } })),
  });
  const error = results.find((result) => result.error !== null)?.error;
  const weeks = results.flatMap(({ data }) => (data === undefined || data.length === 0 ? [] : [data]));
  return (
    <Panel
      title="Control sheet"
      hint="Expected is what was paid plus what the checks found. A difference leads to its findings."
      aside={<Export station={station} week={week} />}
    >
      {error ? (
        <p role="alert" className={classes.message}>
          The control sheet could not be read. {sentenceOf(error)} Nothing was changed.
        </p>
      ) : weeks.length === 0 && results.every(({ data }) => data !== undefined) ? (
        <p className={classes.message}>No week of this station is stored yet.</p>
      ) : (
        <Scroller label="Control sheet by week" className={classes.scroll}>
          <table className={classes.table}>
            <caption className="sr-only">Control sheet</caption>
            <thead>
              <tr>
                <th rowSpan={2} scope="col">
                  Week
                </th>
                <th rowSpan={2} scope="col">
                  Station
                </th>
                <th colSpan={3} scope="colgroup" className={classes.group}>
                  Invoice
                </th>
                <th colSpan={3} scope="colgroup" className={classes.group}>
                  Incentive
                </th>
                <th rowSpan={2} scope="col" className={classes.number}>
                  Routes
                </th>
                <th rowSpan={2} scope="col" className={classes.number}>
                  Packages
                </th>
                <th colSpan={2} scope="colgroup" className={classes.group}>
                  Hours
                </th>
              </tr>
              <tr>
                {["Invoice", "Incentive"].flatMap((sort) =>
                  ["expected", "paid", "difference"].map((figure) => (
                    <th key={`${sort} ${figure}`} scope="col" className={classes.number}>
                      <span className="sr-only">{sort} </span>
                      {figure}
                    </th>
                  )),
                )}
                <th scope="col" className={classes.number}>
                  Amazon paid
                </th>
                <th scope="col" className={classes.number}>
                  we paid
                </th>
              </tr>
            </thead>
            {weeks.map((rows) => (
              <ControlWeek key={rows[0]?.week} rows={rows} />
            ))}
          </table>
        </Scroller>
      )}
    </Panel>
  );
}

/** Writes the sheet as a workbook and says where it is. */
function Export({ station, week }: Props) {
  const [file, setFile] = useState<string>();
  const [busy, setBusy] = useState(false);
  const write = async () => {
    setBusy(true);
    try {
      setFile((await engine.findings.exportControl({ station, week, weeks: WEEKS_OF_A_YEAR })).file);
    } catch (error) {
      noteError("The control sheet was not written", error, "Nothing was changed.");
    } finally {
      setBusy(false);
    }
  };
  const reveal = async (name: string) => {
    try {
      await window.backhaul.revealPacket(name);
    } catch {
      noteError("The folder could not be shown", null, `${name} is written.`);
    }
  };
  return (
    <div className={classes.export}>
      <p role="status" className={classes.written}>
        {file !== undefined && (
          <>
            {file} is written.{" "}
            <Button size="compact-sm" variant="subtle" onClick={() => void reveal(file)}>
              Show in folder
            </Button>
          </>
        )}
      </p>
      <Button
        size="xs"
        variant="default"
        loading={busy}
        leftSection={<Icon name="table" size={15} />}
        onClick={() => void write()}
      >
        Export as XLSX
      </Button>
    </div>
  );
}
