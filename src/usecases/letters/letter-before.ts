/** What a follow-up or a statement goes back to: a letter that went out, or one to which an answer came. */
import type { DemandKey } from "../../domain/campaign/campaign.ts";
import type { Delivery, Response } from "../../domain/letters/delivery.ts";
import type { LetterFailure } from "../../domain/letters/failures.ts";
import type { Letter, Template } from "../../domain/letters/letter.ts";
import type { TemplateInput } from "../../domain/letters/ports.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { demandsAsked } from "./deliveries.ts";

/**
 * The deliveries that a letter from this template can go back to, the likeliest first: for a follow-up the latest
 * without an answer, for a statement the one answered last. Fails with `letter-about-nothing` where there is none.
 */
export const deliveriesBefore = (
  { deliveries }: Vault,
  about: NonNullable<Template["about"]>,
): Result<readonly Delivery[], LetterFailure> => {
  const latestFirst = deliveries.all().toReversed();
  const answered = deliveries.responses().map(({ delivery }) => delivery);
  const isAnswered = ({ number }: Delivery): boolean => answered.includes(number);
  const candidates = {
    delivery: latestFirst.toSorted((a, b) => Number(isAnswered(a)) - Number(isAnswered(b))),
    response: latestFirst
      .filter(isAnswered)
      .toSorted((a, b) => answered.lastIndexOf(b.number) - answered.lastIndexOf(a.number)),
  }[about];
  return candidates.length === 0 ? fail({ type: "letter-about-nothing", about }) : ok(candidates);
};

/** What the letter that went out asked for. */
export const demandsBefore = (vault: Vault, { letter }: Delivery): readonly DemandKey[] =>
  demandsAsked(vault, vault.letters.byName(letter) ?? { demands: [] });

/** Several answers to one delivery as one: of each demand what was said of it last, on the day of the last. */
const together = (responses: readonly Response[]): Response | undefined => {
  const last = responses.at(-1);
  if (last === undefined) return undefined;
  const said = responses.flatMap(({ answers }) => answers).filter(({ state }) => state !== "open");
  const answers = last.answers.map(
    (answer) => said.findLast(({ demand }) => demand === answer.demand) ?? answer,
  );
  return { ...last, answers };
};

/** What a template reads of it: the delivery, and what was answered to it so far. */
export const whatCameBefore = (
  { deliveries }: Vault,
  { about }: Pick<Letter, "about">,
): Pick<TemplateInput, "delivery" | "response"> => {
  const delivery = deliveries.all().find(({ number }) => number === about);
  if (delivery === undefined) return {};
  const response = together(deliveries.responses().filter((one) => one.delivery === about));
  return { delivery, ...(response === undefined ? {} : { response }) };
};
