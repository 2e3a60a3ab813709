import { KIND_HELP } from "#shared/catalogue.ts";
import type { ImportResult } from "#shared/contract/schemas.ts";
import { Icon } from "../../parts/Icon.tsx";
import { plural } from "../../parts/plural.ts";
import { Scroller } from "../../parts/Scroller.tsx";
import classes from "./ResultPanel.module.css";

/** What became of each file: imported, still waiting for an answer, refused, or nothing new. */
export function ResultFiles({ imported }: { readonly imported: ImportResult }) {
  return (
    <>
      {imported.imported.length > 0 && (
        <Scroller label="Imported files" className={classes.scroller}>
          <ul className={classes.files}>
            {imported.imported.map(({ name, kind, rows, sha256 }) => (
              <li key={`${sha256} ${name}`}>
                <Icon name="check" size={15} />
                <span className={classes.name}>{name}</span>
                <span>
                  {KIND_HELP[kind].title}, {plural(rows, "row", "rows")}
                </span>
              </li>
            ))}
          </ul>
        </Scroller>
      )}
      {imported.mapping.length > 0 && (
        <section>
          <h3 className={classes.subtitle}>
            {plural(imported.mapping.length, "file still waits", "files still wait")} for you to say what it is
          </h3>
          <p className={classes.quiet}>
            Nothing of {imported.mapping.length === 1 ? "it" : "them"} was stored. Drop{" "}
            {imported.mapping.length === 1 ? "it" : "them"} again and choose <strong>Say what it is</strong> before you
            import.
          </p>
          <Scroller label="Files that still wait" className={classes.scroller}>
            <ul className={classes.files}>
              {imported.mapping.map((name) => (
                <li key={name} className={classes.waits}>
                  <Icon name="mapping" size={15} />
                  <span className={classes.name}>{name}</span>
                </li>
              ))}
            </ul>
          </Scroller>
        </section>
      )}
      {imported.refused.length > 0 && (
        <section>
          <h3 className={classes.subtitle}>Not imported</h3>
          <Scroller label="Files that were not imported" className={classes.scroller}>
            <ul className={classes.files}>
              {imported.refused.map(({ name, reason }) => (
                <li key={`${name} ${reason}`} className={classes.refused}>
                  <Icon name="warning" size={15} />
                  <span className={classes.name}>{name}</span>
                  <span>{reason}</span>
                </li>
              ))}
            </ul>
          </Scroller>
        </section>
      )}
      {imported.already.length > 0 && <p className={classes.quiet}>Nothing new in: {imported.already.join(", ")}</p>}
    </>
  );
}
