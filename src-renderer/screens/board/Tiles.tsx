import type { Board } from "#shared/contract/schemas.ts";
import { formatCents, group } from "#shared/money.ts";
import { linkTo } from "../../app/route.ts";
import { cx } from "../../parts/cx.ts";
import { Icon } from "../../parts/Icon.tsx";
import type { IconName } from "../../parts/icons.ts";
import { plural } from "../../parts/plural.ts";
import classes from "./Tiles.module.css";

const findings = (count: number) => plural(count, "finding", "findings");

interface Props {
  readonly tiles: Board["tiles"];
  readonly week: string;
  readonly station: string | null;
}

/** The money of the whole workspace, each figure a way into the findings behind it. */
export function Tiles({ tiles, week, station }: Props) {
  const { claimable, confirmed, submitted, recovered, payroll, exposure, cannotVerify } = tiles;
  const live = "open,confirmed";
  return (
    <nav aria-label="Money of all weeks" className={classes.tiles}>
      <Tile
        title="Claimable now"
        value={formatCents(claimable.cents)}
        foot={`${findings(claimable.count)} · ${formatCents(confirmed.cents)} confirmed`}
        icon="owed"
        tone={classes.claimable}
        href={linkTo("review", { status: live, direction: "owed,overcharged", station })}
      />
      <Tile
        title="Submitted"
        value={formatCents(submitted.cents)}
        foot={`outstanding in ${plural(submitted.count, "claim", "claims")}`}
        icon="sent"
        tone={classes.confirmed}
        href={linkTo("claims")}
      />
      <Tile
        title="Recovered this year"
        value={formatCents(recovered.cents)}
        foot={plural(recovered.count, "payment", "payments")}
        icon="confirmed"
        tone={classes.confirmed}
        href={linkTo("claims", { view: "outcomes" })}
      />
      <Tile
        title="Leaking in payroll"
        value={formatCents(payroll.cents)}
        foot={`${findings(payroll.count)} · all weeks`}
        icon="overpaid"
        tone={classes.payroll}
        href={linkTo("review", { status: live, direction: "overpaid", station })}
      />
      <Tile
        title="Exposure"
        value={formatCents(exposure.cents)}
        foot={`${findings(exposure.count)} · all weeks`}
        icon="exposure"
        tone={classes.exposure}
        href={linkTo("review", { status: live, direction: "exposure", station })}
      />
      <Tile
        title="Cannot verify"
        value={group(cannotVerify)}
        foot={cannotVerify === 1 ? "check this week" : "checks this week"}
        icon="partial"
        href={linkTo("review", { view: "unverified", period: week, station })}
      />
    </nav>
  );
}

interface TileProps {
  readonly title: string;
  readonly value: string;
  readonly foot: string;
  readonly icon: IconName;
  readonly tone?: string | undefined;
  readonly href: string;
}

function Tile({ title, value, foot, icon, tone, href }: TileProps) {
  return (
    <a className={cx(classes.tile, tone)} href={href}>
      <span className={classes.head}>
        <Icon name={icon} size={16} />
        {title}
      </span>
      <span className={classes.value}>{value}</span>
      <span className={classes.foot}>{foot}</span>
    </a>
  );
}
