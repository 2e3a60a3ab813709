/**
 * Makes the icons of the installers from resources/icon.svg: `node packaging/icons.ts`, with rsvg-convert (Debian: librsvg2-bin) on the
 * path. The results are kept beside this file, so that packaging needs no such tool.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const SVG = join(import.meta.dirname, "..", "resources", "icon.svg");
const FOLDER = join(import.meta.dirname, "icons");

/** Edges in pixels that Linux desktops ask for. */
const LINUX = [16, 32, 48, 64, 128, 256, 512];
const WINDOWS = [16, 24, 32, 48, 64, 128, 256];
/** What macOS calls a picture of an edge. */
const MACOS: readonly (readonly [type: string, edge: number])[] = [
  ["icp4", 16],
  ["icp5", 32],
  ["ic07", 128],
  ["ic08", 256],
  ["ic09", 512],
  ["ic10", 1024],
  ["ic11", 32],
  ["ic12", 64],
  ["ic13", 256],
  ["ic14", 512],
];

for (const edge of LINUX) writeFileSync(join(FOLDER, `${edge}x${edge}.png`), png(edge));
writeFileSync(join(FOLDER, "icon.ico"), ico(WINDOWS));
writeFileSync(join(FOLDER, "icon.icns"), icns());

function png(edge: number): Buffer {
  return execFileSync("rsvg-convert", ["--width", String(edge), "--height", String(edge), SVG]);
}

/** A Windows icon: a head, a directory of 16 bytes a picture, the pictures as PNG. */
function ico(edges: readonly number[]): Buffer {
  const pictures = edges.map(png);
  const head = Buffer.alloc(6 + 16 * edges.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(edges.length, 4);
  let offset = head.length;
  for (const [index, picture] of pictures.entries()) {
    const entry = 6 + 16 * index;
    // 256 is written as 0.
    const edge = (edges[index] ?? 0) % 256;
    head.writeUInt8(edge, entry);
    head.writeUInt8(edge, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(picture.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += picture.length;
  }
  return Buffer.concat([head, ...pictures]);
}

/** A macOS icon: blocks of type, length and PNG inside one block. */
function icns(): Buffer {
  return block("icns", Buffer.concat(MACOS.map(([type, edge]) => block(type, png(edge)))));
}

function block(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, "latin1");
  head.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([head, content]);
}
