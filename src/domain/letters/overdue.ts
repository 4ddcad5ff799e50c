/** Letters to which an answer is due and none has come. */
import { daysBetween } from "../age.ts";
import type { Day } from "../day.ts";
import type { Delivery, Response } from "./delivery.ts";

export interface OverdueAnswer {
  readonly delivery: Delivery & { readonly answerBy: Day };
  /** Days since the one on which it was due; 1 or more. */
  readonly days: number;
}

/** The longest overdue first. An answer on the day itself is in time. */
export const overdueAnswers = (
  deliveries: readonly Delivery[],
  responses: readonly Response[],
  today: Day,
): readonly OverdueAnswer[] => {
  const answered = new Set(responses.map(({ delivery }) => delivery));
  return deliveries
    .flatMap((delivery): OverdueAnswer[] => {
      const { number, answerBy } = delivery;
      if (answerBy === undefined || answerBy >= today || answered.has(number)) return [];
      return [{ delivery: { ...delivery, answerBy }, days: daysBetween(answerBy, today) }];
    })
    .toSorted((a, b) => b.days - a.days);
};
