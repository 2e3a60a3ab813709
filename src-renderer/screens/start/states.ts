/** The states a station can be in, each with the time zone most of it keeps. */
const EASTERN = "America/New_York";
const CENTRAL = "America/Chicago";
const MOUNTAIN = "America/Denver";
const PACIFIC = "America/Los_Angeles";

/** The zones of the United States, by the names people use. */
export const ZONES = [
  { value: EASTERN, label: "Eastern" },
  { value: "America/Indiana/Indianapolis", label: "Eastern, Indiana" },
  { value: CENTRAL, label: "Central" },
  { value: MOUNTAIN, label: "Mountain" },
  { value: "America/Boise", label: "Mountain, Boise" },
  { value: "America/Phoenix", label: "Arizona, no daylight saving" },
  { value: PACIFIC, label: "Pacific" },
  { value: "America/Anchorage", label: "Alaska" },
  { value: "Pacific/Honolulu", label: "Hawaii" },
  { value: "America/Puerto_Rico", label: "Puerto Rico" },
];

const TABLE = `AL Alabama C;AK Alaska America/Anchorage;AZ Arizona America/Phoenix;AR Arkansas C;CA California P;CO Colorado M;
CT Connecticut E;DE Delaware E;DC District of Columbia E;FL Florida E;GA Georgia E;HI Hawaii Pacific/Honolulu;ID Idaho America/Boise;
IL Illinois C;IN Indiana America/Indiana/Indianapolis;IA Iowa C;KS Kansas C;KY Kentucky E;LA Louisiana C;ME Maine E;MD Maryland E;
MA Massachusetts E;MI Michigan E;MN Minnesota C;MS Mississippi C;MO Missouri C;MT Montana M;NE Nebraska C;NV Nevada P;
NH New Hampshire E;NJ New Jersey E;NM New Mexico M;NY New York E;NC North Carolina E;ND North Dakota C;OH Ohio E;OK Oklahoma C;
OR Oregon P;PA Pennsylvania E;PR Puerto Rico America/Puerto_Rico;RI Rhode Island E;SC South Carolina E;SD South Dakota C;
TN Tennessee C;TX Texas C;UT Utah M;VT Vermont E;VA Virginia E;WA Washington P;WV West Virginia E;WI Wisconsin C;WY Wyoming M`;

const SHORT: Readonly<Record<string, string>> = { E: EASTERN, C: CENTRAL, M: MOUNTAIN, P: PACIFIC };

const parsed = TABLE.split(";").map((entry) => {
  const words = entry.trim().split(" ");
  const zone = words.at(-1) ?? "E";
  return { value: words[0] ?? "", label: words.slice(1, -1).join(" "), zone: SHORT[zone] ?? zone };
});

/** States for a select box. */
export const STATES = parsed.map(({ value, label }) => ({ value, label: `${label} (${value})` }));

/** The zone most of a state keeps. */
export function zoneOf(state: string): string {
  return parsed.find(({ value }) => value === state)?.zone ?? EASTERN;
}
