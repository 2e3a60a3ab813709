import { useQuery } from "@tanstack/react-query";
import { useRoute } from "../../app/route.ts";
import { api } from "../../client/api.ts";
import { cx } from "../../parts/cx.ts";
import { Icon } from "../../parts/Icon.tsx";
import { UncheckedNotice } from "../board/UncheckedNotice.tsx";
import { AliasesSection } from "./AliasesSection.tsx";
import { ChecksSection } from "./ChecksSection.tsx";
import { DataSection } from "./DataSection.tsx";
import { LeasesSection } from "./LeasesSection.tsx";
import { ListSection } from "./ListSection.tsx";
import { MappingsSection } from "./MappingsSection.tsx";
import { PeopleSection } from "./PeopleSection.tsx";
import classes from "./Setup.module.css";
import { StaffSection } from "./StaffSection.tsx";
import { SECTION_ICONS, SECTION_TITLES, SECTIONS, type Section, sectionLink, sectionOf } from "./view.ts";
import { WageRulesSection } from "./WageRulesSection.tsx";

/** What the company says of itself, and by which numbers it is checked. */
export function SetupScreen() {
  const section = sectionOf(useRoute().params);
  const { data: board } = useQuery(api.findings.board.queryOptions({ input: { station: null, week: null } }));
  const names = useQuery(api.reference.nameMatches.queryOptions({ input: {} })).data?.length ?? 0;
  const asked = useQuery(api.reference.aliases.queryOptions({ input: {} })).data?.asked.length ?? 0;
  const leases = useQuery(api.reference.leaseQuestions.queryOptions({ input: {} })).data;
  const waiting: Partial<Record<Section, number>> = {
    "lease-schedule": (leases?.vans.length ?? 0) + (leases?.charges.length ?? 0),
    staff: names,
    aliases: asked,
  };
  return (
    <div className={classes.setup}>
      <div className={classes.side}>
        <h1 className={classes.title}>Setup</h1>
        <nav aria-label="Setup" className={classes.nav}>
          {SECTIONS.map((each) => (
            <a
              key={each}
              href={sectionLink(each)}
              className={cx(classes.link, each === section && classes.current)}
              aria-current={each === section ? "page" : undefined}
            >
              <Icon name={SECTION_ICONS[each]} size={16} />
              {SECTION_TITLES[each]}
              <Waiting count={waiting[each] ?? 0} />
            </a>
          ))}
        </nav>
      </div>
      <div className={classes.content}>
        <UncheckedNotice count={board?.unchecked.all ?? 0} />
        <Shown section={section} />
      </div>
    </div>
  );
}

/** How much of a section waits for an answer. */
function Waiting({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <span className={classes.count}>
      {count}
      <span className="sr-only"> to answer</span>
    </span>
  );
}

function Shown({ section }: { readonly section: Section }) {
  switch (section) {
    case "stations":
      return <ListSection key={section} kind="stations" />;
    case "rate-card":
      return <ListSection key={section} kind="rate card" />;
    case "lease-schedule":
      return <LeasesSection />;
    case "staff":
      return <StaffSection />;
    case "aliases":
      return <AliasesSection />;
    case "checks":
      return <ChecksSection />;
    case "wage-rules":
      return <WageRulesSection />;
    case "mappings":
      return <MappingsSection />;
    case "people":
      return <PeopleSection />;
    case "data":
      return <DataSection />;
  }
}
