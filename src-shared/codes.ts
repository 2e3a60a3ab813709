/** How codes of Amazon's are written. The start form and the importer ask the same. */

/** A delivery station: `DNA4`, `DXA4`, `WPA1`. */
export const STATION_CODE = /^[A-Z]{2,4}\d{1,2}$/i;
/** A DSP's short code: letters and digits. */
export const DSP_CODE = /^[A-Z0-9]{2,12}$/i;
