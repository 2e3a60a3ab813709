import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { NameMatch } from "#shared/contract/reference.ts";
import { note, noteError } from "../../app/notify.ts";
import { api, refreshAll } from "../../client/api.ts";
import { Panel } from "../../parts/Panel.tsx";
import { ListSection } from "./ListSection.tsx";
import classes from "./Setup.module.css";

/** The roster, the names in documents that it does not settle, and those that somebody settled. */
export function StaffSection() {
  return (
    <>
      <Questions />
      <Links />
      <ListSection kind="staff roster" />
    </>
  );
}

/** Names that wait for an answer. Nothing is merged by itself. */
function Questions() {
  const { data } = useQuery(api.reference.nameMatches.queryOptions({ input: {} }));
  if (!data || data.length === 0) return null;
  return (
    <Panel
      title="Who is this?"
      hint="Names in the documents that are not on the roster. Until you answer, the checks of their rows stay not verified."
    >
      <ul className={classes.items}>
        {data.map((match) => (
          <Question key={match.findings[0]} match={match} />
        ))}
      </ul>
    </Panel>
  );
}

function Question({ match }: { readonly match: NameMatch }) {
  const { link, name, sentence, findings, candidates } = match;
  const same = useMutation({
    ...api.reference.linkPeople.mutationOptions(),
    onSuccess: async () => {
      await refreshAll();
      note("Remembered", `${name} is known from now on.`);
    },
    onError: (error) => noteError("The answer was not kept", error, "Everything is as it was."),
  });
  const other = useMutation({
    ...api.findings.decide.mutationOptions(),
    onSuccess: async () => {
      await refreshAll();
      note("Not the same person", "The question is dismissed. You can take that back in Review.");
    },
    onError: (error) => noteError("The answer was not kept", error, "Everything is as it was."),
  });
  return (
    <li className={classes.item}>
      <p className={classes.text}>{sentence}</p>
      <div className={classes.answers}>
        {candidates.map(({ name: candidate, employeeId, station, why }) => (
          <Button
            key={employeeId}
            size="xs"
            variant="default"
            title={why}
            loading={same.isPending && same.variables.employeeId === employeeId}
            onClick={() => same.mutate({ ...link, employeeId })}
          >
            Same as {candidate}, {employeeId}
            {station === "" ? "" : `, ${station}`}
          </Button>
        ))}
        <Button
          size="xs"
          variant="subtle"
          loading={other.isPending}
          onClick={() =>
            other.mutate({ ids: [...findings], decision: "dismiss", reason: "Not the same person as on the roster" })
          }
        >
          Not the same
        </Button>
      </div>
    </li>
  );
}

/** What was answered, and a way to take it back. */
function Links() {
  const { data } = useQuery(api.reference.links.queryOptions({ input: {} }));
  const remove = useMutation({
    ...api.reference.unlinkPeople.mutationOptions(),
    onSuccess: refreshAll,
    onError: (error) => noteError("The link was not taken back", error, "Everything is as it was."),
  });
  if (!data || data.length === 0) return null;
  return (
    <Panel title="Names you settled" hint="Each is used in every week, also in files that come later.">
      <ul className={classes.items}>
        {data.map(({ kind, text, employeeId, name }) => (
          <li key={`${kind} ${text}`} className={classes.line}>
            <span>
              {kind === "name" ? "" : "Payroll ID "}
              <strong>{text}</strong> is {name ?? "nobody on the roster any more"} ({employeeId})
            </span>
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={`Take back ${text}`}
              onClick={() => remove.mutate({ kind, text })}
            >
              Take back
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
