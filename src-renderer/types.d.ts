declare module "*.module.css" {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}

declare module "*.css";

interface Window {
  /** Put there by the preload script; see `src-shared/shell.ts`. */
  readonly backhaul: import("#shared/shell.ts").Shell;
}
