/** What is settled about printing before any program is asked: the paper, and how long it may take. */
export type Paper = "a4" | "letter";

// Where paper comes in US sizes, as the Unicode CLDR has it.
const onLetterPaper: ReadonlySet<string> = new Set(
  "BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split(" "),
);

/** The paper of a country (ISO 3166); A4 where none is known. */
export const paperOf = (country: string | undefined): Paper =>
  country !== undefined && onLetterPaper.has(country) ? "letter" : "a4";

/** How long a program may take before it is ended, in seconds. */
export const printPatience = 60;
