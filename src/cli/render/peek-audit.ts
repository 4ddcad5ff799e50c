/** What a reader finds in the files of an audit, in sentences. */
import { mostDrawn } from "../../domain/audits/draw.ts";
import type { Draw } from "../../domain/audits/draw.ts";
import type { Opening } from "../../domain/audits/opening.ts";
import type { Fingerprint } from "../../domain/sealing/certificate.ts";
import { counted, grouped, listed } from "../../domain/text/words.ts";

interface Inside {
  readonly member: readonly string[];
  readonly memberWithStaffList: readonly string[];
}

type Called = (fingerprint: Fingerprint) => string;

const unchecked = (command: string): string =>
  `This is what the file says. Who signed it is checked only by "pledge tally audit ${command}".`;

export const toldDraw = (draw: Draw, called: Called, other: readonly string[]): Inside => ({
  member: [
    unchecked("open"),
    ...other,
    `The draw of an audit by number ${grouped(draw.committee.number)} of the committee file, with the words of ${listed(draw.auditors.map(({ member }) => called(member)).toSorted())}.`,
    `Tallies in it: ${draw.sources
      .map(({ from, seq, people }) => `${called(from)} ${grouped(seq)} (${grouped(people)})`)
      .toSorted()
      .join(", ")}. So the auditors hold these.`,
    `Which lines are drawn can be worked out from it: at most ${mostDrawn} of each tally. For whom they stand it does not say.`,
  ],
  memberWithStaffList: [],
});

export const toldOpening = (opening: Opening, called: Called, other: readonly string[]): Inside => {
  const { lines, from, seq, to, asOf } = opening;
  const opened = lines.filter(({ outcome }) => outcome === "opened").length;
  return {
    member: [
      unchecked("check"),
      ...other,
      `${called(from)} opens lines of tally number ${grouped(seq)}, as of ${asOf}, to ${listed(to.map(called).toSorted())} alone.`,
      opened === 0
        ? "No line is opened."
        : `${counted(opened, "person", "people")} by name, each with what she pledged, and how to reach her where the writer said so.`,
      `Of ${counted(lines.length - opened, "line", "lines")} that ${lines.length - opened === 1 ? "was" : "were"} drawn it says only that ${lines.length - opened === 1 ? "it is" : "they are"} not opened, or that somebody said no.`,
      "Nothing of anybody who was not drawn.",
    ],
    memberWithStaffList:
      opened === 0
        ? []
        : [
            "Whoever reads it can find these people's lines in every tally, earlier and later ones, too.",
          ],
  };
};
