/** What the tree of commands is tied to: where it prints, what it works with, and who hears how it went. */
import type { ExitCode } from "../exit-codes.ts";
import type { Surface, World } from "../world.ts";

/** Runs another command line to its end, in the world of a command that is running. */
export type Again = (argv: readonly string[], world: World) => Promise<ExitCode>;

export interface Wiring {
  readonly surface: Surface;
  /** Gives the world to a command. */
  readonly load: () => Promise<World>;
  /** Receives the exit code of a command. */
  readonly settle: (code: ExitCode) => void;
  /** Receives the help that commander prints for a group without a command. */
  readonly heard: (help: string) => void;
  readonly again: Again;
}
