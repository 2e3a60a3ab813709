/** What the trend's chart and table both show: named series of cents, one value a week. */
import type { Family } from "#shared/catalogue.ts";
import type { Trend } from "#shared/contract/schemas.ts";

export type Measure = "road" | "family";
/** How a series is filled, so that it can be told from the others without color. */
export type Fill = "plain" | "stripes" | "solid" | "dots" | "cross" | "grid" | "rising";

export interface Series {
  readonly key: string;
  readonly title: string;
  readonly fill: Fill;
  /** Name of the color in tokens.css. */
  readonly color: string;
  /** Cents, one for each week of the trend. */
  readonly cents: readonly number[];
  /** What of the review the series is: the link behind each number. */
  readonly link: Readonly<Record<string, string>>;
}

const FAMILY_LOOKS: Readonly<Record<Family, { fill: Fill; color: string }>> = {
  A: { fill: "solid", color: "--bh-accent" },
  B: { fill: "stripes", color: "--bh-overcharged" },
  C: { fill: "dots", color: "--bh-watch" },
  D: { fill: "cross", color: "--bh-overpaid" },
  E: { fill: "grid", color: "--bh-exposure" },
  F: { fill: "rising", color: "--bh-overpaid" },
  G: { fill: "plain", color: "--bh-watch" },
};

/** The series of a measure. Areas in which nothing was found are left out. */
export function seriesOf({ weeks, families }: Trend, measure: Measure): Series[] {
  if (measure === "family")
    return families.flatMap(({ family, title }) => {
      const cents = weeks.map((week) => week.families.find((each) => each.family === family)?.foundCents ?? 0);
      return cents.every((value) => value === 0)
        ? []
        : [{ key: family, title, ...FAMILY_LOOKS[family], cents, link: { status: "open,confirmed", family } }];
    });
  return [
    {
      key: "found",
      title: "Found",
      fill: "plain",
      color: "--bh-watch",
      cents: weeks.map((week) => week.foundCents),
      link: { status: "open,confirmed" },
    },
    {
      key: "claimed",
      title: "Handed in",
      fill: "stripes",
      color: "--bh-overcharged",
      cents: weeks.map((week) => week.claimedCents),
      link: { status: "all", claimed: "yes" },
    },
    {
      key: "recovered",
      title: "Recovered",
      fill: "solid",
      color: "--bh-accent",
      cents: weeks.map((week) => week.recoveredCents),
      link: { status: "all", claimed: "yes" },
    },
  ];
}
