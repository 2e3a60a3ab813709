/**
 * Sealed files: AES-256-GCM in pieces of 256 KiB, so that a large file is never in memory as a whole. A file begins with a mark and a random
 * salt, from which its own key is derived; a piece's nonce is its number and whether it is the last, so pieces cannot be moved, left out or
 * cut off; the name the file stands for is authenticated with every piece, so that files cannot change places.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { VaultError } from "./errors.ts";
import { KEY_BYTES, type Vault } from "./vault.ts";

const MARK = Buffer.from("BHSEAL1\n");
const SALT_BYTES = 32;
const HEAD = MARK.length + SALT_BYTES;
const PIECE = 256 * 1024;
const TAG = 16;

/** Bytes in, as they come. */
type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Bytes a sealed file has for so many bytes of content. */
export function sealedBytes(content: number): number {
  return HEAD + content + TAG * Math.max(1, Math.ceil(content / PIECE));
}

/** Bytes of content in a sealed file of so many. */
export function contentBytes(sealed: number): number {
  const rest = sealed - HEAD;
  return rest - TAG * Math.ceil(rest / (PIECE + TAG));
}

/** Seals bytes under a name. */
export async function* sealing(vault: Vault, name: string, content: Pieces): AsyncGenerator<Uint8Array> {
  const salt = randomBytes(SALT_BYTES);
  const crypt = crypto(vault, salt, name);
  yield Buffer.concat([MARK, salt]);
  for await (const { piece, number, last } of cut(content, PIECE)) yield crypt.seal(piece, number, last);
}

/** The content of what was sealed under a name. Throws VaultError `TAMPERED` at the first piece that is not as it was written. */
export async function* unsealing(vault: Vault, name: string, sealed: Pieces): AsyncGenerator<Uint8Array> {
  const source = iteratorOf(sealed);
  const head = await take(source, HEAD);
  if (head.length < HEAD || !head.subarray(0, MARK.length).equals(MARK)) throw tampered();
  const crypt = crypto(vault, head.subarray(MARK.length, HEAD), name);
  const rest = async function* () {
    yield head.subarray(HEAD);
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  };
  for await (const { piece, number, last } of cut(rest(), PIECE + TAG)) yield crypt.open(piece, number, last);
}

/** A text that fits into memory, sealed under a name, as base64. */
export function sealedText(vault: Vault, name: string, text: string): string {
  const salt = randomBytes(SALT_BYTES);
  const crypt = crypto(vault, salt, name);
  const pieces = cutWhole(Buffer.from(text), PIECE);
  return Buffer.concat([
    MARK,
    salt,
    ...pieces.map((piece, n) => crypt.seal(piece, n, n === pieces.length - 1)),
  ]).toString("base64");
}

/** The text again. Throws VaultError `TAMPERED`. */
export function unsealedText(vault: Vault, name: string, sealed: string): string {
  const all = Buffer.from(sealed, "base64");
  if (all.length < HEAD || !all.subarray(0, MARK.length).equals(MARK)) throw tampered();
  const crypt = crypto(vault, all.subarray(MARK.length, HEAD), name);
  const pieces = cutWhole(all.subarray(HEAD), PIECE + TAG);
  return Buffer.concat(pieces.map((piece, n) => crypt.open(piece, n, n === pieces.length - 1))).toString("utf8");
}

function cutWhole(bytes: Buffer, size: number): Buffer[] {
  const count = Math.max(1, Math.ceil(bytes.length / size));
  return Array.from({ length: count }, (_, number) => bytes.subarray(number * size, (number + 1) * size));
}

/** What comes in pieces as a whole. */
export async function all(pieces: Pieces): Promise<Buffer> {
  const list: Uint8Array[] = [];
  for await (const piece of pieces) list.push(piece);
  return Buffer.concat(list);
}

/** Seals and opens the pieces of one file. */
function crypto(vault: Vault, salt: Uint8Array, name: string) {
  const key = Buffer.from(hkdfSync("sha256", vault.fileKey, salt, "backhaul 1 sealed file", KEY_BYTES));
  const aad = Buffer.from(`backhaul sealed 1 ${name}`);
  const nonce = (number: number, last: boolean) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUIntBE(number, 5, 6);
    bytes[11] = last ? 1 : 0;
    return bytes;
  };
  return {
    seal(piece: Uint8Array, number: number, last: boolean): Buffer {
      const cipher = createCipheriv("aes-256-gcm", key, nonce(number, last)).setAAD(aad);
      return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
    },
    open(piece: Uint8Array, number: number, last: boolean): Buffer {
      if (piece.length < TAG) throw tampered();
      const end = piece.length - TAG;
      const decipher = createDecipheriv("aes-256-gcm", key, nonce(number, last), { authTagLength: TAG }).setAAD(aad);
      decipher.setAuthTag(piece.subarray(end));
      const content = decipher.update(piece.subarray(0, end));
      try {
        decipher.final();
      } catch {
        throw tampered();
      }
      return content;
    },
  };
}

/** Cuts what comes into pieces of one size; the last one is what is left, and there always is one. */
async function* cut(content: Pieces, size: number) {
  let number = 0;
  let held = Buffer.alloc(0);
  for await (const some of content) {
    let rest = Buffer.from(some.buffer, some.byteOffset, some.byteLength);
    // The last piece is only known when nothing follows: a full one is held back until something does.
    while (held.length + rest.length > size) {
      const missing = size - held.length;
      yield {
        piece: held.length === 0 ? rest.subarray(0, size) : Buffer.concat([held, rest.subarray(0, missing)]),
        number,
        last: false,
      };
      number += 1;
      rest = rest.subarray(missing);
      held = Buffer.alloc(0);
    }
    held = held.length === 0 ? Buffer.from(rest) : Buffer.concat([held, rest]);
  }
  yield { piece: held, number, last: true };
}

async function take(source: AsyncIterator<Uint8Array>, bytes: number): Promise<Buffer> {
  const list: Uint8Array[] = [];
  let length = 0;
  while (length < bytes) {
    const next = await source.next();
    if (next.done) break;
    list.push(next.value);
    length += next.value.length;
  }
  return Buffer.concat(list);
}

async function* iteratorOf(pieces: Pieces): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

function tampered(): VaultError {
  return new VaultError("TAMPERED", "A file of this workspace was changed since it was encrypted, so it is not used.");
}
