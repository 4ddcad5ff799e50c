/**
 * Several things in one cell of ours: separated by `;`, a `;` or a `\` that belongs to one of them
 * with a `\` before it. White space around them says nothing.
 */

export const writeListedCell = (items: readonly string[]): string =>
  items.map((item) => item.replaceAll(/[\\;]/gu, String.raw`\$&`)).join("; ");

/** The things in a cell; empty ones are none. A `\` at the end stands for itself. */
export const readListedCell = (cell: string): readonly string[] =>
  (cell.match(/(?:\\[\s\S]|[^\\;]|\\$)+/gu) ?? [])
    .map((item) => item.replaceAll(/\\([\s\S])/gu, "$1").trim())
    .filter((item) => item !== "");

/** What stands before the first `:` and what stands behind it; without one, all of it stands before. */
export const readNamed = (item: string): readonly [before: string, behind: string | undefined] => {
  const at = item.indexOf(":");
  return at === -1
    ? [item.trim(), undefined]
    : [item.slice(0, at).trim(), item.slice(at + 1).trim()];
};
