/**
 * Phone numbers in one form and the distance between words, by their libraries. The metadata of phone numbers
 * takes 25 ms to load (measured), so it is loaded at the first number that is looked at, if any.
 */
import { createRequire } from "node:module";
import { distance } from "fastest-levenshtein";
import type * as Library from "libphonenumber-js/min";
import type { Alike } from "../../domain/people/duplicates/alike.ts";

const require = createRequire(import.meta.url);

let phones: typeof Library | undefined;

/** The smallest of the library's entries that knows every country. */
const loadPhones = (): typeof Library =>
  (phones ??= require("libphonenumber-js/min") as typeof Library);

/** Digits without letters but those of an extension; anything else is a name, for which nothing needs to be loaded. */
const numberLike = /^[^\p{L}@]*\p{Nd}[^\p{L}@]*(?:(?:extension|ext|x)[^\p{L}@]*)?$/iu;

export const alike: Alike = {
  phone: (typed, country) => {
    if (!numberLike.test(typed)) return undefined;
    // The library takes an unknown country for none.
    const number = loadPhones().parsePhoneNumberFromString(typed, {
      ...(country === undefined ? {} : { defaultCountry: country as Library.CountryCode }),
      extract: false,
    });
    // Two digits with a country in front are no number that anybody could call.
    if (number === undefined || !number.isPossible()) return undefined;
    return number.ext === undefined ? number.number : `${number.number};ext=${number.ext}`;
  },
  knows: (country) => loadPhones().isSupportedCountry(country.toUpperCase()),
  distance,
};
