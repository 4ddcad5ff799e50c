/** Questions on the terminal itself. Never reads stdin and never writes to stdout. */
import { wrapAnsi } from "fast-wrap-ansi";

import { Interrupted } from "../../domain/asking/ask.ts";
import type { Ask, Idle, NoTerminal } from "../../domain/asking/ask.ts";
import { fail, ok } from "../../domain/result.ts";
import type { Result } from "../../domain/result.ts";
import { hasAlternateScreen, onAlternateScreen } from "./alternate-screen.ts";
import { hasControllingTerminal, writeToControllingTerminal } from "./controlling-terminal.ts";
import { createPaint, createTheme } from "./prompt-theme.ts";
import { putQuestion as put } from "./put-question.ts";
import type { EndKey, QuestionContext } from "./put-question.ts";

/** The screen, what scrolled out of it, and the cursor in the corner (xterm's 3J: others pass it over). */
const emptied = "\u001B[H\u001B[2J\u001B[3J";

/** The prompt takes the keys 1 to 9 as places in a list to tick. */
const digitKeys = 9;

/** Rows that a list may fill, so that the question, its help and an error stay on the screen. */
const listRows = (rows: number): number => Math.max(3, (rows > 0 ? rows : 24) - 5);

const listHelp = (choices: readonly unknown[], rows: number, keys: string): string =>
  choices.length > listRows(rows) ? `${keys} There are ${choices.length} in all.` : keys;

/** Broken between words at the terminal's width: a terminal itself breaks inside them. */
const wrapped = (text: string): string => {
  const columns = process.stderr.columns ?? process.stdout.columns ?? 80;
  return wrapAnsi(text, columns > 0 ? columns : 80, { trim: false });
};

/**
 * The questions, or `no-terminal` with the option to use `instead`. `color` is what the settings
 * (`--color`, `NO_COLOR`) come to for the terminal. Every question throws `Interrupted` when the
 * person ends it or the terminal goes away.
 */
export const openTerminal = (settings: {
  readonly instead: string;
  readonly color: boolean;
  readonly idle?: Idle | undefined;
}): Result<Ask, NoTerminal> => {
  if (!hasControllingTerminal()) return fail({ type: "no-terminal", instead: settings.instead });
  const paint = createPaint(settings.color);
  const theme = createTheme(paint);
  const putQuestion = <T>(endKey: EndKey, question: (context: QuestionContext) => Promise<T>) =>
    put(endKey, question, settings.idle);
  const say = (text: string): void => {
    if (!writeToControllingTerminal(`${wrapped(text)}\n`)) throw new Interrupted();
  };
  return ok({
    say,

    clear: () => {
      writeToControllingTerminal(emptied);
    },

    command: async (question) => {
      const { askCommand } = await import("./ask-command.ts");
      return putQuestion("when-empty", (context) => askCommand(question, context));
    },

    line: async ({ message, offered, check }) => {
      const { default: input } = await import("@inquirer/input");
      return putQuestion("when-empty", (context) =>
        input({ message, default: offered, theme, ...(check && { validate: check }) }, context),
      );
    },

    secret: async ({ message, check }) => {
      const { default: password } = await import("@inquirer/password");
      const hidden = { ...theme.style, maskedText: "(what you type is not shown)" };
      for (;;) {
        const answer = await putQuestion("when-empty", (context) =>
          password(
            { message, mask: false, toggleMask: false, theme: { ...theme, style: hidden } },
            context,
          ),
        );
        // Checked here: the prompt would keep a refused answer and add the next one to it, unseen.
        const verdict = check === undefined ? true : check(answer);
        if (verdict === true) return answer;
        say(paint.fault(verdict));
      }
    },

    yes: async ({ message, offered }) => {
      const { default: confirm } = await import("@inquirer/confirm");
      const hint = `(yes or no, Enter for: ${offered ? "yes" : "no"})`;
      return putQuestion("always", (context) =>
        confirm(
          {
            message,
            default: offered,
            theme: {
              ...theme,
              keywords: { yes: "yes", no: "no", error: () => "Please answer yes or no." },
              style: {
                ...theme.style,
                confirmDefault: (letter: string) => letter,
                defaultAnswer: () => paint.faint(hint),
              },
            },
          },
          context,
        ),
      );
    },

    one: async ({ message, choices, offered }) => {
      const { default: select } = await import("@inquirer/select");
      const preselected = choices.findIndex(({ value }) => value === offered);
      const chosen = await putQuestion("always", (context) => {
        const { rows } = context.output;
        const help = listHelp(choices, rows, "Arrow keys or a number move, Enter chooses.");
        return select(
          {
            message,
            choices: choices.map(({ label }, index) => ({ value: index, name: label })),
            default: Math.max(0, preselected),
            loop: false,
            pageSize: listRows(rows),
            theme: {
              ...theme,
              icon: { cursor: ">" },
              indexMode: "number",
              style: { ...theme.style, keysHelpTip: () => paint.faint(help) },
            },
          },
          context,
        );
      });
      const choice = choices[chosen];
      if (choice === undefined) throw new Error("the prompt chose what was not offered");
      return choice.value;
    },

    several: async ({ message, choices, offered }) => {
      const { default: checkbox } = await import("@inquirer/checkbox");
      const chosen = await putQuestion("always", (context) => {
        const { rows } = context.output;
        const keys = "Arrow keys move, Space or a number ticks, Enter goes on; none is fine.";
        const help = listHelp(choices, rows, keys);
        return checkbox(
          {
            message,
            choices: choices.map(({ value, label }, index) => ({
              value: index,
              name: index < digitKeys ? `${index + 1}. ${label}` : `   ${label}`,
              short: label,
              checked: offered?.includes(value) ?? false,
            })),
            loop: false,
            pageSize: listRows(rows),
            // A stray letter must not tick everything.
            shortcuts: { all: null, invert: null },
            theme: {
              ...theme,
              icon: { cursor: ">", checked: "[x]", unchecked: "[ ]" },
              style: {
                ...theme.style,
                renderSelectedChoices: (selected: readonly { readonly short: string }[]) =>
                  selected.length === 0 ? "none" : selected.map(({ short }) => short).join(", "),
                keysHelpTip: () => paint.faint(help),
              },
            },
          },
          context,
        );
      });
      return choices.filter((_, index) => chosen.includes(index)).map(({ value }) => value);
    },

    search: async (question) => {
      const { askSearch } = await import("./ask-search.ts");
      return putQuestion("when-empty", (context) => {
        const put = () => askSearch(question, { paint, theme }, context);
        return hasAlternateScreen(process.env) ? onAlternateScreen(put) : put();
      });
    },
  });
};
