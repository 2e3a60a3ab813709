/** The packet's typefaces: where they are, which characters they can print and how wide those are. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Paths of the three TrueType files a packet is set in. */
export interface PacketFonts {
  readonly regular: string;
  readonly medium: string;
  readonly mono: string;
}

/** The packet's fonts in a folder that holds them under the names of `resources/fonts`. */
export function fontsIn(folder: string): PacketFonts {
  return {
    regular: join(folder, "Roboto-Regular.ttf"),
    medium: join(folder, "Roboto-Medium.ttf"),
    mono: join(folder, "RobotoMono-Regular.ttf"),
  };
}

/** What layout needs to know of a font. */
export interface FontMetrics {
  /** Advance width of each code point the font can print, in thousandths of the type size. */
  readonly advances: ReadonlyMap<number, number>;
}

/** Reads a font's character map and advance widths. Throws when the file is no TrueType font with a Unicode map. */
export async function readMetrics(path: string): Promise<FontMetrics> {
  const bytes = await readFile(path);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const record = 12 + 16 * index;
    tables.set(bytes.toString("latin1", record, record + 4), view.getUint32(record + 8));
  }
  const at = (tag: string): number => {
    const offset = tables.get(tag);
    if (offset === undefined) throw new Error(`${path} is no TrueType font: it has no ${tag} table`);
    return offset;
  };
  const unitsPerEm = view.getUint16(at("head") + 18);
  const longMetrics = view.getUint16(at("hhea") + 34);
  const hmtx = at("hmtx");
  const advances = new Map<number, number>();
  for (const [codePoint, glyph] of characterMap(view, at("cmap"), path)) {
    const units = view.getUint16(hmtx + 4 * Math.min(glyph, longMetrics - 1));
    advances.set(codePoint, (units * 1000) / unitsPerEm);
  }
  return { advances };
}

/** The Basic Multilingual Plane map (cmap format 4) as code point and glyph. */
function* characterMap(view: DataView, cmap: number, path: string): Generator<[number, number]> {
  let table = -1;
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const offset = cmap + view.getUint32(cmap + 8 + 8 * index);
    if (view.getUint16(offset) === 4) table = offset;
  }
  if (table < 0) throw new Error(`${path} has no Unicode character map`);
  const segments = view.getUint16(table + 6) / 2;
  for (let segment = 0; segment < segments; segment += 1) {
    const ends = table + 14 + 2 * segment;
    const starts = ends + 2 * segments + 2;
    const deltas = starts + 2 * segments;
    const ranges = deltas + 2 * segments;
    const rangeOffset = view.getUint16(ranges);
    for (let code = view.getUint16(starts); code <= view.getUint16(ends) && code !== 0xffff; code += 1) {
      const raw = rangeOffset === 0 ? code : view.getUint16(ranges + rangeOffset + 2 * (code - view.getUint16(starts)));
      const glyph = raw === 0 ? 0 : (raw + view.getUint16(deltas)) & 0xffff;
      if (glyph !== 0) yield [code, glyph];
    }
  }
}
