/** What finding duplicates needs from libraries: the one form of a phone number, and how far two words are apart. */

/** ISO 3166-1, two letters: `US`. */
export type CountryCode = string;

export interface Alike {
  /**
   * The number in E.164, an extension behind it as `;ext=12`; nothing for what is no number. Without a country
   * (or with an unknown one) only numbers with `+` are read.
   */
  readonly phone: (typed: string, country: CountryCode | undefined) => string | undefined;
  /** Whether numbers of that country can be told: "US" or "us" can, "XX" cannot. */
  readonly knows: (country: CountryCode) => boolean;
  /** How many letters must be put in, taken out or replaced to turn one text into the other. */
  readonly distance: (one: string, other: string) => number;
}
