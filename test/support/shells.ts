/**
 * What the shells of the machine offer at Tab once our script is loaded. Nothing but a `pledge` is on their PATH, and that
 * one leaves a mark: a process that a completion starts is either seen or missing.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";

import { inTerminal } from "./pseudo-terminal.ts";
import type { Home } from "./real-pledge.ts";

/** For each line that is typed, the words that are offered for its last one, sorted. */
export type Completing = (
  lines: readonly string[],
) => Promise<ReadonlyMap<string, readonly string[]>>;

interface Prepared {
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
}

const bait = (home: Home): string => {
  const bin = join(home.folder, "bin");
  if (!existsSync(bin)) {
    mkdirSync(bin);
    chmodSync(home.file("bin/pledge", `#!/bin/sh\n: >'${home.folder}/started'\n`), 0o700);
  }
  return bin;
};

const prepare = (home: Home, name: string, script: string): Prepared => {
  const cwd = join(home.folder, "here");
  mkdirSync(cwd, { recursive: true });
  mkdirSync(join(home.folder, "scripts"), { recursive: true });
  return {
    script: home.file(`scripts/${name}`, script),
    env: { ...home.env, PATH: bait(home) },
    cwd,
  };
};

const pathTo = (program: string): string =>
  spawnSync("sh", ["-c", 'command -v -- "$1"', "sh", program], { encoding: "utf8" }).stdout.trim();

const say = (home: Home, stderr: string): void => {
  if (stderr !== "") throw new Error(stderr);
  if (existsSync(join(home.folder, "started"))) throw new Error("pledge was started");
};

/** "line TAB word TAB word", one line each. */
const offeredIn = (stdout: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    stdout
      .replace(/\n$/u, "")
      .split("\n")
      .map((line) => {
        const [typed = "", ...words] = line.split("\t");
        return [typed, words.toSorted()];
      }),
  );

/** `compopt`, by which a script asks bash for files, is written down as a word. "=" is a word, as bash has it. */
export const inBash =
  (home: Home, script: string): Completing =>
  async (lines) => {
    const { script: path, env, cwd } = prepare(home, "pledge", script);
    const driver = `set -u
      source "$1"; shift
      compopt() { COMPREPLY+=("($2)"); }
      for line; do
        split=\${line//=/ = }
        read -ra COMP_WORDS <<<"$split"
        if [[ $split == *" " && $split != *"= " ]]; then COMP_WORDS+=(""); fi
        COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
        _pledge
        printf '%s' "$line"
        for one in \${COMPREPLY+"\${COMPREPLY[@]}"}; do printf '\\t%s' "$one"; done
        echo
      done`;
    const ran = spawnSync(pathTo("bash"), ["--norc", "-c", driver, "bash", path, ...lines], {
      cwd,
      env,
      encoding: "utf8",
    });
    say(home, ran.stderr);
    return offeredIn(ran.stdout);
  };

/** Only the words; fish shows a description beside each. */
export const inFish =
  (home: Home, script: string): Completing =>
  async (lines) => {
    const { script: path, env, cwd } = prepare(home, "pledge.fish", script);
    const driver = `source $argv[1]
      for line in $argv[2..-1]
        echo -n $line
        for one in (complete -C $line)
          echo -n \\t(string split -f1 \\t -- $one)
        end
        echo
      end`;
    const ran = spawnSync(pathTo("fish"), ["--no-config", "-c", driver, path, ...lines], {
      cwd,
      env,
      encoding: "utf8",
    });
    say(home, ran.stderr);
    return offeredIn(ran.stdout);
  };

/** zsh completes at its prompt only, so it gets one; each word that is offered is printed besides. */
export const inZsh =
  (home: Home, script: string): Completing =>
  async (lines) => {
    const { script: path, env, cwd } = prepare(home, "_pledge", script);
    const { folder } = home;
    home.file(
      ".zshrc",
      `PS1= PS2=
       unsetopt auto_list auto_menu beep
       fpath=('${join(path, "..")}' $fpath)
       autoload -Uz compinit && compinit -u -D
       compadd() {
         if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return; fi
         local -a found
         builtin compadd -A found "$@"
         offered+=("\${found[@]}")
         builtin compadd "$@"
       }
       offer() {
         offered=()
         zle complete-word
         print -r -- "<\${(j:|:)offered}>"
         zle kill-buffer
       }
       zle -N offer
       bindkey '^I' offer
       PATH='${env["PATH"] ?? ""}'
       print -r -- '<ready>'`,
    );
    const offered = new Map<string, readonly string[]>();
    // Some functions of zsh offer a word twice.
    const keep = (line: string | undefined, found: RegExpExecArray): void => {
      const words = found[1] === "" ? [] : [...new Set((found[1] ?? "").split("|"))];
      if (line !== undefined) offered.set(line, words.toSorted());
    };
    const steps = [...lines, undefined].map((line, index) => ({
      waitFor: /<([^<>]*)>\r?\n/u,
      type: (found: RegExpExecArray) => {
        keep(lines[index - 1], found);
        return line === undefined ? "exit\r" : `${line}\t`;
      },
    }));
    const { screen } = await inTerminal(pathTo("zsh"), ["-d", "-i"], steps, {
      env: { ...env, PATH: process.env["PATH"] ?? "", ZDOTDIR: folder },
      cwd,
      columns: 1000,
      timeoutMs: 120_000,
    });
    say(home, /.*(?:command not found|error).*/u.exec(screen)?.[0] ?? "");
    return offered;
  };
