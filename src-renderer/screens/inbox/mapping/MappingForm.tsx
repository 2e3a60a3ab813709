import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import type { MappingSuggestion, Plan } from "#shared/contract/schemas.ts";
import { api } from "../../../client/api.ts";
import { ApplyBar } from "./ApplyBar.tsx";
import { draftOf, finished, openQuestions, type Source, withSign, withSource } from "./draft.ts";
import { FieldList } from "./FieldList.tsx";
import { Formats } from "./Formats.tsx";
import classes from "./Mapping.module.css";
import { TheirColumns } from "./TheirColumns.tsx";
import { canApply, Trial } from "./Trial.tsx";

/** How long after the last change a mapping is tried, in milliseconds. */
const PAUSE = 250;

interface Props {
  readonly planId: string;
  readonly sha256: string;
  readonly suggestion: MappingSuggestion;
  /** Chooses the table and the kind; stands beside how dates and numbers are written. */
  readonly pickers: ReactNode;
  readonly onApplied: (plan: Plan, saved: string | null) => void;
  readonly onClose: () => void;
}

/** Their columns beside our fields, how dates and numbers are written, and below what comes of it. */
export function MappingForm({ planId, sha256, suggestion, pickers, onApplied, onClose }: Props) {
  const { table, fields } = suggestion;
  const [draft, setDraft] = useState(() => draftOf(suggestion));
  const questions = openQuestions(draft, fields);
  const profile = useMemo(() => finished(draft), [draft]);
  const [settled] = useDebouncedValue(profile, PAUSE);
  const where = { planId, sha256, sheet: table.sheet, headerRow: table.headerRow };
  const trial = useQuery({
    ...api.documents.tryMapping.queryOptions({ input: { ...where, profile: settled ?? suggestion.profile } }),
    enabled: settled !== null && questions.length === 0,
    placeholderData: (before) => before,
    gcTime: 0,
  });
  const tried = questions.length === 0 && profile === settled && trial.isSuccess && !trial.isPlaceholderData;
  const change = (field: string, source: Source) =>
    setDraft((before) => ({
      ...before,
      profile: withSource(before.profile, field, source),
      guessed: new Set([...before.guessed].filter((other) => other !== field)),
    }));
  return (
    <>
      <div className={classes.head}>
        {pickers}
        <Formats
          suggestion={suggestion}
          draft={draft}
          onDates={(dates) => setDraft((before) => ({ ...before, dates }))}
          onNumbers={(numbers) => setDraft((before) => ({ ...before, numbers }))}
        />
      </div>
      <div className={classes.panes}>
        <TheirColumns table={table} fields={fields} profile={draft.profile} />
        <section className={classes.pane} aria-label="Our fields">
          <FieldList
            table={table}
            fields={fields}
            suggested={suggestion.profile}
            draft={draft}
            onSource={change}
            onSign={(field, reversed) =>
              setDraft((before) => ({ ...before, profile: withSign(before.profile, field, reversed) }))
            }
          />
        </section>
      </div>
      <Trial questions={questions} trial={trial.data} error={trial.error} pending={!tried} />
      <ApplyBar
        where={where}
        profile={tried && canApply(trial.data) ? profile : null}
        suggested={suggestion.profile.name}
        onApplied={onApplied}
        onClose={onClose}
      />
    </>
  );
}
