/** The completion script for zsh: one function a command, for `_arguments`. It starts no process. */
import { allOf, lastName, quoted } from "./offered.ts";
import type { Offered, OfferedArgument, OfferedOption, Taken } from "./offered.ts";

const functionOf = (path: readonly string[]): string => ["_pledge", ...path].join("_");

/** In a spec a colon ends a part and brackets end an explanation. */
const escaped = (text: string): string => text.replaceAll(/[\\:[\]]/gu, "\\$&");

const actionOf = (taken: Taken): string => {
  switch (taken.kind) {
    case "words":
      return `(${taken.words.join(" ")})`;
    case "file":
      return "_files";
    case "folder":
      return "_files -/";
    case "own":
      // A space: something is needed here, and nothing can be offered.
      return " ";
    default:
      return taken satisfies never;
  }
};

/** One spec a flag: the short one and the long one exclude each other, and themselves unless they repeat. */
const optionSpecs = ({ flags, summary, value, repeats }: OfferedOption): readonly string[] =>
  flags.map((flag) => {
    const once = repeats ? "*" : `(${flags.join(" ")})`;
    const sign = value !== undefined && flag.startsWith("--") ? "=" : "";
    const after = value === undefined ? "" : `:${escaped(value.name)}:${actionOf(value.taken)}`;
    return quoted(`${once}${flag}${sign}[${escaped(summary)}]${after}`);
  });

const argumentSpec = ({ name, taken, repeats }: OfferedArgument, index: number): string =>
  quoted(`${repeats ? "*" : index + 1}:${escaped(name)}:${actionOf(taken)}`);

const specs = (offered: Offered): readonly string[] => [
  ...(offered.path.length === 0 ? [] : offered.options.flatMap(optionSpecs)),
  '"${_pledge_everywhere[@]}"',
];

const leaf = (offered: Offered): string => `${functionOf(offered.path)}() {
  _arguments -S \\
    ${[...specs(offered), ...offered.takes.map(argumentSpec)].join(" \\\n    ")}
}
`;

/** `-A`: an option after the first name is for the command of that name to read. */
const group = (offered: Offered): string => `${functionOf(offered.path)}() {
  local curcontext=$curcontext state state_descr line
  typeset -A opt_args
  local -a names
  _arguments -C -S -A '-*' \\
    ${specs(offered).join(" \\\n    ")} \\
    '1: :->name' '*:: :->rest' && return 0
  case $state in
    name)
      names=(
        ${offered.commands.map((one) => quoted(`${escaped(lastName(one))}:${one.summary}`)).join("\n        ")}
      )
      _describe -t commands command names
      ;;
    rest)
      case $line[1] in
        ${offered.commands.map((one) => `${lastName(one)}) ${functionOf(one.path)} ;;`).join("\n        ")}
      esac
      ;;
  esac
}
`;

export const zshScript = (root: Offered): string => `#compdef pledge
# Completes pledge in zsh. Made by "pledge completion zsh"; it never asks pledge, and knows nothing of a vault.

typeset -ga _pledge_everywhere=(
  ${root.options.flatMap(optionSpecs).join("\n  ")}
)

${allOf(root)
  .map((one) => (one.commands.length === 0 ? leaf(one) : group(one)))
  .join("\n")}
# Found by its name in fpath this file is the function; sourced, it says what it completes.
if [[ $funcstack[1] == _pledge ]]; then
  _pledge "$@"
else
  compdef _pledge pledge
fi
`;
