import { ActionIcon, Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { addDays, formatDate, formatWeekday, isIsoDate } from "#shared/week.ts";
import { noteError } from "../../app/notify.ts";
import { api } from "../../client/api.ts";
import { engine } from "../../client/engine.ts";
import { Icon } from "../../parts/Icon.tsx";
import { Scroller } from "../../parts/Scroller.tsx";
import { ExceptionPart } from "./ExceptionPart.tsx";
import classes from "./Exceptions.module.css";
import { Loading, NothingStored, Unreadable } from "./Instead.tsx";
import screen from "./LedgerScreen.module.css";
import type { LedgerView } from "./view.ts";

interface Props {
  readonly view: LedgerView;
  readonly onChange: (part: Partial<LedgerView>) => void;
}

/** What needs a look on one day, as a list to print and to work through. */
export function Exceptions({ view, onChange }: Props) {
  const last = useQuery(
    api.ledger.rows.queryOptions({
      input: { table: "timecards", station: null, from: null, to: null, search: "", offset: 0, limit: 1 },
    }),
  );
  const [newest] = last.data?.rows ?? [];
  const day = view.day || (newest?.table === "timecards" ? newest.date : "");
  const station = view.station || null;
  const report = useQuery({
    ...api.findings.exceptions.queryOptions({ input: { day: day || "2000-01-01", station } }),
    enabled: day !== "",
  });
  const error = last.error ?? report.error;
  if (error) return <Unreadable error={error} />;
  if (last.data?.stored === false)
    return (
      <div className={screen.sheet}>
        <NothingStored tab="exceptions" />
      </div>
    );
  if (!report.data) return <Loading />;
  const { parts } = report.data;
  return (
    <div className={screen.sheet}>
      <Scroller label="Daily exceptions" className={screen.scroll}>
        <header className={classes.head}>
          <h2 className={classes.title}>
            {formatWeekday(day)}, {day.slice(0, 4)}
            <span className={classes.where}>{view.station || "All stations"}</span>
          </h2>
          <div className={classes.tools} data-print="no">
            <DayPicker day={day} onChange={(next) => onChange({ day: next })} />
            <Button variant="default" leftSection={<Icon name="print" size={16} />} onClick={() => window.print()}>
              Print
            </Button>
            <Button
              variant="default"
              leftSection={<Icon name="packet" size={16} />}
              onClick={() => void savePage(day, station)}
            >
              Save as PDF
            </Button>
          </div>
        </header>
        {parts.map((part) => (
          <ExceptionPart key={part.kind} part={part} />
        ))}
      </Scroller>
    </div>
  );
}

function DayPicker({ day, onChange }: { readonly day: string; readonly onChange: (day: string) => void }) {
  const step = (by: number, name: string, icon: "left" | "right") => (
    <ActionIcon variant="default" size={36} aria-label={name} onClick={() => onChange(addDays(day, by))}>
      <Icon name={icon} size={16} />
    </ActionIcon>
  );
  return (
    <>
      {step(-1, "Day before", "left")}
      <TextInput
        type="date"
        aria-label="Day"
        value={day}
        onChange={({ currentTarget }) => isIsoDate(currentTarget.value) && onChange(currentTarget.value)}
      />
      {step(1, "Day after", "right")}
    </>
  );
}

/** Asks where the page shall go, writes it and shows it there. */
async function savePage(day: string, station: string | null): Promise<void> {
  try {
    const name = ["Daily exceptions", day, ...(station === null ? [] : [station])].join(" ");
    const to = await window.backhaul.saveAs({ suggestedName: name, kind: "pdf" });
    if (to === null) return;
    const { file } = await engine.findings.exceptionsPage({ day, station, to });
    await window.backhaul.revealPacket(file.split(/[\\/]/).at(-1) ?? file);
  } catch (error) {
    noteError(`The exceptions of ${formatDate(day)} were not saved`, error, "Nothing was changed.");
  }
}
