/**
 * The escape for a value that stands in running Markdown text. HTML's escape is wrong there: the
 * name `![x](http://t/p.gif)` would become an image. A backslash goes before every character that
 * CommonMark, GFM or an autolink could take for markup, and ordinary names stay legible:
 * `Jean-Luc O'Neil`. Held against two parsers in test/adapters/documents/escape.test.ts.
 */
const always = /[!#$&*+:<=>@[\\\]^_`{|}~]/u;

/** Escapes one value. It may stand in running text only: never in a link target or a code span. */
export const escapeMarkdown = (value: string): string => {
  const characters = [...value];
  const isLetter = (character: string | undefined): boolean =>
    character !== undefined && /\p{L}/u.test(character);
  const escaped = characters.map((character, index) => {
    if (always.test(character)) return `\\${character}`;
    if (!"-.()".includes(character)) return character;
    const next = characters[index + 1];
    const quiet =
      isLetter(characters[index - 1]) && (isLetter(next) || next === " " || next === undefined);
    return quiet ? character : `\\${character}`;
  });
  // GFM links "www." without any bracket.
  return escaped.join("").replaceAll(/www\./giu, (match) => `${match.slice(0, 3)}\\.`);
};
