/**
 * Character references in Markdown (CommonMark 6.2), which the lexer hands on as they were typed.
 * Numbers, and the names that letters use; any other name stays as it was typed.
 */
const named: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00A0"],
  ["ndash", "–"],
  ["mdash", "—"],
  ["hellip", "…"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["laquo", "«"],
  ["raquo", "»"],
  ["middot", "·"],
  ["bull", "•"],
  ["sect", "§"],
  ["copy", "©"],
  ["reg", "®"],
  ["trade", "™"],
  ["deg", "°"],
  ["euro", "€"],
  ["pound", "£"],
  ["iexcl", "¡"],
  ["iquest", "¿"],
]);

const reference =
  /&(?:#[xX](?<hex>[\dA-Fa-f]{1,6})|#(?<decimal>\d{1,7})|(?<name>[A-Za-z]{2,8}));/gu;

const characterOf = (code: number): string =>
  code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
    ? "\uFFFD"
    : String.fromCodePoint(code);

/** The text that was meant: `Q&amp;A` gives `Q&A`. */
export const resolveReferences = (text: string): string =>
  text.replaceAll(reference, (typed: string, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return characterOf(Number.parseInt(hex, 16));
    if (decimal !== undefined) return characterOf(Number.parseInt(decimal, 10));
    return named.get(name ?? "") ?? typed;
  });
