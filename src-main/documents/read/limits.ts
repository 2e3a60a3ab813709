/** How much of a file is read before it is refused. Generous for a week of five stations, tight enough to stay alive. */

/** Bytes of a file as it lies on the disk. */
export const MAX_FILE_BYTES = 200 * 1024 * 1024;
/** Bytes that a ZIP (or an XLSX, which is one) says it unpacks to, all members together. */
export const MAX_UNPACKED_BYTES = 500 * 1024 * 1024;
/** Files in a ZIP. */
export const MAX_MEMBERS = 200;
/** Cells of one sheet, counted where they hold something or stand before a cell that does. */
export const MAX_CELLS = 2_000_000;
/** Rows of a text that is read piece by piece. */
export const MAX_LONG_ROWS = 5_000_000;
/** What a spreadsheet program can hold; a row beyond it exists only in damaged files. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
