import { DOCUMENT_KINDS, type DocumentKind, KIND_HELP } from "#shared/catalogue.ts";
import classes from "./WhatToDrop.module.css";

interface Source {
  readonly titles: string[];
  readonly usualName: string;
  readonly where: string;
}

/** Kinds that come in the same file are one line: a person drops files, not kinds. */
function sourcesOf(kinds: readonly DocumentKind[]): Source[] {
  const byFile = new Map<string, Source>();
  for (const kind of kinds) {
    const { title, usualName, where } = KIND_HELP[kind];
    const known = byFile.get(usualName);
    if (known) known.titles.push(title.toLowerCase());
    else byFile.set(usualName, { titles: [title], usualName, where });
  }
  return [...byFile.values()];
}

/** What to drop and where it is found, for every place that is still empty; of all kinds, or of those that belong there. */
export function WhatToDrop({ kinds = DOCUMENT_KINDS }: { readonly kinds?: readonly DocumentKind[] }) {
  return (
    <table className={classes.table}>
      <caption className="sr-only">Documents Backhaul reads</caption>
      <thead>
        <tr>
          <th scope="col">Document</th>
          <th scope="col">Usual name</th>
          <th scope="col">Where it is found</th>
        </tr>
      </thead>
      <tbody>
        {sourcesOf(kinds).map(({ titles, usualName, where }) => (
          <tr key={usualName}>
            <th scope="row">{titles.join(", ")}</th>
            <td>
              <code>{usualName}</code>
            </td>
            <td>{where}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
