/** Which lists were compared by voice, in words. */
import type { Json } from "../../domain/text/canonical-json.ts";
import { counted, grouped, listed } from "../../domain/text/words.ts";
import type { AgreementRow } from "../../usecases/tallies/agreement-rows.ts";
import type { Together } from "./together.ts";
import { teamName } from "./words.ts";

const called = ({ handles, own }: AgreementRow): string =>
  listed(
    handles
      .map((handle, place) => (place === own ? "you" : (handle ?? "somebody")))
      .toSorted((a, b) => Number(b === "you") - Number(a === "you") || (a < b ? -1 : 1)),
  );

const lateWords = ({ later, counts }: AgreementRow): string => {
  if (!counts) return "; not in use, since one of them is not counted";
  return later === 0
    ? ""
    : `; ${grouped(later)} ${later === 1 ? "has" : "have"} come to the two lists since`;
};

/** For `tally show`: a line an agreement. */
export const agreementLines = ({ campaign, sources }: Together): readonly string[] =>
  sources.agreements.map(
    (row) =>
      `Compared on ${row.on}: the lists about ${teamName(campaign, row.team) ?? "a team"} of ${called(row)}, ${counted(row.people, "person", "people")} together${lateWords(row)}.`,
  );

export const agreementsJson = ({ agreements }: Together["sources"]): Json =>
  agreements.map(({ handles, team, on, people, later, counts }) => ({
    handles: handles.map((handle) => handle ?? null),
    team,
    on,
    people,
    later,
    counts,
  }));
