/** Facts that are said when they matter; to be checked by counsel, never as advice. */

/** When somebody first pledges to refuse a part of the work (NLRA, partial strikes). */
export const refusalNote =
  "Good to know: in the US, refusing a part of the work while staying on the job is generally not protected by law, " +
  "and a no-strike clause may forbid it. To be checked by counsel before anybody acts; this is not advice.";

/** What a pledge code is for: the first time in full. */
export const codeLine = (code: string, first: boolean): string =>
  first
    ? `Pledge code ${code}: theirs to keep. Told to a second organizer, it lets two counts take one person once.`
    : `Pledge code ${code}, so that nobody counts them twice.`;

/** Why a number on the screen is not the one that was typed. */
export const roundingLine = (counted: string): string =>
  `The condition counts as ${counted}: conditions are rounded up, so that no number points to one person.`;
