/** States of the union as papers name them. */

const STATES = (
  "AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,FL Florida,GA Georgia,HI Hawaii," +
  "ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan," +
  "MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York," +
  "NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota," +
  "TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming"
)
  .split(",")
  .map((entry) => ({ code: entry.slice(0, 2), name: entry.slice(3).toLowerCase() }))
  // The longer name first: West Virginia is not Virginia.
  .sort((a, b) => b.name.length - a.name.length);

/**
 * The one state a text names: by its name, or by its two capitals at the text's start or end or in parentheses, where they cannot be an
 * English word in capitals (`IN`, `OR`). Null where it names none, or several.
 */
export function stateInWords(text: string): string | null {
  let rest = text.normalize("NFKC").trim();
  const found = new Set<string>();
  for (const { code, name } of STATES) {
    const pattern = new RegExp(`\\b${name}\\b`, "i");
    if (!pattern.test(rest)) continue;
    found.add(code);
    rest = rest.replace(pattern, " ");
  }
  for (const match of rest.matchAll(/^([A-Z]{2})\b|\(([A-Z]{2})\)|\b([A-Z]{2})$/g)) {
    const code = match[1] ?? match[2] ?? match[3] ?? "";
    if (STATES.some((state) => state.code === code)) found.add(code);
  }
  const [only, ...others] = found;
  return only !== undefined && others.length === 0 ? only : null;
}
