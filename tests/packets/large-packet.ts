/** Sets a packet of 1,000 findings and prints what came of it as JSON. Run by `large.test.ts` with little memory. */
import { packetModel } from "#main/packets/model.ts";
import { makeFile } from "#main/packets/write.ts";
import { bookmarksOf } from "./reading.ts";
import { drained, FONTS, manyFindings, packetInput } from "./support.ts";

let steps = 0;
const making = makeFile(packetModel(packetInput(manyFindings(1_000))), "pdf", [], { fonts: FONTS });
const { bytes, pages } = await drained(making, () => {
  steps += 1;
});
const shown = bookmarksOf(bytes)
  .flatMap((section) => section.kids.flatMap((check) => check.kids))
  .filter(({ title }) => /^\d+\. [A-G]\d\d /.test(title)).length;
process.stdout.write(
  JSON.stringify({ pages, steps, shown, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) }),
);
