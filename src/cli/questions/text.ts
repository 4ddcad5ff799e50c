/** A question for text that the vault can keep; what is wrong with an answer is said at once. */
import type { Ask } from "../../domain/asking/ask.ts";
import { isKey } from "../../domain/input/read.ts";
import type { ValueFault } from "../../domain/input/fault.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { cleanLine } from "../../domain/text/clean.ts";
import { explainValue } from "../explain/input.ts";

/** What is typed as it will be kept, or what is wrong with it. */
export type Clean = (text: string) => Result<string, ValueFault>;

interface TextQuestion {
  readonly message: string;
  readonly offered?: string;
  /** Whether Enter alone is an answer; it gives "". */
  readonly optional: boolean;
  /** One line unless given. */
  readonly clean?: Clean;
}

/** The answer, cleaned; "" when nothing was typed and nothing need be. */
export const askText = async (ask: Ask, question: TextQuestion): Promise<string> => {
  const { message, offered, optional, clean = cleanLine } = question;
  const typed = await ask.line({
    message,
    ...(offered === undefined ? {} : { offered }),
    check: (text) => {
      if (text.trim() === "") return optional || "Please type something.";
      const cleaned = clean(text);
      return cleaned.ok || `It ${explainValue(cleaned.failure)}.`;
    },
  });
  if (typed.trim() === "") return "";
  const cleaned = clean(typed);
  if (!cleaned.ok) throw new Error("the question let through what it checks");
  return cleaned.value;
};

/** What takes a value away where Enter alone keeps it. */
export const takeAway = "-";

/** A new value, `null` to take the present one away, nothing to keep it as it is. */
export const askErasable = async (
  ask: Ask,
  question: {
    readonly message: string;
    readonly present: string | undefined;
    readonly clean?: Clean;
  },
): Promise<string | null | undefined> => {
  const { message, present, clean = cleanLine } = question;
  const hint =
    present === undefined ? "Enter leaves it out" : `Enter keeps it, ${takeAway} takes it away`;
  const answer = await askText(ask, {
    message: `${message} (${hint})`,
    optional: true,
    clean: (text) => (text.trim() === takeAway ? ok(takeAway) : clean(text)),
  });
  if (answer === "") return undefined;
  return answer === takeAway ? null : answer;
};

/** A key of lower-case letters, digits and hyphens. */
export const cleanKey =
  (longest: number): Clean =>
  (text) =>
    isKey(text.trim(), longest) ? ok(text.trim()) : fail({ type: "key-malformed" });

/** A number of people, as a person writes it: "1200" or "1,200". */
export const peopleIn = (text: string): number | undefined => {
  const digits = /^(\d{1,3}(?:,\d{3})+|\d{1,8})$/u.exec(text.trim())?.[0];
  const n = Number(digits?.replaceAll(",", "") ?? 0);
  return n >= 1 && n <= 10_000_000 ? n : undefined;
};
