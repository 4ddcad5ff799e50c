/** The machine around a vault. All of it is read and nothing is changed; what cannot be read is passed over. */
import type { Machine } from "../../domain/machine/machine.ts";
import { agentsOn } from "./agents.ts";
import { coreDumps } from "./core-dumps.ts";
import { historiesOf } from "./histories.ts";
import { listsNear } from "./lists.ts";
import { swapOn } from "./swap.ts";

interface Process {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly cwd: string;
  readonly temporary: string;
}

/** `root` is in front of every path of the system; tests put their own there. */
export const createMachine = (
  { env, platform, home, cwd, temporary }: Process,
  root = "",
): Machine => ({
  swap: () => swapOn(platform, root),
  coreDumps: () => coreDumps(platform),
  agents: () => agentsOn(root),
  histories: () => historiesOf(home, env),
  lists: (vaultFolder) => listsNear({ home, cwd, temporary }, vaultFolder),
});
