/** Whose receipts there are: everybody who is counted for what is shown, by token. One person under two codes has two. */
import type { ActionKey } from "../campaign/campaign.ts";
import { eachClaim } from "../tallies/claims.ts";
import type { Signer } from "../tallies/claims.ts";
import type { Token } from "../tallies/tally.ts";

export interface Tokens {
  /** Those with a pledge for one of the actions that is sure, and that nobody says was taken back. */
  readonly counted: readonly Token[];
  /** Everybody of whom somebody says something. */
  readonly known: readonly Token[];
}

interface Said {
  readonly sure: Set<ActionKey>;
  readonly withdrawn: Set<ActionKey>;
  supporter: boolean;
}

const newSaid = (): Said => ({ sure: new Set(), withdrawn: new Set(), supporter: false });

/** Sorted. */
export const countedTokens = (
  signers: readonly Signer[],
  actions: ReadonlySet<ActionKey>,
): Tokens => {
  const byToken = new Map<Token, Said>();
  for (const [place, signer] of signers.entries()) {
    eachClaim(signer, place, (lines, at, claim) => {
      const token = lines.token(at);
      const said = byToken.get(token) ?? newSaid();
      byToken.set(token, said);
      said.supporter ||= claim.supporter;
      for (const one of claim.actions) {
        if (one.sure) said.sure.add(one.action);
        if (one.withdrawn) said.withdrawn.add(one.action);
      }
    });
  }
  const isCounted = ({ sure, withdrawn, supporter }: Said): boolean =>
    !supporter && [...sure].some((action) => actions.has(action) && !withdrawn.has(action));
  return {
    counted: [...byToken]
      .filter(([, said]) => isCounted(said))
      .map(([token]) => token)
      .toSorted(),
    known: [...byToken.keys()].toSorted(),
  };
};
