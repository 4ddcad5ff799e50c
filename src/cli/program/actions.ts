/** Ties a command of the tree to the function that does it, loaded when it is called. */
import type { Command } from "commander";

import type { Context } from "../context.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Globals } from "../globals.ts";
import type { World } from "../world.ts";
import type { Again, Wiring } from "./wiring.ts";

// What commander hands over is what the tree declares: arguments in order, then the options.
// oxlint-disable-next-line typescript/no-explicit-any -- each handler states the types of its own declaration
type Handler = (context: Context, ...given: any[]) => Promise<ExitCode>;

export interface Actions {
  /** Gives the command its handler and examples; returns it. */
  readonly bind: (
    command: Command,
    examples: readonly string[],
    handle: () => Promise<Handler>,
  ) => Command;
  /** The whole tree with every command filled, for what is written from it; it runs nothing. */
  readonly tree: () => Promise<Command>;
  readonly again: Again;
}

/** Tells a command of the root's table what it takes and does; loaded once it is named. */
export type Definitions = Readonly<Record<string, (command: Command, actions: Actions) => void>>;

/** What holds where an option is not given. Not commander's defaults: its help would print each of them. */
const defaultGlobals: Globals = {
  json: false,
  quiet: false,
  yes: false,
  input: true,
  color: "auto",
  debug: false,
};

/** The global options of a parsed command line. */
export const globalsOf = (program: Command): Globals => ({
  ...defaultGlobals,
  ...program.opts<Partial<Globals>>(),
});

/** What a command gets to work with. Loads the world. */
export const contextOf = async (load: () => Promise<World>, globals: Globals): Promise<Context> => {
  const [world, { createPaint, wantsColor }, { createTalk }] = await Promise.all([
    load(),
    import("../render/paint.ts"),
    import("../talk.ts"),
  ]);
  const fromEnvironment = world.env["PLEDGE_VAULT"] ?? "";
  const color = wantsColor(globals.color, { env: world.env, isTerminal: true });
  return {
    world: { ...world, ask: (instead, _color, idle) => world.ask(instead, color, idle) },
    globals,
    talk: createTalk(world, globals, await createPaint(globals, world)),
    folder: globals.vault ?? (fromEnvironment === "" ? world.defaultVault : fromEnvironment),
  };
};

export const createActions = (
  { load, settle, again }: Pick<Wiring, "load" | "settle" | "again">,
  program: Command,
  tree: () => Promise<Command>,
): Actions => ({
  tree,
  again,
  bind: (command, examples, handle) =>
    command
      .addHelpText(
        "after",
        `\nExamples:\n${examples.map((example) => `  $ ${example}`).join("\n")}`,
      )
      .action(async (...received: unknown[]) => {
        const [handler, context] = await Promise.all([
          handle(),
          contextOf(load, globalsOf(program)),
        ]);
        // The last one is the command itself.
        settle(await handler(context, ...received.slice(0, -1)));
      }),
});
