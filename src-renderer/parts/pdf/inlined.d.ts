/** A file as a data URL in a piece of script of its own. */
declare module "*?url&inline" {
  const dataUrl: string;
  export default dataUrl;
}
