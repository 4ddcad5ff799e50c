/** How one sits at the terminal: many commands on one unlock, and Tab. */
import { shells } from "../completion/shells.ts";
import type { Definitions } from "./actions.ts";

export const terminal = {
  shell: (command, { bind, tree, again }) => {
    bind(
      command.description(
        'Unlocks once and takes many commands, without "pledge" before them. Tab completes commands and options, the arrow keys bring back earlier lines, which are kept in memory alone; quotation marks keep words together. Ctrl-C ends a question, Ctrl-D or exit the shell. It locks after ten minutes without a key, and empties the screen then and when it ends.',
      ),
      ["pledge shell", "pledge shell --vault other-campaign"],
      async () => (await import("../commands/shell.ts")).shell(tree, again),
    );
  },
  completion: (command, { bind, tree }) => {
    command.registeredArguments[0]?.choices(shells);
    bind(
      command.description(
        "Prints a script that completes commands, options and files at Tab: bash, zsh or fish. It knows nothing of a vault and never runs pledge. Put it where your shell looks; a new version of pledge wants a new one. For zsh, that folder stands in fpath before compinit runs in ~/.zshrc.",
      ),
      [
        "mkdir -p ~/.local/share/bash-completion/completions",
        "pledge completion bash > ~/.local/share/bash-completion/completions/pledge",
        "mkdir -p ~/.zsh/completions",
        "pledge completion zsh > ~/.zsh/completions/_pledge",
        "mkdir -p ~/.config/fish/completions",
        "pledge completion fish > ~/.config/fish/completions/pledge.fish",
      ],
      async () => (await import("../commands/completion.ts")).completion(tree),
    );
  },
} satisfies Definitions;
