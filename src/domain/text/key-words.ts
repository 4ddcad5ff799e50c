/** A short key from what somebody wrote: its first words in a-z and digits, joined by hyphens. */

const most = 4;

/** Words that would fill a key and name nothing. */
const small = new Set(["a", "an", "and", "by", "for", "in", "of", "on", "or", "the", "to", "with"]);

/** "Riverton City Council, minutes of May" is "riverton-city-council-minutes"; nothing where no letter of it is in a-z. */
export const keyWords = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    // A number alone says little, and a year stands in a key already.
    .filter((word) => /[a-z]/u.test(word) && !small.has(word))
    .slice(0, most)
    .join("-");
