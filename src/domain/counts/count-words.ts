/** A published count in plain words: what each number means, and what is not shown and why. The same in every format. */
import { grouped } from "../text/words.ts";
import type { PublishedCount, ShownAction } from "./count.ts";
import { enoughMore } from "./held-number.ts";

/** The largest numbers first, which is the order in which people read them. */
export const inOrder = ({ shown }: PublishedCount): readonly ShownAction[] =>
  shown.toSorted((a, b) => b.atLeast - a.atLeast || (a.action < b.action ? -1 : 1));

/** "at least 140 of about 1,200". */
export const numberWords = (atLeast: number, size: number): string =>
  `at least ${grouped(atLeast)} of about ${grouped(size)}`;

/** In sentences, without anybody's words: safe in every format as they are. */
export const meaning = (count: PublishedCount): readonly string[] => {
  const { shown, last, unit } = count;
  const teams = shown.some((one) => one.teams.length > 0);
  const byLetter = last.some((one) => one.byLetter && one.atLeast > 0);
  return [
    `"At least": so many people have pledged it as the organizers together can show, everybody once. It may be more. "Of about" is the organizers' estimate, of ${unit.asOf}.`,
    "Every number is rounded down to a whole five. What fewer than five people stand behind is not shown, and of the unit or a team no more than 80 %.",
    ...(teams
      ? [
          "The number of the whole unit has everybody in it: also the people of small teams, of teams with fewer than five, and of teams that are not shown so that another cannot be worked out. That a team is missing says nothing of the people in it.",
        ]
      : [
          "No team is shown where that could tell who somebody is; its people are in the number of the whole unit.",
        ]),
    `A number stays as it was published last until at least ${enoughMore} more people are behind it than it says, so that two counts do not tell who came in between. Where people go it goes down at once, or the teams are not shown any more.`,
    ...(byLetter
      ? [
          "The number for sign is the one that the last letter shows, rounded down: two files that count the same people differently could be taken from each other.",
        ]
      : []),
    "No name is in this count, and none was made into a number in it.",
    ...(count.receipts === undefined
      ? []
      : [
          'Whoever has pledged and holds the code of her pledge can see whether she is counted in the list of receipts: "pledge receipt check FILE", without a vault.',
        ]),
  ];
};

/** Which count this is, and which it goes on from. */
export const chainWords = ({ number, after }: PublishedCount): string =>
  after === undefined
    ? `Count number ${grouped(number)}, the first.`
    : `Count number ${grouped(number)}. It goes on from the one with the SHA-256 ${after}.`;
