/**
 * A name as it is compared: without accents, case, punctuation and the order of its words. Marks fall
 * away where a script knows them as accents or as vowels that are mostly left out (Latin, Greek, Cyrillic,
 * Hebrew, Arabic); in Devanagari, Thai or kana they are part of the letter and stay.
 */

export interface NameKey {
  /** The words in alphabetical order: equal for the same name in any order. Empty when there is no letter. */
  readonly key: string;
  /** The words as they are said, the given name of "Gómez, Ana" first. */
  readonly reading: string;
  readonly words: readonly string[];
  /** The first letters of the words, in alphabetical order. */
  readonly initials: string;
}

const accents =
  /[\u0300-\u036F\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED]/gu;

/** Letters that Unicode does not take apart and that keyboards without them replace by these. */
const replaced: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
  ς: "σ",
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ک: "ك",
  ة: "ه",
};
const replaceable = new RegExp(`[${Object.keys(replaced).join("")}]`, "gu");

const apostrophes = /['’‘ʼ`´]/gu;
const between = /[^\p{L}\p{N}\p{M}]+/u;

/** Names that are written without spaces. */
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+$/u;

const wordsOf = (name: string): readonly string[] =>
  name
    .normalize("NFKC")
    // As lists have it: "Gómez, Ana".
    .replace(/^([^,،]+)[,،]([^,،]+)$/u, "$2 $1")
    .replaceAll(apostrophes, "")
    .normalize("NFD")
    .toLowerCase()
    .replaceAll(accents, "")
    .replaceAll(replaceable, (letter) => replaced[letter] ?? letter)
    .normalize("NFC")
    .split(between)
    .filter((word) => word !== "");

/**
 * The same for every place at which a name is cut in two and turned around: 李小龙 and 小龙李 are one name, however
 * long the family name is, and 李龙小 is another.
 */
const leastRotation = (letters: readonly string[]): string => {
  const [least] = letters
    .map((_, index) => [...letters.slice(index), ...letters.slice(0, index)].join(""))
    .toSorted();
  return least ?? "";
};

const inOrder = (words: readonly string[]): readonly string[] => words.toSorted();

export const nameKey = (name: string): NameKey => {
  const written = wordsOf(name);
  const joined = written.join("");
  const words = unspaced.test(joined) ? [leastRotation([...joined])] : written;
  return {
    key: inOrder(words).join(" "),
    reading: words.join(" "),
    words,
    initials: inOrder(words.map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0))).join(""),
  };
};
