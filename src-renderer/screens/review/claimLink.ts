import { linkTo } from "../../app/route.ts";

/** The address of a claim, whatever its state. */
export function claimHref(number: number): string {
  return linkTo("claims", { status: "all", claim: String(number) });
}

/** A claim as people call it: `C-0007`. */
export function claimLabel(number: number): string {
  return `C-${String(number).padStart(4, "0")}`;
}
