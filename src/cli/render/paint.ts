/**
 * Colour, in one place. Everything reads without it: colour repeats what words and digits say.
 * chalk ignores NO_COLOR, so its level is set here and nowhere else; it is loaded only when
 * something will be coloured.
 */
import type { Globals } from "../globals.ts";
import type { World } from "../world.ts";

type Stroke = (text: string) => string;

export interface Paint {
  readonly strong: Stroke;
  readonly quiet: Stroke;
  readonly good: Stroke;
  readonly bad: Stroke;
}

const plain: Paint = {
  strong: (text) => text,
  quiet: (text) => text,
  good: (text) => text,
  bad: (text) => text,
};

/** The flag decides, then NO_COLOR (not empty), then FORCE_COLOR, then TERM, then whether it is a terminal. */
export const wantsColor = (
  color: Globals["color"],
  { env, isTerminal }: { readonly env: World["env"]; readonly isTerminal: boolean },
): boolean => {
  if (color !== "auto") return color === "always";
  if ((env["NO_COLOR"] ?? "") !== "") return false;
  if ((env["FORCE_COLOR"] ?? "") !== "") return env["FORCE_COLOR"] !== "0";
  return env["TERM"] !== "dumb" && isTerminal;
};

export const createPaint = async (globals: Globals, world: World): Promise<Paint> => {
  const { env, stdout } = world;
  if (globals.json || !wantsColor(globals.color, { env, isTerminal: stdout.isTerminal }))
    return plain;
  const { Chalk } = await import("chalk");
  const chalk = new Chalk({ level: 1 });
  return { strong: chalk.bold, quiet: chalk.dim, good: chalk.green, bad: chalk.red };
};
