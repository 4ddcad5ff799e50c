/** From an argument list to an exit code. Holds the only catch of the program. */
import { CommanderError } from "commander";
import type { Command } from "commander";

import { exitCodes } from "./exit-codes.ts";
import type { ExitCode } from "./exit-codes.ts";

import { buildProgram } from "./program/program.ts";
import type { Again } from "./program/wiring.ts";

import type { Surface, World } from "./world.ts";

/** Commander's texts begin with "error: " and a capital is never ours to keep. */
const clause = (message: string): string =>
  message
    .replace(/^error: /u, "")
    .replace(/\n.*$/su, "")
    .replace(/\.$/u, "")
    .trim();

const suggestion = (message: string): string | undefined =>
  /\((Did you mean [^)]+)\)/u.exec(message)?.[1];

const usageFailure = async (
  surface: Surface,
  json: boolean,
  error: CommanderError,
): Promise<ExitCode> => {
  const hint = suggestion(error.message);
  return (await import("./talk.ts")).printFailure(surface, json, {
    type: "usage",
    message: clause(error.message),
    hint:
      hint === undefined ? 'see "pledge --help", or --help after a command' : hint.toLowerCase(),
  });
};

const bug = (surface: Surface, debug: boolean, error: unknown): ExitCode => {
  surface.stderr.write(
    "pledge: error: something went wrong inside pledge; this is a bug of ours\n",
  );
  surface.stderr.write(
    "pledge: hint: run it again with --debug, and report what it prints after reading it through\n",
  );
  // A stack names folders of this machine, so it appears only when it is asked for.
  if (debug)
    surface.stderr.write(
      `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  return exitCodes.bug;
};

/** `pledge` alone is answered on stdout; a group without a command is a wrong command line. */
const withoutCommand = async (
  surface: Surface,
  load: () => Promise<World>,
  program: Command,
  help: string,
  again: Again,
): Promise<ExitCode> => {
  if (program.args.length > 0) {
    surface.stderr.write(help);
    return exitCodes.usage;
  }
  const [{ start }, { contextOf, globalsOf }] = await Promise.all([
    import("./commands/start.ts"),
    import("./program/actions.ts"),
  ]);
  return start(await contextOf(load, globalsOf(program)), help, again);
};

/** Parses and runs; throws what `run` turns into an exit code. */
const attempt = async (
  argv: readonly string[],
  surface: Surface,
  load: () => Promise<World>,
): Promise<ExitCode> => {
  let code: ExitCode = exitCodes.done;
  let help = "";
  const again: Again = (line, world) => run(line, world, async () => world);
  const program = buildProgram(argv, {
    surface,
    load,
    settle: (settled) => {
      code = settled;
    },
    heard: (text) => {
      help += text;
    },
    again,
  });
  try {
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    const isAlone = error instanceof CommanderError && error.code === "commander.help";
    if (!isAlone) throw error;
    return withoutCommand(surface, load, program, help, again);
  }
};

/** The exit code for what was thrown; what is only needed here is loaded here, not at every start. */
const caught = async (
  error: unknown,
  surface: Surface,
  argv: readonly string[],
): Promise<ExitCode> => {
  const json = argv.includes("--json");
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitCodes.done : usageFailure(surface, json, error);
  }
  const { Interrupted } = await import("../domain/asking/ask.ts");
  if (error instanceof Interrupted) {
    surface.stderr.write("pledge: stopped; what was not finished is not kept\n");
    return exitCodes.interrupted;
  }
  const { VaultStopped } = await import("../domain/vault/stopped.ts");
  if (error instanceof VaultStopped) {
    return (await import("./talk.ts")).printFailure(surface, json, error.failure);
  }
  return bug(surface, argv.includes("--debug"), error);
};

/** Runs one command line. Never throws, never exits: the caller sets the process's exit code. */
export const run = async (
  argv: readonly string[],
  surface: Surface,
  load: () => Promise<World>,
): Promise<ExitCode> => {
  try {
    return await attempt(argv, surface, load);
  } catch (error) {
    return caught(error, surface, argv);
  }
};
