/** Small rules of English that several screens share. */

let thousands: Intl.NumberFormat | undefined;

/** "1,200". The formatter is made at the first number that needs it: making one takes longer than a short list. */
export const grouped = (n: number): string => {
  if (n < 1000) return String(n);
  thousands ??= new Intl.NumberFormat("en-US");
  return thousands.format(n);
};

/** "1 person", "24 people": the number with the right form of its noun. */
export const counted = (n: number, one: string, many: string): string =>
  `${grouped(n)} ${n === 1 ? one : many}`;

/** "a", "a and b", "a, b and c". */
export const listed = (words: readonly string[]): string =>
  words.length < 2
    ? (words[0] ?? "")
    : `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
