/**
 * The completion script for bash, written for the 3.2 of macOS too: no associative arrays. It starts no process and opens
 * no file; files are completed by bash itself.
 */
import { allOf, lastName, quoted } from "./offered.ts";
import type { Offered, Taken } from "./offered.ts";

/** Words never begin with @. */
const takenWord = (taken: Taken): string =>
  taken.kind === "words" ? taken.words.join(",") : `@${taken.kind}`;

const flagsOf = ({ options }: Offered): string => options.flatMap(({ flags }) => flags).join(" ");

const afterCase = (offered: Offered): string => {
  const { path, commands, takes } = offered;
  const isRoot = path.length === 0;
  const set = [
    ["commands", commands.map(lastName).join(" ")],
    ["options", isRoot ? "" : flagsOf(offered)],
    ["takes", takes.map((one) => takenWord(one.taken)).join(" ")],
    ["repeats", takes.at(-1)?.repeats === true ? "1" : ""],
  ].flatMap(([name = "", value = ""]) => (value === "" ? [] : [`${name}=${quoted(value)}`]));
  return `    ${quoted(path.join(" "))}) ${set.join(" ")} ;;`;
};

const valueCases = ({ path, options }: Offered): readonly string[] =>
  options.flatMap(({ flags, value }) => {
    if (value === undefined) return [];
    // The options of `pledge` itself stand after any command.
    const at = path.length === 0 ? "*" : quoted(path.join(" "));
    const where = flags.map((flag) => `${at}:${flag}`).join(" | ");
    return [`    ${where}) value=${quoted(takenWord(value.taken))} ;;`];
  });

export const bashScript = (root: Offered): string => {
  const all = allOf(root);
  // A command's own option comes before one of the same name for all.
  const valued = [...all.slice(1), root].flatMap(valueCases);
  return `# Completes pledge in bash. Made by "pledge completion bash"; it never asks pledge, and knows nothing of a vault.

# What may stand after the commands in $1.
_pledge_after() {
  commands= options= takes= repeats=
  case $1 in
${all.map(afterCase).join("\n")}
  esac
}

# What the option $2 takes after the commands in $1; fails where it takes nothing.
_pledge_value() {
  value=
  case "$1:$2" in
${valued.join("\n")}
    *) return 1 ;;
  esac
}

# Offers those of the words in $1 that begin with $2.
_pledge_words() {
  local one
  for one in $1; do
    if [[ $one == "$2"* ]]; then COMPREPLY+=("$one"); fi
  done
}

# Offers what $1 names: words, files, folders, or nothing.
_pledge_offer() {
  case $1 in
    @own) ;;
    @file) if type compopt >/dev/null 2>&1; then compopt -o default; fi ;;
    @folder) if type compopt >/dev/null 2>&1; then compopt -o dirnames; fi ;;
    *) _pledge_words "\${1//,/ }" "$2" ;;
  esac
}

_pledge() {
  local IFS=$' \\t\\n'
  local commands= options= takes= repeats= value= word= path= pending= glued= ended= i=1 number=0
  local current=\${COMP_WORDS[COMP_CWORD]}
  COMPREPLY=()
  for ((; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    # bash takes --color=never and name=value apart.
    if [[ $word == [=:] ]]; then
      if [[ ! $pending ]]; then glued=1; fi
    elif [[ $glued ]]; then
      glued=
    elif [[ $pending ]]; then
      pending=
    elif [[ ! $ended && $word == -- ]]; then
      ended=1
    elif [[ ! $ended && $word == -?* ]]; then
      if _pledge_value "$path" "$word"; then pending=$value; fi
    else
      _pledge_after "$path"
      if ((number == 0)) && [[ " $commands " == *" $word "* ]]; then
        path=\${path:+$path }$word
      else
        ((number += 1))
      fi
    fi
  done
  if [[ $glued ]]; then return 0; fi
  if [[ $current == [=:] ]]; then
    if [[ ! $pending ]]; then return 0; fi
    current=
  fi
  if [[ $pending ]]; then
    _pledge_offer "$pending" "$current"
    return 0
  fi
  _pledge_after "$path"
  if [[ ! $ended && $current == -* ]]; then
    _pledge_words "$options ${flagsOf(root)}" "$current"
    return 0
  fi
  if ((number == 0)); then _pledge_words "$commands" "$current"; fi
  set -- $takes
  if (($# > 0 && (number < $# || \${repeats:-0}))); then
    if ((number < $#)); then shift "$number"; else shift $(($# - 1)); fi
    _pledge_offer "$1" "$current"
  fi
  return 0
}

# Before bash 4 a script cannot ask for files at one place only: there they are offered wherever nothing else is.
if type compopt >/dev/null 2>&1; then
  complete -F _pledge pledge
else
  complete -o default -F _pledge pledge
fi
`;
};
