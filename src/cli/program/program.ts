/**
 * The command tree: names, options and help texts. Nothing here does any work: each action loads
 * its command when it is called, so that `--help` costs commander and little else.
 */
import { Command, Help, InvalidArgumentError, Option } from "commander";

import type { ExitCode } from "../exit-codes.ts";
import type { Surface, World } from "../world.ts";
import { createActions } from "./actions.ts";
import { addCommittee } from "./committee.ts";
import { addEveryday } from "./everyday.ts";
import { addLetters } from "./letters.ts";
import { addVault } from "./vault.ts";

/** A descriptor that the caller opened: a whole number, 0 or above. */
const descriptor = (text: string): number => {
  if (!/^\d{1,5}$/u.test(text)) throw new InvalidArgumentError("It should be the number of an open descriptor.");
  return Number(text);
};

/**
 * Builds the program; `load` gives the world to a command, `settle` receives its exit code, and
 * `heard` the help that commander prints for a group without a command.
 */
export const buildProgram = (
  surface: Surface,
  load: () => Promise<World>,
  settle: (code: ExitCode) => void,
  heard: (help: string) => void,
): Command => {
  const program = new Command("pledge");
  // Both settings are copied to a subcommand when it is made, so they come first.
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
    .configureHelp({
      showGlobalOptions: false,
      // Commander puts an empty line below the usage; forty lines are a screen.
      formatHelp: (command, helper) => Help.prototype.formatHelp.call(helper, command, helper).replace("\n\n", "\n"),
    })
    .description("Records who will do what at work, and writes the letter. Never goes online.")
    .version(`pledge ${surface.version}`, "--version", "print the version")
    .helpOption("--help", "print this help, or that of a command")
    .helpCommand(false)
    .option("--vault <dir>", "the vault's folder (else PLEDGE_VAULT)")
    .addOption(new Option("--passphrase-fd <n>", "read the passphrase from an open descriptor").argParser(descriptor))
    .option("--passphrase-file <path>", "read it from a file that only you can read (0600)")
    .option("--json", "print one JSON document instead of text")
    .option("--quiet", "print results and errors only")
    .option("--yes", "say yes to what would be asked")
    .option("--no-input", "never ask: what would be asked is an error")
    .addOption(new Option("--color <when>", "colour").choices(["auto", "always", "never"]))
    .addOption(new Option("--debug", "on a bug, print where it happened").hideHelp());
  const actions = createActions(load, program, settle);
  addEveryday(program, actions);
  addLetters(program, actions);
  addCommittee(program, actions);
  addVault(program, actions);
  program
    .command("help", { hidden: true })
    .argument("[names...]")
    .action((names: readonly string[]) => {
      const found = names.reduce<Command | undefined>(
        (command, name) => command?.commands.find((one) => one.name() === name),
        program,
      );
      if (found === undefined) program.error("error: there is no such command");
      else found.outputHelp();
    });
  return program;
};
