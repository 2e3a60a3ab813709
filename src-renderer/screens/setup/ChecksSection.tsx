import { Skeleton, Switch, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { KIND_HELP } from "#shared/catalogue.ts";
import type { CheckSetup } from "#shared/contract/reference.ts";
import { api } from "../../client/api.ts";
import { sentenceOf } from "../../client/errors.ts";
import { Icon } from "../../parts/Icon.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { plural } from "../../parts/plural.ts";
import { ParameterLine } from "./ParameterLine.tsx";
import classes from "./Setup.module.css";

/** Every check by family: what it needs, and the numbers it goes by. */
export function ChecksSection() {
  const { data, error } = useQuery(api.reference.checks.queryOptions({ input: {} }));
  const [search, setSearch] = useState("");
  const [changedOnly, setChangedOnly] = useState(false);
  if (error)
    return (
      <p role="alert" className={classes.note}>
        The checks could not be read. {sentenceOf(error)}
      </p>
    );
  if (!data) return <Skeleton height={240} />;
  const found = data.filter((check) => matches(check, search) && (!changedOnly || isChanged(check)));
  return (
    <>
      <search className={classes.bar} aria-label="Filter the checks">
        <TextInput
          aria-label="Search the checks"
          placeholder="Search by code, title or document"
          maxLength={200}
          className={classes.search ?? ""}
          leftSection={<Icon name="search" size={16} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <Switch
          label="Only what you changed"
          checked={changedOnly}
          onChange={(event) => setChangedOnly(event.currentTarget.checked)}
        />
        <p role="status" className={classes.total}>
          {plural(found.length, "check", "checks")}
        </p>
      </search>
      {found.length === 0 && <p className={classes.note}>No check fits.</p>}
      {[...Map.groupBy(found, ({ family }) => family)].map(([family, checks]) => (
        <Panel key={family} title={`${family} · ${checks[0]?.familyTitle ?? ""}`}>
          <ul className={classes.items}>
            {checks.map((check) => (
              <CheckItem key={check.code} check={check} />
            ))}
          </ul>
        </Panel>
      ))}
    </>
  );
}

function CheckItem({ check: { code, title, cadence, needs, parameters } }: { readonly check: CheckSetup }) {
  return (
    <li className={classes.item}>
      <h3 className={classes.itemTitle}>
        <span className={classes.code}>{code}</span> {title}
      </h3>
      <p className={classes.dim}>
        {cadence === "week" ? "Every week" : "Every month"}.{" "}
        {needs.length > 0 && `Needs ${needs.map((kind) => KIND_HELP[kind].title.toLowerCase()).join(", ")}.`}
      </p>
      {parameters.map((parameter) => (
        <ParameterLine key={parameter.name} code={code} parameter={parameter} />
      ))}
    </li>
  );
}

function matches({ code, title, needs, parameters }: CheckSetup, search: string): boolean {
  const text = [code, title, ...needs, ...parameters.map((parameter) => parameter.title)].join(" ").toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function isChanged({ parameters }: CheckSetup): boolean {
  return parameters.some(({ values }) => values.length > 0);
}
