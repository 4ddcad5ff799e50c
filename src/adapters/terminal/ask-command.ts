/** A command line with history and completion, both in memory alone. */
import { createInterface } from "node:readline";
import parseArguments from "string-argv";

import { Interrupted } from "../../domain/asking/ask.ts";
import type { Ask, TypedLine } from "../../domain/asking/ask.ts";
import type { QuestionContext } from "./put-question.ts";

type Question = Parameters<Ask["command"]>[0];

/** One word more is one more, unless it is inside of a quotation: the library would take it into the last one. */
const wordsOf = (text: string): readonly string[] | undefined => {
  const words = parseArguments(text);
  return parseArguments(`${text} x`).length === words.length + 1 ? words : undefined;
};

/** What Tab offers for the last word, which may only be begun. */
const completer =
  ({ complete }: Question) =>
  (text: string): [string[], string] => {
    const begun = /\s$/u.test(text) || text === "" ? "" : (/\S+$/u.exec(text)?.[0] ?? "");
    const before = wordsOf(text.slice(0, text.length - begun.length)) ?? [];
    const fitting = complete(before, begun).filter((word) => word.startsWith(begun));
    // One that is sure is followed by the next word.
    return [fitting.length === 1 ? fitting.map((word) => `${word} `) : [...fitting], begun];
  };

export const askCommand = (
  question: Question,
  { input, output, signal }: QuestionContext,
): Promise<TypedLine> =>
  new Promise((resolve, reject) => {
    const lines = createInterface({
      input,
      output,
      terminal: true,
      prompt: question.message,
      history: [...question.earlier],
      removeHistoryDuplicates: true,
      completer: completer(question),
    });
    lines.on("line", (text) => {
      resolve({ text, words: wordsOf(text) });
      lines.close();
    });
    lines.on("SIGINT", () => {
      const hadText = lines.line !== "";
      lines.write(null, { ctrl: true, name: "e" });
      lines.write(null, { ctrl: true, name: "u" });
      output.write(hadText ? "^C\n" : "\nCtrl-D or exit leaves.\n");
      lines.prompt();
    });
    // After a line it is settled already.
    lines.on("close", () => reject(new Interrupted()));
    signal.addEventListener("abort", () => lines.close());
    lines.prompt();
  });
