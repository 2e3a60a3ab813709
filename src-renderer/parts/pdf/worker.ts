/** The thread in which a PDF is taken apart: in the window's sandbox, without a connection to anywhere, and killed when it takes too long. */
import "pdfjs-dist/legacy/build/pdf.worker.mjs";
