import { writeFileSync } from "node:fs";
import { packetModel } from "#main/packets/model.ts";
import { writePacketPdf } from "#main/packets/pdf.ts";
import { FONTS, manyFindings, packetInput, sampleFindings } from "/work/main/tests/packets/support.ts";

const n = Number(process.argv[2] ?? 0);
const t = performance.now();
const model = packetModel(packetInput(n ? manyFindings(n) : sampleFindings()));
const t1 = performance.now();
let last = 0,
  first = 0;
const { bytes, pages } = await writePacketPdf(model, {
  fonts: FONTS,
  onProgress: () => {
    last = performance.now();
    first ||= last;
  },
});
writeFileSync("/tmp/out.pdf", bytes);
console.log({
  n,
  pages,
  kb: bytes.length >> 10,
  model: t1 - t,
  layout: first - t1,
  render: last - first,
  all: performance.now() - t,
  rssMB: process.resourceUsage().maxRSS >> 10,
});
