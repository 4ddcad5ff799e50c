import parseArguments from "string-argv";

import { Interrupted } from "../../src/domain/asking/ask.ts";
import type { Ask, Choice, Idle } from "../../src/domain/asking/ask.ts";

/** An answer to one question: text, yes or no, a choice's value or label, or several of them. "^C" is Ctrl-C (or Ctrl-D at a command line), and `nobody` that no key is pressed for too long. What is typed into a search takes the first that it finds. A function answers by the question's message. */
export type Answer = string | boolean | readonly string[] | ((message: string) => string);

export const nobody = "(nobody is there)";

/** Thrown at a question that nobody answers, until who waits for it is told. */
class NobodyThere extends Error {}

export interface ScriptedTerminal extends Ask {
  readonly queue: (answers: readonly Answer[]) => void;
  readonly waiting: () => number;
  /** The messages of all questions so far, in order. */
  readonly asked: readonly string[];
  readonly said: readonly string[];
  /** The labels of all choices so far. */
  readonly offered: readonly string[];
}

/** A terminal that answers from a queue; "" at a line or a choice is Enter. A refused answer is followed by the next one. */
export const createScriptedTerminal = (): ScriptedTerminal => {
  const answers: Answer[] = [];
  const asked: string[] = [];
  const said: string[] = [];
  const labels: string[] = [];
  const next = (message: string): Exclude<Answer, (message: string) => string> => {
    asked.push(message);
    const answer = answers.shift();
    if (answer === undefined) throw new Error(`nobody answers: ${message}`);
    if (answer === "^C") throw new Interrupted();
    if (answer === nobody) throw new NobodyThere();
    return typeof answer === "function" ? answer(message) : answer;
  };
  const find = <T>(choices: readonly Choice<T>[], answer: string, message: string): T => {
    const found = choices.find(({ value, label }) => value === answer || label === answer);
    if (found === undefined) {
      throw new Error(
        `"${message}" offers ${choices.map(({ label }) => label).join(" | ")}, not ${answer}`,
      );
    }
    return found.value;
  };
  const typed = (
    message: string,
    offered: string,
    check?: (answer: string) => true | string,
  ): string => {
    for (;;) {
      const answer = String(next(message));
      const taken = answer === "" ? offered : answer;
      const verdict = check?.(taken) ?? true;
      if (verdict === true) return taken;
      said.push(verdict);
    }
  };
  return {
    asked,
    said,
    offered: labels,
    queue: (more) => answers.push(...more),
    waiting: () => answers.length,
    say: (text) => {
      said.push(text);
    },
    clear: () => {
      said.push("(the screen is emptied)");
    },
    command: async ({ message, earlier, complete }) => {
      const text = String(next(message));
      const tab = text.indexOf("<Tab>");
      if (tab !== -1) {
        const words = text.slice(0, tab).split(" ");
        labels.push(...complete(words.slice(0, -1), words.at(-1) ?? ""));
        return { text: "", words: [] };
      }
      // The arrow key brings the last line back.
      const line = text === "<Up>" ? (earlier[0] ?? "") : text;
      return {
        text: line,
        words: line.split('"').length % 2 === 0 ? undefined : parseArguments(line),
      };
    },
    line: async ({ message, offered, check }) => typed(message, offered ?? "", check),
    secret: async ({ message, check }) => typed(message, "", check),
    yes: async ({ message, offered }) => {
      const answer = next(message);
      return answer === "" ? offered : answer === true;
    },
    one: async ({ message, choices, offered }) => {
      labels.push(...choices.map(({ label }) => label));
      const answer = next(message);
      const first = choices[0];
      if (answer === "" && (offered ?? first) !== undefined)
        return offered ?? (first as (typeof choices)[number]).value;
      return find(choices, String(answer), message);
    },
    several: async ({ message, choices, offered }) => {
      labels.push(...choices.map(({ label }) => label));
      const answer = next(message);
      if (answer === "") return offered ?? [];
      if (!Array.isArray(answer)) throw new Error(`"${message}" takes several answers`);
      return answer.map((one: string) => find(choices, one, message));
    },
    search: async ({ message, found }) => {
      const typed = String(next(message));
      const { choices } = found(typed, 12);
      labels.push(...choices.map(({ label }) => label));
      const [first] = choices;
      if (first === undefined) throw new Error(`"${message}" finds nothing for ${typed}`);
      return first.value;
    },
  };
};

/** The terminal for somebody who is told when nobody is there. */
export const watched = (terminal: Ask, idle: Idle | undefined): Ask => {
  const watch =
    <Q, T>(ask: (question: Q) => Promise<T>) =>
    async (question: Q): Promise<T> => {
      try {
        return await ask(question);
      } catch (error) {
        if (!(error instanceof NobodyThere)) throw error;
        if (idle === undefined) throw new Error("this question waits for ever", { cause: error });
        idle.expired();
        throw new Interrupted();
      }
    };
  return {
    ...terminal,
    line: watch(terminal.line),
    secret: watch(terminal.secret),
    yes: watch(terminal.yes),
    one: watch(terminal.one),
    command: watch(terminal.command),
  };
};
