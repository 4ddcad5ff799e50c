/** What a command gets: the world, the global options, and a way to talk. */
import type { Globals } from "./globals.ts";
import type { Talk } from "./talk.ts";
import type { World } from "./world.ts";

export interface Context {
  readonly world: World;
  readonly globals: Globals;
  readonly talk: Talk;
  /** The folder of the vault: --vault, else PLEDGE_VAULT, else the platform's. */
  readonly folder: string;
}
