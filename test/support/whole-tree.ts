/** The command tree with every command filled, for laws over it. */
import type { Command } from "commander";

import { wholeTree } from "../../src/cli/program/program.ts";

const nowhere = { write: () => {}, isTerminal: false, columns: 80 };

export const commandTree = (): Promise<Command> =>
  wholeTree({ stdout: nowhere, stderr: nowhere, version: "0.0.0" });

/** The names that lead to a command; none for `pledge` itself. */
export const pathOf = (command: Command): readonly string[] =>
  command.parent === null ? [] : [...pathOf(command.parent), command.name()];

/** This command and all below it. */
export const commandsOf = (command: Command): readonly Command[] => [
  command,
  ...command.commands.flatMap(commandsOf),
];
