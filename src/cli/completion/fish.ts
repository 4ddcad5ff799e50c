/** The completion script for fish: one line a command and an option. It starts no process. */
import { allOf, lastName } from "./offered.ts";
import type { Offered, OfferedOption, Taken } from "./offered.ts";

/** Between single quotes fish knows two escapes: of the quote, and of the backslash. */
const quoted = (text: string): string => `'${text.replaceAll(/[\\']/gu, "\\$&")}'`;

const valueFlags = (taken: Taken): string => {
  switch (taken.kind) {
    case "words":
      return `-x -a ${quoted(taken.words.join(" "))}`;
    case "file":
      return "-r -F";
    case "folder":
      return "-x -a '(__fish_complete_directories)'";
    case "own":
      return "-x";
    default:
      return taken satisfies never;
  }
};

const condition = (text: string): string => `-n ${quoted(text)}`;
const here = (path: readonly string[]): string => `__pledge_at ${quoted(path.join(" "))}`;

const optionLine = (path: readonly string[], { flags, summary, value }: OfferedOption): string =>
  [
    "complete -c pledge",
    // The options of pledge itself stand after any command.
    ...(path.length === 0 ? [] : [condition(here(path))]),
    ...flags.map((flag) => (flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)),
    ...(value === undefined ? [] : [valueFlags(value.taken)]),
    `-d ${quoted(summary)}`,
  ].join(" ");

const argumentLines = ({ path, takes }: Offered): readonly string[] =>
  takes.flatMap(({ taken, repeats }, index) => {
    if (taken.kind === "own") return [];
    const where = condition(`${here(path)} ${index}${repeats ? " more" : ""}`);
    const what = taken.kind === "file" ? "-F" : valueFlags(taken).replace("-x", "-f");
    return [`complete -c pledge ${where} ${what}`];
  });

const commandLine = (parent: Offered, one: Offered): string =>
  `complete -c pledge ${condition(`${here(parent.path)} 0`)} -f -a ${lastName(one)} -d ${quoted(one.summary)}`;

const linesOf = (offered: Offered): readonly string[] => [
  ...offered.commands.map((one) => commandLine(offered, one)),
  ...argumentLines(offered),
  ...offered.options.map((option) => optionLine(offered.path, option)),
];

/** The options with a value, each behind the commands after which it stands. */
const valued = (all: readonly Offered[]): readonly string[] =>
  all.flatMap(({ path, options }) =>
    options
      .filter(({ value }) => value !== undefined)
      .flatMap(({ flags }) => flags.map((flag) => [...path, flag].join(" "))),
  );

export const fishScript = (root: Offered): string => {
  const all = allOf(root);
  return `# Completes pledge in fish. Made by "pledge completion fish"; it never asks pledge, and knows nothing of a vault.

# Reads the words that were typed: which commands they are, and how many arguments stand after them.
function __pledge_read
    set -l path
    set -l number 0
    set -l pending 0
    set -l ended 0
    for word in $argv
        if test $pending = 1
            set pending 0
        else if test $ended = 0; and test "$word" = --
            set ended 1
        else if test $ended = 0; and string match -q -- '-?*' $word
            if contains -- $word $__pledge_valued; or contains -- "$path $word" $__pledge_valued
                set pending 1
            end
        else if test $number = 0; and contains -- (string trim -- "$path $word") $__pledge_commands
            set path (string trim -- "$path $word")
        else
            set number (math $number + 1)
        end
    end
    set -g __pledge_path "$path"
    set -g __pledge_number $number
end

# Whether the commands in $argv[1] were typed, with $argv[2] arguments after them, or with as many or "more". Asked
# a hundred times at each Tab, so the words are read once.
function __pledge_at
    set -l words (commandline -opc)
    set -l typed (string join \\x1f -- $words)
    if test "$typed" != "$__pledge_typed"
        __pledge_read $words[2..-1]
        set -g __pledge_typed "$typed"
    end
    test "$__pledge_path" = "$argv[1]"; or return 1
    set -q argv[2]; or return 0
    test $__pledge_number = $argv[2]; and return 0
    set -q argv[3]; and test $__pledge_number -gt $argv[2]
end

set -g __pledge_commands ${all
    .slice(1)
    .map(({ path }) => quoted(path.join(" ")))
    .join(" ")}
set -g __pledge_valued ${valued(all).map(quoted).join(" ")}

complete -c pledge -e
complete -c pledge -f
${all.flatMap(linesOf).join("\n")}
`;
};
