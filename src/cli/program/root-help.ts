/**
 * The help of `pledge` itself, written from the table of commands, so that none of them is made for it; and the
 * help of a command, which is commander's own.
 */
import { Help } from "commander";
import type { Command } from "commander";

import { areas, nameOf } from "./areas.ts";
import type { Area } from "./areas.ts";

type Item = readonly [term: string, description: string];

/** Commander puts an empty line below the usage; forty lines are a screen. */
const formatted = (command: Command, helper: Help): string =>
  Help.prototype.formatHelp.call(helper, command, helper).replace("\n\n", "\n");

const optionItems = (program: Command, helper: Help): readonly Item[] =>
  helper
    .visibleOptions(program)
    .map((option) => [helper.optionTerm(option), helper.optionDescription(option)]);

const alsoIn = ({ also = [] }: Area): readonly Item[] =>
  also.length === 0 ? [] : [["and", also.map(([usage]) => nameOf(usage)).join(", ")]];

/** The options of all commands would push half of these off the screen, so they are shown only to whoever asks. */
const rootHelp = (program: Command, helper: Help, options: boolean): string => {
  const groups: readonly (readonly [title: string, items: readonly Item[]])[] = [
    ...(options ? [["Options:", optionItems(program, helper)] as const] : []),
    ...areas.map((area) => [area.title, [...area.commands, ...alsoIn(area)]] as const),
  ];
  const widest = Math.max(...groups.flatMap(([, items]) => items.map(([term]) => term.length)));
  const lines = [
    `Usage: ${helper.commandUsage(program)}`,
    helper.boxWrap(program.description(), helper.helpWidth ?? 80),
    ...groups.flatMap(([title, items]) => [
      "",
      title,
      ...items.map(([term, text]) => helper.formatItem(term, widest, text, helper)),
    ]),
    "",
  ];
  return lines.join("\n");
};

export const helpWith = (shown: "commands" | "options"): Partial<Help> => ({
  showGlobalOptions: false,
  // What is off unless it is given says nothing by saying so.
  optionDescription: (option) =>
    Help.prototype.optionDescription.call({}, option).replace(" (default: false)", ""),
  formatHelp: (command, helper) =>
    command.parent === null
      ? rootHelp(command, helper, shown === "options")
      : formatted(command, helper),
});
