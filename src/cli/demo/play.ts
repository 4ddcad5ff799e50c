/** What the acts of `pledge demo` share: a folder, organizers with a vault each, and commands that are shown and run. */
import type { Ran, Stage } from "../../domain/demo/stage.ts";
import { exitCodes } from "../exit-codes.ts";
import type { ExitCode } from "../exit-codes.ts";

/** Thrown out of an act when a command did not end as the play has it. */
export class OffScript extends Error {
  readonly ran: Ran;

  constructor(ran: Ran) {
    super("a command of the demo failed");
    this.ran = ran;
  }
}

/** The organizers, by handle; each has a vault of that name. */
export const organizers = ["rowan", "alder", "juniper"] as const;

export type Organizer = (typeof organizers)[number];

export interface Command {
  /** What is shown behind the prompt, without `pledge`. */
  readonly line: string;
  /** The arguments, where they are more than the shown line. */
  readonly args?: readonly string[];
  readonly expected?: ExitCode;
}

export interface Play {
  readonly stage: Stage;
  readonly folder: string;
  readonly say: (text: string) => void;
  /** Shows the command at the organizer's prompt and runs it on her vault. */
  readonly run: (who: Organizer, line: string, more?: Omit<Command, "line">) => Promise<Ran>;
  /** Runs without showing anything. */
  readonly quietly: (who: Organizer, args: readonly string[]) => Promise<Ran>;
}

/** The lines, moved in under their command. */
export const indented = (text: string): string => text.trimEnd().replaceAll(/^(?=.)/gmu, "  ");

export const createPlay = (stage: Stage, folder: string, say: (text: string) => void): Play => {
  const onVault = async (
    who: string,
    args: readonly string[],
    expected: ExitCode,
  ): Promise<Ran> => {
    const options = ["--vault", who, "--passphrase-file", "passphrase", "--no-input"];
    const ran = await stage.pledge([...options, ...args], folder);
    if (ran.exitCode !== expected) throw new OffScript(ran);
    return ran;
  };
  return {
    stage,
    folder,
    say,
    run: (who, line, { args = line.split(" "), expected = exitCodes.done } = {}) => {
      say(`${who}$ pledge ${line}`);
      return onVault(who, args, expected);
    },
    quietly: (who, args) => onVault(who, args, exitCodes.done),
  };
};
