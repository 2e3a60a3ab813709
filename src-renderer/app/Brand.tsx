import classes from "./Brand.module.css";

/** The mark: a road that turns and comes back with its load. */
export function Brand({ size = 26, wordless = false }: { readonly size?: number; readonly wordless?: boolean }) {
  return (
    <span className={classes.brand}>
      <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
        <rect className={classes.tile} width="32" height="32" rx="8" />
        <path className={classes.road} d="M8 9.5h10.2a5.8 5.8 0 0 1 0 11.6H9.6" />
        <path className={classes.road} d="m13.2 17-4.2 4.1 4.2 4.1" />
      </svg>
      {!wordless && <span className={classes.word}>Backhaul</span>}
    </span>
  );
}
