/** What is not counted here, in words. */
import type { Campaign } from "../../domain/campaign/campaign.ts";
import type { Json } from "../../domain/text/canonical-json.ts";
import { showable } from "../../domain/text/clean.ts";
import type { TallySources } from "../../usecases/tallies/tally-sources.ts";

type One = TallySources["leftOut"][number];

/** "heron", "one life of heron's vault", "one copy of heron's tally" or bundle, "what heron says of Cloud". */
const leftOutWords = (
  { handle: known, of: kind, incarnation, sha256, team }: One,
  teams: Campaign["teams"],
): string => {
  const handle = known ?? "somebody";
  const name = teams.find(({ key }) => key === team)?.name ?? team;
  const of = name === undefined ? "" : ` about ${showable(name)}`;
  if (sha256 !== undefined) return `one copy of ${handle}'s ${kind} (${sha256.slice(0, 8)})${of}`;
  if (incarnation !== undefined)
    return `one life of ${handle}'s vault (${incarnation.slice(0, 8)})${of}`;
  return name === undefined ? `all that ${handle} sends` : `what ${handle} says${of}`;
};

/** One sentence each; of somebody who had several keys once. */
export const leftOutLines = (
  { leftOut }: Pick<TallySources, "leftOut">,
  { teams }: Pick<Campaign, "teams">,
): readonly string[] => [
  ...new Set(
    leftOut.map(
      (one) =>
        `Left out here since ${one.on}: ${leftOutWords(one, teams)}. Reason: ${showable(one.reason)}`,
    ),
  ),
];

export const leftOutJson = ({ leftOut }: Pick<TallySources, "leftOut">): Json =>
  leftOut.map(({ handle, from, incarnation, sha256, team, reason, on }) => ({
    handle: handle ?? null,
    fingerprint: from,
    incarnation: incarnation ?? null,
    sha256: sha256 ?? null,
    team: team ?? null,
    reason,
    on,
  }));
