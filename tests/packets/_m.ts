import { writeFileSync } from "node:fs";
import { packetModel } from "#main/packets/model.ts";
import { writePacketPdf } from "#main/packets/pdf.ts";
import { FONTS, packetInput, sampleFindings } from "./support.ts";
writeFileSync("/tmp/out.pdf", (await writePacketPdf(packetModel(packetInput(sampleFindings())), { fonts: FONTS })).bytes);
