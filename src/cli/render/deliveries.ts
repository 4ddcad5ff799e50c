/** Letters that went out, in words. Whom they went to is somebody's name, so lists leave it out. */
import type { Delivery } from "../../domain/letters/delivery.ts";
import type { OverdueAnswer } from "../../domain/letters/overdue.ts";
import { showable } from "../../domain/text/clean.ts";
import { counted } from "../../domain/text/words.ts";

/** "2: first-letter to Dana Roe, by hand, on 2026-11-22; an answer is due by 2026-12-15" */
export const deliveryText = ({
  number,
  letter,
  addressee,
  way,
  on,
  answerBy,
}: Delivery): string => {
  const due = answerBy === undefined ? "" : `; an answer is due by ${answerBy}`;
  return `${number}: ${letter} to ${showable(addressee)}, ${showable(way)}, on ${on}${due}`;
};

/** "first-letter (2) 3 days" */
export const overdueText = ({ delivery: { letter, number }, days }: OverdueAnswer): string =>
  `${letter} (${number}) ${counted(days, "day", "days")}`;
