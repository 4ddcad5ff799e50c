/** Days and lists in the words of a language. The same input gives the same text in every time zone. */

/** English without a country has the day before the month, as in the rest of our texts. */
const localeOf = (language: string): string => (language === "en" ? "en-GB" : language);

/** "22 November 2026"; always the Gregorian calendar and Western digits. */
export const longDay = (day: string, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: "long",
    timeZone: "UTC",
    calendar: "gregory",
    numberingSystem: "latn",
  }).format(new Date(`${day}T00:00:00Z`));

/** "a, b and c" */
export const joined = (items: readonly string[], language: string): string =>
  new Intl.ListFormat(localeOf(language), { style: "long", type: "conjunction" }).format(items);
