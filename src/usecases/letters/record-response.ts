/** What came back to a letter, demand by demand, and how each demand stands since. */
import type { DemandKey } from "../../domain/campaign/campaign.ts";
import type { Delivery, Response } from "../../domain/letters/delivery.ts";
import type { DemandChange } from "../../domain/letters/demand-state.ts";
import type { LetterFailure } from "../../domain/letters/failures.ts";
import type { Letter } from "../../domain/letters/letter.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { deliveriesOf } from "./deliveries.ts";
import { isNews } from "./own-demands.ts";

/** The deliveries of the letter that an answer can be to: at least one, those without an answer first. */
export const deliveriesToAnswer = (
  vault: Vault,
  letter: Letter,
): Result<readonly Delivery[], LetterFailure> => {
  const answered = new Set(vault.deliveries.responses().map(({ delivery }) => delivery));
  const all = deliveriesOf(vault, letter);
  return all.length === 0
    ? fail({ type: "letter-not-delivered", name: letter.name })
    : ok(all.toSorted((a, b) => Number(answered.has(a.number)) - Number(answered.has(b.number))));
};

/**
 * Keeps the answer, and of each demand that it speaks of how it stands since that day. Returns the demands for which
 * that is news. What was noted before stays; a demand that was passed over stands as it did.
 */
export const recordResponse = (vault: Vault, response: Response): readonly DemandKey[] => {
  const news: DemandKey[] = [];
  vault.transaction(() => {
    vault.deliveries.respond(response);
    for (const { demand, state, words } of response.answers) {
      if (state === "open") continue;
      const change: DemandChange = {
        state,
        since: response.on,
        ...(words === undefined ? {} : { words }),
      };
      if (!isNews(vault, demand, change)) continue;
      vault.demands.change(demand, change);
      news.push(demand);
    }
    return ok(undefined);
  });
  return news;
};
