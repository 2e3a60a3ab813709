/** The half of pdf.js that parses, which comes without types of its own. Importing it is all there is to do. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs" {
  export const WorkerMessageHandler: object;
}
