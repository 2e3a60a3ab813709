/** The old Office container (OLE): legacy .xls workbooks, and the wrapping of a workbook with a password. */
import { Unreadable } from "./unreadable.ts";

const BOF = 0x0809;
const FILE_PASS = 0x002f;
/** Excel 5 to 2003 begin each workbook with this record; its version word tells 5 from 97. */
const VERSIONS = [0x0500, 0x0600];

/** Why an OLE container is not read; null where it is a workbook without a password. */
export function refusalOfOle(bytes: Uint8Array): Unreadable | null {
  if (contains(bytes, "EncryptedPackage") || isLockedWorkbook(bytes)) {
    return new Unreadable(
      "This workbook is protected with a password. Open it in Excel, remove the password, save it and drop it again.",
    );
  }
  if (contains(bytes, "Workbook") || contains(bytes, "Book")) return null;
  return new Unreadable(
    "This is an old Office document, not a spreadsheet that can be read. Save its table as XLSX or CSV and drop that.",
  );
}

/** Names in the container's directory are UTF-16. */
function contains(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, "utf16le"));
}

/** Looks for the password record among the first records of the workbook stream; sectors begin at multiples of 64 bytes. */
function isLockedWorkbook(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 8 <= bytes.length; at += 64) {
    if (view.getUint16(at, true) !== BOF || !VERSIONS.includes(view.getUint16(at + 4, true))) continue;
    let record = at;
    for (let step = 0; step < 12 && record + 4 <= bytes.length; step += 1) {
      if (view.getUint16(record, true) === FILE_PASS) return true;
      record += 4 + view.getUint16(record + 2, true);
    }
  }
  return false;
}
