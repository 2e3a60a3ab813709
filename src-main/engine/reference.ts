/** What Setup shows of checks and of what waits for an answer, and the parameters the owner sets. */
import { CATALOGUE, type CheckCode, FAMILIES, familyOf } from "#shared/catalogue.ts";
import type { Aliases, CheckSetup, NameMatch } from "#shared/contract/reference.ts";
import { formatParameter, mostOf } from "#shared/parameters.ts";
import { formatDate, type IsoDate, isIsoDate } from "#shared/week.ts";
import { KIND_OF_FACT } from "../documents/facts.ts";
import { linkKey } from "../matching/people-links.ts";
import { normalise } from "../matching/services.ts";
import { CHECKS } from "../reconcile/catalogue.ts";
import type { ParameterSpec } from "../reconcile/check.ts";
import { loadFacts } from "../store/facts.ts";
import { listFindings, type StoredFinding } from "../store/findings.ts";
import { allLinks } from "../store/links.ts";
import { allParameters, deleteParameter, saveParameter } from "../store/parameters.ts";
import type { ReadHandle } from "../store/schema.ts";
import { serviceTypes } from "../store/service-types.ts";
import { notFound, refusal } from "./errors.ts";
import type { Session } from "./session.ts";
import { today } from "./today.ts";

/** Every check that is run, with its parameters: their usual value, the one in force today, and those that were set. */
export async function checks(session: Session): Promise<CheckSetup[]> {
  const stored = await session.workspace.store.read(allParameters);
  const day = today(session.options.now());
  return CHECKS.map(({ code, cadence, needs, parameters }) => ({
    code,
    title: CATALOGUE[code].title,
    family: familyOf(code),
    familyTitle: FAMILIES[familyOf(code)],
    cadence,
    needs: [...new Set(needs.map((type) => KIND_OF_FACT[type]))],
    parameters: Object.entries(parameters).map(([name, { title, unit, value: usual }]) => {
      const values = stored
        .filter((row) => row.code === code && row.name === name)
        .map(({ effectiveFrom, value }) => ({ effectiveFrom, value }))
        .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
      const inForce = values.find(({ effectiveFrom }) => effectiveFrom <= day)?.value ?? usual;
      return { name, title, unit, usual, inForce, values };
    }),
  }));
}

interface Which {
  readonly code: CheckCode;
  readonly name: string;
  readonly effectiveFrom: IsoDate;
}

/** Gives a parameter a value from a day on. Throws REFUSED for a parameter, a day or a value that cannot be. */
export async function setParameter(session: Session, { value, ...which }: Which & { value: number }): Promise<void> {
  const { unit } = specOf(which);
  if (!isIsoDate(which.effectiveFrom)) throw refusal(`${which.effectiveFrom} is no day of the calendar.`);
  if (value < 0 || value > mostOf(unit)) {
    throw refusal(`A value lies between ${formatParameter(unit, 0)} and ${formatParameter(unit, mostOf(unit))}.`);
  }
  await session.workspace.store.write((db) => saveParameter(db, { ...which, value }, session.stamp()));
}

/** Takes a value back. Throws NOT_FOUND where none was set from that day. */
export async function removeParameter(session: Session, which: Which): Promise<void> {
  const { title } = specOf(which);
  const gone = await session.workspace.store.write((db) => deleteParameter(db, which, session.stamp()));
  if (gone) return;
  const day = isIsoDate(which.effectiveFrom) ? formatDate(which.effectiveFrom) : which.effectiveFrom;
  throw notFound(`"${title}" has no value from ${day}.`);
}

function specOf({ code, name }: Which): ParameterSpec {
  const check = CHECKS.find((each) => each.code === code);
  if (!check) throw refusal(`This version does not run ${code}.`);
  const spec = Object.hasOwn(check.parameters, name) ? check.parameters[name] : undefined;
  if (spec) return spec;
  const names = Object.keys(check.parameters);
  throw refusal(`${code} has no parameter "${name}". It has: ${names.join(", ")}.`);
}

/** The aliases, and the descriptions that open findings ask about and nobody has named since. */
export async function aliases(db: ReadHandle): Promise<Aliases> {
  const stored = (await loadFacts(db, ["alias"], { from: "0000-01-01", to: "9999-12-31" })).alias;
  const known = stored
    .map(({ description, serviceType }) => ({ description, serviceType }))
    .sort((a, b) => (a.description < b.description ? -1 : 1));
  const taught = new Set(known.map(({ description }) => normalise(description)));
  const open = await listFindings(db, { code: "A22", status: ["open"] });
  const asked = [...Map.groupBy(open, ({ subject }) => subject)].flatMap(([subject, findings]) => {
    const newest = findings.at(-1);
    if (!newest || taught.has(normalise(subject))) return [];
    const named = new Set(findings.flatMap(({ sides }) => (sides[1]?.rows ?? []).flatMap(([type]) => type ?? [])));
    return [
      {
        description: newest.subjectLabel,
        sentence: newest.sentence,
        findings: findings.map(({ id }) => id),
        named: [...named].filter((type) => type !== "Nothing").sort(),
      },
    ];
  });
  return { known, asked, serviceTypes: await serviceTypes(db) };
}

/** The names that open findings ask about and nobody has linked since, those of the same writing as one. */
export async function nameMatches(db: ReadHandle): Promise<NameMatch[]> {
  const linked = new Set((await allLinks(db)).map(({ kind, text }) => linkKey(kind, text)));
  const open = await listFindings(db, { code: "G02", status: ["open"] });
  return [...Map.groupBy(open, ({ subject }) => subject).values()].flatMap((findings): NameMatch[] => {
    const newest = findings.at(-1);
    const match = newest && matchOf(newest);
    if (!match || linked.has(linkKey(match.link.kind, match.link.text))) return [];
    return [{ ...match, findings: findings.map(({ id }) => id) }];
  });
}

/** What a finding asks. A payroll id says more than a name that two people may have. */
function matchOf({ sides: [seen, roster], sentence }: StoredFinding): Omit<NameMatch, "findings"> | null {
  const [name = "", payrollId = ""] = seen?.rows[0] ?? [];
  if (name === "") return null;
  return {
    link: payrollId === "" ? { kind: "name", text: name } : { kind: "payroll id", text: payrollId },
    name,
    payrollId,
    sentence,
    candidates: (roster?.rows ?? []).map(([name = "", employeeId = "", station = "", why = ""]) => ({
      name,
      employeeId,
      station,
      why,
    })),
  };
}
