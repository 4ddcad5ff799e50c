/** Which delivery a command is about: the one whose number was given, the only one, or the one that is chosen when asked. */
import type { Delivery } from "../domain/letters/delivery.ts";
import { fail, ok } from "../domain/result.ts";
import type { Result } from "../domain/result.ts";
import { numberedDelivery } from "../usecases/letters/deliveries.ts";
import type { Context } from "./context.ts";
import type { Failure } from "./failure.ts";
import { askWhichDelivery } from "./questions/delivery.ts";
import { terminalFor } from "./questions/terminal.ts";

/** A number of ours as typed, or why it is none. */
export const readNumber = (option: string, text: string): Result<number, Failure> =>
  /^[1-9]\d{0,8}$/u.test(text)
    ? ok(Number(text))
    : fail({
        type: "usage",
        message: `${option} takes the number of a delivery`,
        hint: 'the numbers stand in "pledge letter list"',
      });

/** `known`: those that it can be, at least one, the likeliest first. Without a terminal one of several must be named. */
export const whichDelivery = async (
  context: Context,
  known: readonly Delivery[],
  { given, question }: { readonly given: string | undefined; readonly question: string },
): Promise<Result<Delivery, Failure>> => {
  if (given !== undefined) {
    const number = readNumber("--delivery", given);
    return number.ok ? numberedDelivery(known, number.value) : number;
  }
  const [only, ...others] = known;
  if (only !== undefined && others.length === 0) return ok(only);
  const ask = await terminalFor(context, "--delivery NUMBER");
  return ask.ok
    ? ok(await askWhichDelivery(ask.value, question, known))
    : fail({ type: "delivery-not-chosen", known });
};
