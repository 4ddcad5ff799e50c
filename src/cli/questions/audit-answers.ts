/** Of each person who was drawn: may the auditors ask her? The organizer has asked her first. */
import type { Ask } from "../../domain/asking/ask.ts";
import type { Answer } from "../../domain/audits/store.ts";
import { showable } from "../../domain/text/clean.ts";
import type { PersonAnswer } from "../../usecases/audits/answer-draw.ts";
import type { Drawn } from "../../usecases/audits/take-draw.ts";
import { saidIn } from "../render/audit.ts";
import { askText } from "./text.ts";

const choices: readonly { readonly value: Answer; readonly label: string }[] = [
  { value: "not-yet", label: "not asked yet" },
  { value: "yes", label: "yes, she agrees" },
  { value: "declined", label: "no, she would rather not" },
];

/** `auditors` are their handles in words. Those who cannot be opened any more are not asked about. */
export const askAnswers = async (
  ask: Ask,
  people: readonly Drawn[],
  auditors: string,
): Promise<readonly PersonAnswer[]> => {
  const answers: PersonAnswer[] = [];
  for (const { place, name, line, answer: before, reach, openable } of people) {
    if (!openable) continue;
    const answer = await ask.one({
      message: `${showable(name)} (${saidIn(line)}): may ${auditors} ask her?`,
      choices,
      offered: before,
    });
    const how =
      answer === "yes"
        ? await askText(ask, {
            message: "How do they reach her? (Enter = you say it yourself)",
            ...(reach === undefined ? {} : { offered: reach }),
            optional: true,
          })
        : "";
    answers.push({ place, answer, ...(how === "" ? {} : { reach: how }) });
  }
  return answers;
};
