/** What signers say, token by token, read off their copies without any index. */
import type { ActionKey, TeamKey } from "../../../src/domain/campaign/campaign.ts";
import type { Signer } from "../../../src/domain/tallies/claims.ts";
import type { TalliedAction, TallyLine, Token } from "../../../src/domain/tallies/tally.ts";
import { listed } from "./listed-lines.ts";

/** What one signer's copies say of one person: a line a copy, or nothing. */
export type Said = readonly (TallyLine | undefined)[];

export const tokensOf = (signers: readonly Signer[]): readonly Token[] => [
  ...new Set(
    signers.flatMap(({ copies }) =>
      copies.flatMap(({ lines }) => listed(lines).map(({ token }) => token)),
    ),
  ),
];

export const saidOf = (signer: Signer, token: Token): Said =>
  signer.copies.map(({ lines }) => listed(lines).find((line) => line.token === token));

export const linesOf = (said: Said): readonly TallyLine[] =>
  said.filter((line) => line !== undefined);

export const isKey = (team: string | undefined): team is TeamKey =>
  team !== undefined && team !== "*";

export const teamOf = (said: Said): TeamKey | undefined => {
  const given = linesOf(said).map(({ team }) => team);
  const [team] = given;
  return given.every((one) => one === team) && isKey(team) ? team : undefined;
};

export const isInTurf = (signer: Signer, token: Token): boolean =>
  signer.copies.every(({ lines, turf }) => {
    const line = listed(lines).find((one) => one.token === token);
    if (line === undefined) return true;
    if (line.team === "*") {
      return turf.length > 0 && turf.every((team) => signer.turf.includes(team));
    }
    return line.team !== undefined && signer.turf.includes(line.team);
  });

export const onAction = (
  line: TallyLine | undefined,
  action: ActionKey,
): TalliedAction | undefined => line?.actions.find((one) => one.action === action);

export const isLive = (said: TalliedAction | undefined): said is TalliedAction =>
  said !== undefined && said.state !== "withdrawn";
