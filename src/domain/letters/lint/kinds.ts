/**
 * The kinds of letters and how long each may be. The thirteen blocks bind letters to an employer; every other
 * kind has a short list of its own, in the rules. A template of a kind that is not here is held to the rules
 * for every kind alone.
 */
export const letterKinds = [
  "employer",
  "follow-up",
  "official",
  "editor",
  "testimony",
  "statement",
  "press",
  "petition",
  "card",
  "sheet",
  "script",
] as const;

export type LetterKind = (typeof letterKinds)[number];

/** Kinds that are filled in by hand, so that a line to write on is no placeholder. */
export const paperKinds: readonly string[] = ["petition", "card", "sheet", "script"];

/** Words in the text that people sign: one A4 page for a letter, two minutes of speech, what a newspaper prints. */
export const wordLimits: Readonly<Partial<Record<string, number>>> = {
  employer: 450,
  "follow-up": 450,
  official: 450,
  editor: 250,
  testimony: 300,
  statement: 450,
  press: 450,
  petition: 450,
};
