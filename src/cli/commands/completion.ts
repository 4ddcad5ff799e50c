/** `pledge completion SHELL`: a script that completes this command line, written from its tree. Needs no vault. */
import type { Command } from "commander";

import { bashScript } from "../completion/bash.ts";
import { fishScript } from "../completion/fish.ts";
import { offeredBy } from "../completion/offered.ts";
import type { Offered } from "../completion/offered.ts";
import type { Shell } from "../completion/shells.ts";
import { zshScript } from "../completion/zsh.ts";
import type { Context } from "../context.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";
import { helpTopics } from "../program/help-topics.ts";

const scripts: Readonly<Record<Shell, (root: Offered) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** JSON: `{"v":1,"shell","script"}`. */
export const completion =
  (tree: () => Promise<Command>) =>
  async ({ talk }: Context, shell: Shell): Promise<ExitCode> => {
    const script = scripts[shell](offeredBy(await tree(), helpTopics));
    talk.answer({ v: 1, shell, script }, () => script);
    return exitCodes.done;
  };
