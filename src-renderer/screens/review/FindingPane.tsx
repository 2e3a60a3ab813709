import { Button, Kbd, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import type { FindingDetail } from "#shared/contract/schemas.ts";
import { formatDate, formatPeriod } from "#shared/week.ts";
import { api } from "../../client/api.ts";
import { sentenceOf } from "../../client/errors.ts";
import { DaysLeft } from "../../parts/DaysLeft.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { Icon } from "../../parts/Icon.tsx";
import { Money } from "../../parts/Money.tsx";
import { DirectionMark, StatusMark } from "../../parts/marks.tsx";
import { Notes } from "../../parts/notes/Notes.tsx";
import { Scroller } from "../../parts/Scroller.tsx";
import { CheckCode } from "./CheckCode.tsx";
import { claimHref } from "./claimLink.ts";
import { EvidenceList } from "./EvidenceList.tsx";
import { FindingHistory } from "./FindingHistory.tsx";
import classes from "./FindingPane.module.css";
import { OtherFindings } from "./OtherFindings.tsx";
import { Sides } from "./Sides.tsx";

interface Props {
  readonly id: string | undefined;
  /** The finding was reached from another one, not from the queue. */
  readonly detour: boolean;
  readonly onBack: () => void;
  readonly onOpen: (id: string) => void;
  readonly onConfirm: (id: string) => void;
  readonly onDismiss: (id: string) => void;
  readonly onUndo: (id: string) => void;
  readonly onAssign: () => void;
}

/** One finding with everything that proves it. */
export function FindingPane(props: Props) {
  // Holding a key down moves through the list at once; the pane follows as fast as it can.
  const id = useDeferredValue(props.id);
  const { data, error } = useQuery(
    api.findings.get.queryOptions({ input: { id: id ?? "" }, enabled: id !== undefined }),
  );
  if (id === undefined)
    return (
      <div className={classes.nothing}>
        <Empty icon="review" title="No finding chosen">
          <p>Choose one in the list to see what differs and what proves it.</p>
        </Empty>
      </div>
    );
  if (error)
    return (
      <Empty icon="warning" title="This finding could not be read">
        <p role="alert">{sentenceOf(error)}</p>
      </Empty>
    );
  if (!data) return <PaneSkeleton />;
  return <Pane {...props} finding={data} />;
}

function Pane({ finding, ...props }: Props & { finding: FindingDetail }) {
  const { detour, onBack, onOpen, onConfirm, onDismiss, onUndo, onAssign } = props;
  const { id, status } = finding;
  const decided = status === "confirmed" || status === "dismissed";
  const last = finding.history.findLast(({ action }) => action === "dismissed");
  return (
    <Scroller key={id} className={classes.scroll} label="Finding details">
      <div className={classes.pane}>
        {detour && (
          <Button size="compact-sm" variant="subtle" leftSection={<Icon name="left" size={14} />} onClick={onBack}>
            Back to the list
          </Button>
        )}
        <header className={classes.head}>
          <div className={classes.marks}>
            <DirectionMark direction={finding.direction} />
            <StatusMark status={status} />
          </div>
          <div className={classes.line}>
            <h2 className={classes.title}>
              <CheckCode code={finding.code} className={classes.code} /> {finding.title}
            </h2>
            <Money cents={finding.amountCents} estimated={finding.estimated} className={classes.amount} />
          </div>
          <p className={classes.subject}>{finding.subject}</p>
          <Facts finding={finding} />
        </header>
        <div className={classes.actions} role="toolbar" aria-label="Decide">
          <Decision name="Confirm" hotkey="c" off={status === "confirmed"} onClick={() => onConfirm(id)} />
          <Decision name="Dismiss" hotkey="d" off={status === "dismissed"} quiet onClick={() => onDismiss(id)} />
          <Decision name="Undo" hotkey="u" off={!decided} quiet onClick={() => onUndo(id)} />
          <Decision name="Assign" hotkey="a" off={false} quiet onClick={onAssign} />
        </div>
        {status === "dismissed" && last && (
          <p className={classes.reason}>
            <Icon name="dismissed" size={16} />
            <span>
              Dismissed by {last.actor}: {last.reason}
            </span>
          </p>
        )}
        <p className={classes.sentence}>{finding.sentence}</p>
        <Section title="How the amount comes about">
          <pre className={classes.formula}>{finding.formula}</pre>
        </Section>
        <Sides sides={finding.sides} />
        {finding.notes.length > 0 && (
          <Section title="Notes">
            <ul className={classes.notes}>
              {finding.notes.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </Section>
        )}
        <Section title={finding.evidence.length === 1 ? "Evidence" : `Evidence, ${finding.evidence.length} rows`}>
          <EvidenceList evidence={finding.evidence} sources={finding.sources} />
        </Section>
        <OtherFindings finding={finding} onOpen={onOpen} />
        <Section title="Comments and attachments">
          <Notes about={{ finding: id }} />
        </Section>
        <Section title="History">
          <FindingHistory entries={finding.history} />
        </Section>
      </div>
    </Scroller>
  );
}

interface DecisionProps {
  readonly name: string;
  readonly hotkey: string;
  readonly off: boolean;
  readonly quiet?: boolean;
  readonly onClick: () => void;
}

/** A button that stays where the focus is when it has done its work: a disabled one would lose it. */
function Decision({ name, hotkey, off, quiet = false, onClick }: DecisionProps) {
  return (
    <Button
      variant={quiet ? "default" : "filled"}
      data-disabled={off}
      aria-disabled={off}
      aria-keyshortcuts={hotkey}
      rightSection={<Kbd aria-hidden="true">{hotkey}</Kbd>}
      onClick={() => {
        if (!off) onClick();
      }}
    >
      {name}
    </Button>
  );
}

function Facts({ finding }: { readonly finding: FindingDetail }) {
  const { station, period, counterparty, invoiceNumber, deadline, daysLeft, assignee, claim } = finding;
  return (
    <dl className={classes.facts}>
      {station !== null && <Fact name="Station">{station}</Fact>}
      <Fact name={period.length === 10 ? "Week" : "Month"}>{formatPeriod(period)}</Fact>
      {counterparty !== null && <Fact name="Counterparty">{counterparty}</Fact>}
      {invoiceNumber !== null && <Fact name="Invoice">{invoiceNumber}</Fact>}
      {deadline !== null && (
        <Fact name="Deadline">
          {formatDate(deadline)} · <DaysLeft deadline={deadline} daysLeft={daysLeft} />
        </Fact>
      )}
      {claim !== null && (
        <Fact name="Claim">
          <a href={claimHref(claim.number)}>{claim.label}</a>, {claim.status}
        </Fact>
      )}
      {assignee !== null && <Fact name="Assigned to">{assignee}</Fact>}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section>
      <h3 className={classes.subtitle}>{title}</h3>
      {children}
    </section>
  );
}

function PaneSkeleton() {
  return (
    <div className={classes.pane} aria-busy="true">
      <span className="sr-only" role="status">
        Loading the finding
      </span>
      <Skeleton height={14} width={150} />
      <Skeleton height={26} />
      <Skeleton height={34} width={280} />
      <Skeleton height={60} />
      <Skeleton height={140} />
      <Skeleton height={140} />
    </div>
  );
}
