/**
 * The root of the command tree: a table of names and short helps. What a command takes is told by
 * its area's file, and what it does by its own, each loaded when the command is named; `--help` costs
 * commander, this file and little else.
 */
import { Command, InvalidArgumentError, Option } from "commander";

import type { Surface } from "../world.ts";
import { allCommands, areas, nameOf } from "./areas.ts";
import type { Area } from "./areas.ts";
import { helpWith } from "./root-help.ts";
import type { Wiring } from "./wiring.ts";

/**
 * Making all commands takes 4 ms, and one is enough for most command lines: those whose names stand
 * anywhere in it. Help is written from the table and needs none. All are made where a name was mistyped, which is compared with them.
 */
const wantedBy = (argv: readonly string[]): ((usage: string) => boolean) => {
  const words = new Set(argv);
  const named = (usage: string): boolean => words.has(nameOf(usage));
  const some = areas.some((area) => allCommands(area).some(([usage]) => named(usage)));
  return some || words.has("--help") ? named : () => true;
};

/** A descriptor that the caller opened: a whole number, 0 or above. */
const descriptor = (text: string): number => {
  if (!/^\d{1,5}$/u.test(text))
    throw new InvalidArgumentError("It should be the number of an open descriptor");
  return Number(text);
};

const addOptions = (program: Command, version: string): void => {
  program
    .description(
      'Records who will do what at work, and writes the letter. Never goes online.\n"pledge help NAME" explains a command, "pledge help options" the options.',
    )
    .version(`pledge ${version}`, "--version", "print the version")
    .helpOption("--help", "print this help, or that of a command")
    .helpCommand(false)
    .option("--vault <dir>", "the vault's folder (else PLEDGE_VAULT)")
    .addOption(
      new Option("--passphrase-fd <n>", "read the passphrase from an open descriptor").argParser(
        descriptor,
      ),
    )
    .option("--passphrase-file <path>", "read it from a file that only you can read (0600)")
    .option("--key-file <path>", "the key file that goes with the passphrase")
    .option("--json", "print one JSON document instead of text")
    .option("--quiet", "print results and errors only")
    .option("--yes", "say yes to what would be asked")
    .option("--no-input", "never ask: what would be asked is an error")
    .addOption(new Option("--color <when>", "colour").choices(["auto", "always", "never"]))
    .addOption(new Option("--debug", "on a bug, print where it happened").hideHelp());
};

/** `pledge help letter start`, for those who ask that way, and the pages of `help-topics.ts`. */
const addHelp = (program: Command, fill: (command: Command) => Promise<void>): void => {
  program
    .command("help", { hidden: true })
    .argument("[names...]")
    .action(async (names: readonly string[]) => {
      if (names.length === 1 && names[0] === "options") {
        program.configureHelp(helpWith("options"));
        return program.outputHelp();
      }
      if (names.length === 1 && names[0] === "ending") {
        program.configureHelp({ formatHelp: (await import("./ending.ts")).endingHelp });
        return program.outputHelp();
      }
      let found: Command | undefined = program;
      for (const name of names) {
        found = found.commands.find((one) => one.name() === name);
        if (found === undefined) return program.error("error: there is no such command");
        if (found.parent === program) await fill(found);
      }
      found.outputHelp();
    });
};

interface Tree {
  readonly program: Command;
  /** Tells a command of the table what it takes and does. */
  readonly fill: (command: Command) => Promise<void>;
}

/** A tree of the commands that are wanted; each is filled once it is called. */
const growTree = (wanted: (usage: string) => boolean, wiring: Wiring): Tree => {
  const { surface, heard } = wiring;
  const program = new Command("pledge");
  // These settings are copied to a command when it is made, so they come first.
  program
    .exitOverride()
    .configureOutput({
      writeOut: (text) => surface.stdout.write(text),
      // The help of what was named without a command; `run` decides where it goes.
      writeErr: heard,
      // What is wrong is printed by `run`, in our two lines.
      outputError: () => {},
      getOutHelpWidth: () => Math.min(surface.stdout.columns, 100),
    })
    .configureHelp(helpWith("commands"));
  addOptions(program, surface.version);
  const areaOf = new Map<string, Area>();
  for (const area of areas) {
    for (const [usage, summary] of allCommands(area).filter(([one]) => wanted(one))) {
      const command = program.command(usage).helpGroup(area.title).summary(summary);
      areaOf.set(command.name(), area);
    }
  }
  const fill = async (command: Command): Promise<void> => {
    const area = areaOf.get(command.name());
    if (area === undefined) return;
    const [{ createActions }, definitions] = await Promise.all([
      import("./actions.ts"),
      area.load(),
    ]);
    const actions = createActions(wiring, program, () => wholeTree(surface));
    definitions[command.name()]?.(command, actions);
  };
  program.hook("preSubcommand", (_program, command) => fill(command));
  addHelp(program, fill);
  return { program, fill };
};

/** Every command with all that it takes, to be read: for what is written from the tree, and for laws over it. */
export const wholeTree = async (surface: Surface): Promise<Command> => {
  const readOnly = (): Promise<never> => Promise.reject(new Error("this tree is read, not run"));
  const wiring = { surface, load: readOnly, settle: () => {}, heard: () => {}, again: readOnly };
  const { program, fill } = growTree(() => true, wiring);
  for (const command of program.commands) await fill(command);
  return program;
};

/** Builds the program for one command line. */
export const buildProgram = (argv: readonly string[], wiring: Wiring): Command =>
  growTree(wantedBy(argv), wiring).program;
