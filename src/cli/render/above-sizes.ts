/** Who claims more people than there are, in lines for the screens that show where numbers come from. */
import type { AboveSize } from "../../domain/tallies/above-sizes.ts";
import type { Json } from "../../domain/text/canonical-json.ts";
import { counted, grouped } from "../../domain/text/words.ts";
import { calledOne, handleIn } from "./together.ts";
import type { Together } from "./together.ts";
import { teamName } from "./words.ts";

/** "heron: 45 in Cloud, which has 30". */
const claimText = (
  together: Together,
  { signer, relayed, of, team, people, size }: AboveSize,
): string => {
  const where = {
    team: `in ${teamName(together.campaign, team) ?? "a team"}, which has`,
    turf: "in the turf, which has",
    unit: "in the unit, which has",
  };
  return `${calledOne(together.sources, signer)}${relayed === true ? ", of others" : ""}: ${grouped(people)} ${where[of]} ${grouped(size)}`;
};

/** For `tally show`: each of them, and how they count. */
export const aboveLines = (together: Together): readonly string[] => {
  const { above } = together;
  if (above.length === 0) return [];
  return [
    `More people than there are: ${above.map((one) => claimText(together, one)).join("; ")}. Nobody is counted for more than there are, and no threshold is met by such a claim. Either the list is wrong, or the size: "pledge campaign edit".`,
  ];
};

/** For `status`: one line for all of them. */
export const aboveLine = (together: Together): readonly string[] => {
  const [first, ...others] = together.above;
  if (first === undefined) return [];
  const more =
    others.length === 0 ? "" : `, and ${counted(others.length, "other claim", "other claims")}`;
  return [
    `More than there are, ${claimText(together, first)}${more}; meets no threshold: "pledge tally show".`,
  ];
};

export const aboveJson = ({ above, sources }: Pick<Together, "above" | "sources">): Json =>
  above.map(({ signer, relayed, of, team, people, size }) => ({
    handle: handleIn(sources, signer),
    relayed: relayed === true,
    of,
    team: team ?? null,
    people,
    size,
  }));
