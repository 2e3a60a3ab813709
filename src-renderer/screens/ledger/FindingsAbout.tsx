import { useQuery } from "@tanstack/react-query";
import { formatPeriod } from "#shared/week.ts";
import { linkTo } from "../../app/route.ts";
import { api } from "../../client/api.ts";
import { Money } from "../../parts/Money.tsx";
import { DirectionMark, StatusMark } from "../../parts/marks.tsx";
import { plural } from "../../parts/plural.ts";
import classes from "./FindingsAbout.module.css";

/** As many as fit above the rows; the rest is one link away. */
const FIRST = 3;

/** What was found about an invoice, a van or a person, by its number or name; each leads to the review queue. */
export function FindingsAbout({ about }: { readonly about: string }) {
  const { data } = useQuery({
    ...api.findings.queue.queryOptions({
      input: {
        filter: { search: about, status: ["open", "confirmed", "dismissed"] },
        sort: "amount",
        descending: true,
        offset: 0,
        limit: FIRST,
      },
    }),
    enabled: about !== "",
  });
  if (about === "" || data === undefined) return null;
  if (data.total === 0) return <p className={classes.none}>No finding names {about}.</p>;
  return (
    <section className={classes.findings} aria-label={`Findings about ${about}`}>
      <p className={classes.head}>
        <a href={linkTo("review", { status: "all", search: about })}>
          {plural(data.total, "finding", "findings")} about {about}
        </a>
      </p>
      <ul className={classes.list}>
        {data.rows.map(({ id, code, title, period, direction, amountCents, estimated, status }) => (
          <li key={id}>
            <DirectionMark direction={direction} iconOnly />
            <a href={linkTo("review", { status: "all", code, period, search: about })}>
              {code} {title}
            </a>
            <span className={classes.period}>{formatPeriod(period)}</span>
            <StatusMark status={status} />
            <Money cents={amountCents} estimated={estimated} />
          </li>
        ))}
      </ul>
    </section>
  );
}
