import type { Day } from "../../domain/day.ts";
import type { Delivery } from "../../domain/letters/delivery.ts";
import { shortHash } from "../../domain/letters/frozen-text.ts";
import type { Letter } from "../../domain/letters/letter.ts";
import type { Range } from "../../domain/pledges/readiness.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted, grouped } from "../../domain/text/words.ts";

export interface ListedLetter {
  readonly letter: Letter;
  /** People with a signature under the fixed text, as far as the lists of organizers show; nobody for a draft. */
  readonly signed: Range;
  /** People who pledged to sign and have not signed it; 0 for a draft. */
  readonly toAsk: number;
  /** When it went out, oldest first. */
  readonly deliveries: readonly ListedDelivery[];
}

export interface ListedDelivery {
  readonly delivery: Delivery;
  /** The day of the last answer. */
  readonly answeredOn?: Day;
}

const people = ({ low, high }: Range): string =>
  low === high
    ? counted(high, "person", "people")
    : `${grouped(low)} to ${counted(high, "person", "people")}`;

/** "  delivery 1: on 2026-11-22, by hand; an answer is due by 2026-12-15" */
const deliveryLine = ({ delivery, answeredOn }: ListedDelivery): string => {
  const { number, way, on, answerBy } = delivery;
  const due = answerBy === undefined ? "" : `; an answer is due by ${answerBy}`;
  const back = answeredOn === undefined ? due : `; answered on ${answeredOn}`;
  return `  delivery ${number}: on ${on}, ${showable(way)}${back}`;
};

/** "first-letter: fixed on 2026-11-22, signed by 15 people, 5 to ask (text 0123456789abcdef)", and a line a delivery. */
export const listedLetterText = ({ letter, signed, toAsk, deliveries }: ListedLetter): string => {
  const { name, frozen, startedOn } = letter;
  if (frozen === undefined)
    return [`${name}: a draft, started on ${startedOn}`, ...deliveries.map(deliveryLine)].join(
      "\n",
    );
  const by = `signed by ${people(signed)}, ${toAsk} to ask`;
  const fixed = `${name}: fixed on ${frozen.frozenOn}, ${by} (text ${shortHash(frozen.hash)})`;
  return [fixed, ...deliveries.map(deliveryLine)].join("\n");
};
