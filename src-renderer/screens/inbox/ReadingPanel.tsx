import { Loader } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { Progress } from "#shared/contract/schemas.ts";
import { group } from "#shared/money.ts";
import { FileName } from "../../parts/FileName.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { numbered } from "../../parts/numbered.ts";
import { Panel } from "../../parts/Panel.tsx";
import { ProgressLine } from "../../parts/ProgressLine.tsx";
import { Scroller } from "../../parts/Scroller.tsx";
import classes from "./ReadingPanel.module.css";

interface Props {
  readonly progress: Progress;
  /** Files that were come to so far. */
  readonly names: readonly string[];
  readonly onCancel: () => void;
}

/** Files on their way into the preview, each with its own mark. */
export function ReadingPanel({ progress, names, onCancel }: Props) {
  const frame = useRef<HTMLElement>(null);
  const read = names.length;
  useEffect(() => {
    if (read > 0) frame.current?.scrollTo({ top: frame.current.scrollHeight });
  }, [read]);
  const left = progress.total - read;
  return (
    <Panel title="Reading the files" hint="Nothing is stored while files are read.">
      <div className={classes.body}>
        <ProgressLine progress={progress} title={progress.stage || "Reading"} onCancel={onCancel} />
        <Scroller ref={frame} className={classes.frame} label="Files that are read">
          <ul className={classes.files}>
            {numbered(names).map(({ key, item }) => {
              const now = Number(key) === progress.done && progress.done < progress.total;
              return (
                <li key={key} aria-current={now ? "true" : undefined}>
                  {now ? <Loader size={14} aria-hidden="true" /> : <Icon name="check" size={15} />}
                  <FileName name={item} />
                  <span className={classes.word}>{now ? "Reading" : "Read"}</span>
                </li>
              );
            })}
          </ul>
        </Scroller>
        <p className={classes.left}>{left > 0 ? `${group(left)} more to read.` : "All files are read."}</p>
      </div>
    </Panel>
  );
}
