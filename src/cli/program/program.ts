/**
 * The root of the command tree: a table of names and short helps. What a command takes is told by
 * its area's file, and what it does by its own, each loaded when the command is named; `--help` costs
 * commander, this file and little else.
 */
import { Command, Help, InvalidArgumentError, Option } from "commander";

import type { ExitCode } from "../exit-codes.ts";
import type { Surface, World } from "../world.ts";
import type { Definitions } from "./actions.ts";

interface Area {
  readonly title: string;
  readonly load: () => Promise<Definitions>;
  /** A name with its arguments, and one line. */
  readonly commands: readonly (readonly [usage: string, summary: string])[];
}

const areas: readonly Area[] = [
  {
    title: "Every day:",
    load: async () => (await import("./everyday.ts")).everyday,
    commands: [
      ["init", "make a vault for one campaign"],
      ["add", "record people and what they will do"],
      ["list", "everybody, with what they will do"],
      ["show <id>", "one person, whole"],
      ["edit <id>", "change a person or what she will do"],
      ["assess <id>", "note where somebody stands, 1 to 5"],
      ["confirm <ids...>", "people said it again, to the fixed text or date"],
      ["withdraw <id> [action]", "a person takes a pledge back, or all of them"],
      ["forget <id>", "erase a person, with nothing left of her"],
      ["status", "how ready you are, action by action"],
      ["demo", "a tour with sample people; asks nothing"],
    ],
  },
  {
    title: "Letters:",
    load: async () => (await import("./letters.ts")).letters,
    commands: [["letter", "write the demand letter that people sign"]],
  },
  {
    title: "Committee:",
    load: async () => (await import("./committee.ts")).committee,
    commands: [
      ["join [file]", "ask to be let into a committee; then take in its file"],
      ["invite <files...>", "let people in, and make the committee's next file"],
      ["committee", "who is in it; take somebody out"],
      ["campaign", "the campaign: unit, teams, actions, thresholds"],
      ["tally", "your count for the others, without a name"],
      ["merge <paths...>", "take in what others sent, in any order"],
      ["exchange <dir>", "the same through a folder that something else carries"],
      ["peek <file>", "what a file tells a stranger, and what a member"],
      ["key", "your fingerprint in words, and your certificate"],
    ],
  },
  {
    title: "Vault:",
    load: async () => (await import("./vault.ts")).vault,
    commands: [
      ["passphrase", "change the passphrase"],
      ["recovery", "open with the recovery words; or make new ones"],
      ["backup <file>", "copy the whole vault into one file"],
      ["restore <file>", "bring a vault back from such a file"],
      ["doctor", "check the vault and this machine"],
    ],
  },
];

const nameOf = (usage: string): string => usage.split(" ", 1)[0] ?? usage;

/**
 * Making all commands takes 4 ms, and one is enough for most command lines: those whose names stand
 * anywhere in it. All are made where none does: help shows them, and a mistyped name is compared with them.
 */
const wantedBy = (argv: readonly string[]): ((usage: string) => boolean) => {
  const words = new Set(argv);
  const named = (usage: string): boolean => words.has(nameOf(usage));
  const some = areas.some(({ commands }) => commands.some(([usage]) => named(usage)));
  return some && !words.has("--help") ? named : () => true;
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
      'Records who will do what at work, and writes the letter. Never goes online.\nOptions stand before or after a command: "pledge help options" lists them.',
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
    .option("--json", "print one JSON document instead of text")
    .option("--quiet", "print results and errors only")
    .option("--yes", "say yes to what would be asked")
    .option("--no-input", "never ask: what would be asked is an error")
    .addOption(new Option("--color <when>", "colour").choices(["auto", "always", "never"]))
    .addOption(new Option("--debug", "on a bug, print where it happened").hideHelp());
};

/** Commander puts an empty line below the usage; forty lines are a screen. */
const formatted = (command: Command, helper: Help): string =>
  Help.prototype.formatHelp.call(helper, command, helper).replace("\n\n", "\n");

const withoutOptions = (helper: Help): Help =>
  Object.assign(Object.create(helper) as Help, { visibleOptions: () => [] });

const helpOfRoot: Partial<Help> = {
  showGlobalOptions: false,
  // The options of all commands would push half of these off the screen. They are hidden here only: what was
  // mistyped is still compared with them.
  formatHelp: (command, helper) =>
    formatted(command, command.parent === null ? withoutOptions(helper) : helper),
};

/** `pledge help letter start`, for those who ask that way, and `pledge help options`. */
const addHelp = (program: Command, fill: (command: Command) => Promise<void>): void => {
  program
    .command("help", { hidden: true })
    .argument("[names...]")
    .action(async (names: readonly string[]) => {
      if (names.length === 1 && names[0] === "options") {
        program.configureHelp({ ...helpOfRoot, formatHelp: formatted });
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

/**
 * Builds the program for one command line; `load` gives the world to a command, `settle` receives its exit code, and
 * `heard` the help that commander prints for a group without a command.
 */
export const buildProgram = (
  argv: readonly string[],
  surface: Surface,
  load: () => Promise<World>,
  settle: (code: ExitCode) => void,
  heard: (help: string) => void,
): Command => {
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
    .configureHelp(helpOfRoot);
  addOptions(program, surface.version);
  const areaOf = new Map<string, Area>();
  const wanted = wantedBy(argv);
  for (const area of areas) {
    for (const [usage, summary] of area.commands.filter(([one]) => wanted(one))) {
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
    definitions[command.name()]?.(command, createActions(load, program, settle));
  };
  program.hook("preSubcommand", (_program, command) => fill(command));
  addHelp(program, fill);
  return program;
};
