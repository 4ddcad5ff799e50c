/**
 * The words that stand outside the text people sign, by language. `{slot}` is filled in by
 * `outside-content.ts`; plurals are chosen by `Intl.PluralRules`.
 */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

export interface Phrases {
  /** BCP 47, for dates, numbers and plurals. */
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  /** {place} {date} */
  readonly placeAndDate: string;
  /** {date} {people} {unit}; `people` decides the plural. */
  readonly howMany: Plural;
  readonly howManyMoreThan: Plural;
  readonly signatories: string;
  /** {unit} */
  readonly supporters: string;
  /** {name} {role} */
  readonly nameAndRole: string;
  /** {role} {people} */
  readonly roleOfSeveral: string;
  /** After the lines of those who are shown; {people}. */
  readonly others: Plural;
  readonly othersMoreThan: Plural;
  /** One to five others: their number would point to them. */
  readonly fewOthers: string;
  /** Where nobody is shown by a line; {people}. */
  readonly onlyOthers: Plural;
  readonly onlyOthersMoreThan: Plural;
  readonly affiliation: string;
}

const english: Phrases = {
  // Day before month, as the date stands on a letter: "22 November 2026".
  locale: "en-GB",
  direction: "ltr",
  placeAndDate: "{place}, {date}",
  howMany: {
    one: "As of {date}, {people} worker in {unit} has signed this letter.",
    other: "As of {date}, {people} workers in {unit} have signed this letter.",
  },
  howManyMoreThan: {
    one: "As of {date}, more than {people} worker in {unit} has signed this letter.",
    other: "As of {date}, more than {people} workers in {unit} have signed this letter.",
  },
  signatories: "Signatories",
  supporters: "Supporters from outside {unit}",
  nameAndRole: "{name}, {role}",
  roleOfSeveral: "{role} ({people})",
  others: {
    one: "and {people} other who signs without a name",
    other: "and {people} others who sign without their names",
  },
  othersMoreThan: {
    one: "and more than {people} other who signs without a name",
    other: "and more than {people} others who sign without their names",
  },
  fewOthers: "and at least one more who signs without a name",
  onlyOthers: {
    one: "{people} person who signs without a name",
    other: "{people} people who sign without their names",
  },
  onlyOthersMoreThan: {
    one: "More than {people} person who signs without a name",
    other: "More than {people} people who sign without their names",
  },
  affiliation: "Affiliations are given for identification only.",
};

const byLanguage: ReadonlyMap<string, Phrases> = new Map([["en", english]]);

/** The words for a language or its region ("en", "en-US"); nothing for a language that we have no words in. */
export const phrasesFor = (language: string): Phrases | undefined =>
  byLanguage.get(new Intl.Locale(language).language);
