/** A committee in which wren has tallies that she may pass on, and one that she may not. Sample handles. */
import { done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { freshCommittee, signing } from "./fresh-committee.ts";
import { sent } from "./relaying.ts";

export const toWren = ["tally", "export", "--relay", "--to", "wren", "--yes"] as const;

/** To be called at the top of a file: wren has what heron and finch let her pass on; what sage wrote is for wren alone; ibis has sent nothing. */
export const choosingCommittee = (): ((handle: string) => TestWorld) =>
  freshCommittee(
    { founder: "rowan", joiners: ["heron", "wren", "finch", "sage", "ibis"] },
    async (worlds) => {
      const { heron, wren, finch, sage } = worlds as Record<string, TestWorld>;
      if (heron === undefined || wren === undefined || finch === undefined || sage === undefined)
        throw new Error("nobody is there");
      for (const [at, world] of [heron, finch, sage].entries()) {
        await done(
          world,
          "add",
          "--from",
          world.file("people.json", signing(4 + at, "cloud", at * 20)),
        );
        const how = world === sage ? toWren.filter((word) => word !== "--relay") : toWren;
        await done(wren, "merge", await sent(world, wren, `${at}.tally`, ...how));
      }
    },
  );

/** A bundle on its way from one to another. */
export const carried = async (from: TestWorld, to: TestWorld, ...args: readonly string[]) =>
  sent(from, to, "bundle", "tally", "bundle", "--yes", ...args);
