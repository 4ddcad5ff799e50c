/**
 * What a language has to have words for outside the text that people sign. `{slot}` is filled in by
 * `outside-content.ts`; plurals are chosen by `Intl.PluralRules`. The same slots stand in every language.
 */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

export interface Phrases {
  /** BCP 47, for numbers and plurals. */
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  /** Between groups of digits, where usage differs from what `Intl` has. */
  readonly digitGroup?: string;
  /** {day} {month} {year} */
  readonly date: string;
  /** As they stand in a date, from January. */
  readonly months: readonly string[];
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
