/**
 * What the command tree offers for completion, read from the tree itself: names, options, fixed choices, and where a
 * file stands. Nothing of a vault: an id or a name that is completed is a list of people on the screen.
 */
import type { Argument, Command, Option } from "commander";

import { collect } from "../program/collect.ts";

/** What one word may be: one of these words, a file, a folder, or what only the person knows. */
export type Taken =
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "file" | "folder" | "own" };

export interface OfferedOption {
  /** "--output", and "-o" before it where there is one. */
  readonly flags: readonly string[];
  readonly summary: string;
  /** What its value may be, with the name of it; nothing for a switch. */
  readonly value?: { readonly name: string; readonly taken: Taken };
  readonly repeats: boolean;
}

export interface OfferedArgument {
  readonly name: string;
  readonly taken: Taken;
  /** Only the last one of a command. */
  readonly repeats: boolean;
}

export interface Offered {
  /** The names that lead here; none for `pledge` itself, whose options stand after any command. */
  readonly path: readonly string[];
  readonly summary: string;
  readonly options: readonly OfferedOption[];
  readonly takes: readonly OfferedArgument[];
  readonly commands: readonly Offered[];
}

/**
 * What stands in <angle brackets> in the help, and what may be typed for it. Everything in the tree is here, so that a new
 * word is thought about once: a file, or something that is nobody's business.
 */
export const takenBy: Readonly<Record<string, "file" | "folder" | "own">> = {
  file: "file",
  files: "file",
  path: "file",
  paths: "file",
  signatures: "file",
  // One of ours, or ./FILE.
  template: "file",
  dir: "folder",
  action: "own",
  count: "own",
  country: "own",
  day: "own",
  digits: "own",
  handle: "own",
  handles: "own",
  "handle=fingerprint": "own",
  "handle=teams": "own",
  "handle=words": "own",
  hash: "own",
  id: "own",
  ids: "own",
  key: "own",
  language: "own",
  n: "own",
  name: "own",
  "name=value": "own",
  number: "own",
  other: "own",
  text: "own",
};

const taken = (name: string, choices: readonly string[] | undefined): Taken =>
  choices === undefined ? { kind: takenBy[name] ?? "own" } : { kind: "words", words: choices };

/** What <angle brackets> hold in "-o, --output <file>". */
export const valueName = ({ flags }: Option): string =>
  /[<[](.+?)(?:\.\.\.)?[>\]]/u.exec(flags)?.[1] ?? "";

const offeredOption = (option: Option): OfferedOption => ({
  flags: [option.short, option.long].filter((flag) => flag !== undefined),
  summary: option.description,
  repeats: option.variadic || option.parseArg === collect,
  ...(option.required
    ? { value: { name: valueName(option), taken: taken(valueName(option), option.argChoices) } }
    : {}),
});

const offeredArgument = (argument: Argument): OfferedArgument => ({
  name: argument.name(),
  taken: taken(argument.name(), argument.argChoices),
  repeats: argument.variadic,
});

/** A list beside the cursor has room for a sentence, without its full stop. */
const firstSentence = (text: string): string =>
  (/^.*?\.(?=\s|$)/su.exec(text)?.[0] ?? text).replace(/\.$/u, "");

/** The options of all commands: those of `pledge`, the hidden one too, and --help. */
const globalOptions = (program: Command): readonly Option[] => [
  ...new Set([...program.options, ...program.createHelp().visibleOptions(program)]),
];

const offeredAt = (command: Command, path: readonly string[]): Offered => ({
  path,
  summary: firstSentence(command.summary() === "" ? command.description() : command.summary()),
  options: (path.length === 0 ? globalOptions(command) : command.options).map(offeredOption),
  takes: command.registeredArguments.map(offeredArgument),
  commands: command.commands.map((one) => offeredAt(one, [...path, one.name()])),
});

/** The same names below `help`, where nothing but names stands. */
const namesBelow = (offered: Offered, path: readonly string[]): Offered => ({
  path,
  summary: offered.summary,
  options: [],
  takes: [],
  commands: offered.commands.map((one) => namesBelow(one, [...path, ...one.path.slice(-1)])),
});

/** What a tree offers in which every command is filled; `topics` are the pages that `pledge help` has besides. */
export const offeredBy = (program: Command, topics: Readonly<Record<string, string>>): Offered => {
  const root = offeredAt(program, []);
  const commands = root.commands.filter(({ path }) => path[0] !== "help");
  const pages = Object.entries(topics).map(([topic, summary]): Offered => ({
    path: [topic],
    summary,
    options: [],
    takes: [],
    commands: [],
  }));
  const help = namesBelow({ ...root, commands: [...commands, ...pages] }, ["help"]);
  return { ...root, commands: [...commands, { ...help, summary: "the help of a command" }] };
};

/** This one and all below it. */
export const allOf = (offered: Offered): readonly Offered[] => [
  offered,
  ...offered.commands.flatMap(allOf),
];

/** Its own last name; "" for `pledge` itself. */
export const lastName = ({ path }: Offered): string => path.at(-1) ?? "";

/** Between single quotes, for bash and zsh: nothing in it is obeyed. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
