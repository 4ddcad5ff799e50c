import type { DeliveryFailure } from "../../domain/letters/failures.ts";
import type { Delivery } from "../../domain/letters/delivery.ts";
import { counted, listed } from "../../domain/text/words.ts";
import { exitCodes } from "../exit-codes.ts";
import type { Explainers } from "./explained.ts";

const { no, usage } = exitCodes;

/** "1 (first-letter, 2026-11-22)": whom it went to is somebody's name. */
const numbers = (known: readonly Delivery[]): string =>
  listed(known.map(({ number, letter, on }) => `${number} (${letter}, ${on})`));

export const explainDeliveries: Explainers<DeliveryFailure> = {
  "letter-faulty": ({ name, faults }) => ({
    message: `${name} should not go out with ${counted(faults.length, "fault", "faults")}: ${listed(faults.map(({ rule, line }) => `${rule} (line ${line})`))}`,
    hint: `see what to do about each: "pledge letter lint ${name}"; if it went out as it is, note that with --force`,
    exitCode: no,
  }),
  "letter-not-delivered": ({ name }) => ({
    message: `${name} has not gone out as far as this vault knows, so nothing can have come back`,
    hint: `note first to whom it went, and when: "pledge letter deliver ${name}"`,
    exitCode: no,
  }),
  "delivery-not-found": ({ known }) => ({
    message: "there is no such delivery",
    hint:
      known.length === 0
        ? 'this letter has none; note one with "pledge letter deliver NAME"'
        : `there are ${numbers(known)}`,
    exitCode: usage,
  }),
  "delivery-not-chosen": ({ known }) => ({
    message: "there are several deliveries that it can go back to",
    hint: `say which with --delivery NUMBER: ${numbers(known)}`,
    exitCode: usage,
  }),
  "letter-about-nothing": ({ about }) => ({
    message: {
      delivery: "this letter goes back to one that was delivered, and none has been noted",
      response: "this letter goes back to the company's answer, and none has been noted",
    }[about],
    hint: {
      delivery: 'note it first: "pledge letter deliver NAME"',
      response: 'note it first: "pledge letter respond NAME"',
    }[about],
    exitCode: no,
  }),
};
