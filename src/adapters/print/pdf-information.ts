/**
 * Takes out of a PDF what says when and with what it was made (ISO 32000-1, 14.3 and 7.5.5): all of the document
 * information but the title, and the file identifier. Lengths stay, so that every offset in the file does.
 */

/** A literal string (balanced parentheses are escaped by every writer we know), or one in hexadecimal. */
const text = String.raw`\((?:[^\\()]|\\[^])*\)|<[0-9A-Fa-f\s]*>`;
const member = String.raw`\s*\/(\w+)\s*(${text}|\/\w+)`;
const information = new RegExp(String.raw`^<<((?:${member})*)\s*>>`, "u");
const members = new RegExp(member, "gu");

/** As much blank as the text is long; in between only what is kept. */
const refilled = (whole: string, kept: string): string =>
  `<<${kept.padEnd(whole.length - "<<>>".length)}>>`;

/**
 * The PDF without those, of the same length, or nothing where the file is not built as browsers build it: a PDF
 * that nobody could look through must not leave the machine. The same page then gives the same bytes.
 */
export const withoutOrigin = (pdf: Uint8Array): Uint8Array | undefined => {
  // One character a byte, so that places in the text are places in the file.
  const file = Buffer.from(pdf).toString("latin1");
  // XMP would say it all once more. No browser writes it, and this is no reader for it.
  if (!file.startsWith("%PDF-") || file.includes("/Metadata")) return undefined;
  const end = /\ntrailer\s*(?<trailer><<[^]*>>)\s*startxref\s+(?<table>\d+)\s+%%EOF\s*$/u.exec(
    file,
  );
  const trailer = end?.groups?.["trailer"] ?? "";
  const table = Number(end?.groups?.["table"]);
  const number = /\/Info (?<number>\d+) 0 R/u.exec(trailer)?.groups?.["number"];
  // A second table means that the file was added to, and may say it all once more in what was replaced.
  const opening = /^xref\n0 \d+\n/u.exec(file.slice(table, table + 40))?.[0];
  if (end === null || number === undefined || opening === undefined || trailer.includes("/Prev")) {
    return undefined;
  }
  // Every line of the table has 20 bytes, the first ten are the object's place.
  const line = table + opening.length + 20 * Number(number);
  const object = `${number} 0 obj\n`;
  const start = Number(file.slice(line, line + 10));
  if (!file.startsWith(object, start)) return undefined;
  const at = start + object.length;
  const found = information.exec(file.slice(at, at + 64 * 1024));
  if (found === null) return undefined;
  const title = [...(found[1] ?? "").matchAll(members)].find(([, name]) => name === "Title");
  const before = end.index + end[0].indexOf(trailer);
  return Buffer.from(
    file.slice(0, at) +
      refilled(found[0], title === undefined ? "" : title[0].trim()) +
      file.slice(at + found[0].length, before) +
      trailer.replace(/\/ID\s*\[[^\]]*\]/u, (id) => " ".repeat(id.length)) +
      file.slice(before + trailer.length),
    "latin1",
  );
};
