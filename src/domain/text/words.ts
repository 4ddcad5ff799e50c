/** Small rules of English that several screens share. */

/** "1,200". By hand: the first number through `Intl` takes 30 ms of a start (measured), and it is always English here. */
export const grouped = (n: number): string => String(n).replaceAll(/\B(?=(?:\d{3})+$)/gu, ",");

/** "1 person", "24 people": the number with the right form of its noun. */
export const counted = (n: number, one: string, many: string): string =>
  `${grouped(n)} ${n === 1 ? one : many}`;

/** "a", "a and b", "a, b and c". */
export const listed = (words: readonly string[]): string =>
  words.length < 2
    ? (words[0] ?? "")
    : `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
