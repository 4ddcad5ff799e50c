/** `pledge letter list`: the letters, and how many have signed each. */
import type { Letter, TextHash } from "../../domain/letters/letter.ts";
import type { Range } from "../../domain/pledges/readiness.ts";
import type { PersonId } from "../../domain/people/person.ts";
import type { Vault } from "../../domain/vault/vault.ts";
import { deliveriesOf } from "../../usecases/letters/deliveries.ts";
import { gatherSigners } from "../../usecases/letters/gather-signers.ts";
import { withdrawnElsewhere } from "../../usecases/letters/withdrawn-elsewhere.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { listedLetterText } from "../render/letter-list.ts";
import type { ListedDelivery, ListedLetter } from "../render/letter-list.ts";
import { withVault } from "../unlock.ts";

/** How many have signed, over every list that is here. */
const signedBy = (vault: Vault, text: TextHash, withdrawn: ReadonlySet<PersonId>): Range => {
  const gathered = gatherSigners(vault, text, withdrawn);
  if (gathered !== undefined) return gathered.merged.people;
  const own = vault.letters.signatories(text, withdrawn).length;
  return { low: own, high: own };
};

/** When the letter went out, and when an answer came last. */
const sentOut = (vault: Vault, letter: Letter): readonly ListedDelivery[] => {
  const responses = vault.deliveries.responses();
  return deliveriesOf(vault, letter).map((delivery) => {
    const answer = responses.findLast((one) => one.delivery === delivery.number);
    return { delivery, ...(answer === undefined ? {} : { answeredOn: answer.on }) };
  });
};

const nobody: Range = { low: 0, high: 0 };

/**
 * JSON: `{"v":1,"letters":[{"name","template","ownTemplate","language","startedOn","frozenOn","text","signed","signedAtMost","toAsk",
 * "deliveries":[{"number","on","answerBy","answeredOn"}]}]}`;
 * `text` is the SHA-256 of the frozen text; it and what follows from it are missing for a draft. `signed` is the
 * least, where organizers may have spoken to the same people, and `signedAtMost` the most.
 */
export const letterList = (context: Context): Promise<ExitCode> =>
  withVault(context, (vault) => {
    const withdrawn = withdrawnElsewhere({ vault, hashes: context.world.hashes });
    const letters = vault.letters.all().map((letter): ListedLetter => {
      const text = letter.frozen?.hash;
      return {
        letter,
        signed: text === undefined ? nobody : signedBy(vault, text, withdrawn),
        toAsk: text === undefined ? 0 : vault.letters.toAsk(text).length,
        deliveries: sentOut(vault, letter),
      };
    });
    context.talk.answer(
      {
        v: 1,
        letters: letters.map(({ letter, signed, toAsk, deliveries }) => {
          const { name, template, source, language, startedOn, frozen } = letter;
          const ownTemplate = source !== undefined;
          const fixed =
            frozen === undefined
              ? {}
              : {
                  frozenOn: frozen.frozenOn,
                  text: frozen.hash,
                  signed: signed.low,
                  signedAtMost: signed.high,
                  toAsk,
                };
          const sent = deliveries.map(({ delivery: { number, on, answerBy }, answeredOn }) => ({
            number,
            on,
            ...(answerBy === undefined ? {} : { answerBy }),
            ...(answeredOn === undefined ? {} : { answeredOn }),
          }));
          return { name, template, ownTemplate, language, startedOn, ...fixed, deliveries: sent };
        }),
      },
      () =>
        letters.length === 0
          ? 'There is no letter yet. Start one with "pledge letter start employer-demands".'
          : letters.map(listedLetterText).join("\n"),
    );
    return exitCodes.done;
  });
