/** A claim's number as people call it: `C-0007`. */
export function claimLabel(number: number): string {
  return `C-${String(number).padStart(4, "0")}`;
}
