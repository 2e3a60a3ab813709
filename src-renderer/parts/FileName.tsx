import { cx } from "./cx.ts";
import classes from "./FileName.module.css";

interface Props {
  /** As the engine names it: `archive.zip/member.csv` for a member of a ZIP. */
  readonly name: string;
  readonly className?: string | undefined;
}

/** A document's name. Of a ZIP's member the member comes first: the ZIPs of one kind begin alike, and a narrow column cuts the end. */
export function FileName({ name, className }: Props) {
  const cut = name.indexOf("/");
  return (
    <span className={cx(classes.file, className)} title={name}>
      <span className={classes.own}>{cut < 0 ? name : name.slice(cut + 1)}</span>
      {cut >= 0 && <span className={classes.archive}> in {name.slice(0, cut)}</span>}
    </span>
  );
}
