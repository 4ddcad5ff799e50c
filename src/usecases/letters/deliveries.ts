/** Letters that went out: which those are, and what they asked for. */
import type { DemandKey } from "../../domain/campaign/campaign.ts";
import type { Delivery } from "../../domain/letters/delivery.ts";
import type { LetterFailure } from "../../domain/letters/failures.ts";
import type { Letter } from "../../domain/letters/letter.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";

/** The deliveries of a letter, oldest first. */
export const deliveriesOf = ({ deliveries }: Vault, { name }: Letter): readonly Delivery[] =>
  deliveries.all().filter(({ letter }) => letter === name);

/** The one with that number, among those that are asked for. */
export const numberedDelivery = (
  known: readonly Delivery[],
  number: number,
): Result<Delivery, LetterFailure> => {
  const found = known.find((one) => one.number === number);
  return found === undefined ? fail({ type: "delivery-not-found", known }) : ok(found);
};

/** What the company was asked for; a text that came with the committee file does not say, so the campaign does. */
export const demandsAsked = (
  { campaign }: Vault,
  { demands }: Pick<Letter, "demands">,
): readonly DemandKey[] => (demands.length > 0 ? demands : campaign.get().demands);
