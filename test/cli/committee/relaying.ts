/** Two committees of one campaign: rowan's, in which heron is a reader by her certificate, and heron's own. Sample handles. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { carry, done, fingerprintOf, inviteAll, joiner } from "../../support/committee-world.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

export interface Relaying {
  readonly rowan: TestWorld;
  /** The founder of the other committee, whose tally rowan counts. */
  readonly heron: TestWorld;
  /** In heron's committee, and in none that rowan knows of. */
  readonly finch: TestWorld;
}

/** Writes a file in one world and carries it to another; gives its path there. */
export const sent = async (
  from: TestWorld,
  to: TestWorld,
  name: string,
  ...args: readonly string[]
): Promise<string> => {
  await done(from, ...args, "-o", join(from.folder, name), "--force");
  return carry(from, to, name);
};

const certificate = async (from: TestWorld, to: TestWorld, name: string): Promise<string> => {
  await done(from, "key", "export", "-o", join(from.folder, name));
  return to.file(name, readFileSync(join(from.folder, name)));
};

/** Lets a member of another committee in, by her certificate alone. */
const letIn = async (into: TestWorld, who: TestWorld, handle: string): Promise<void> => {
  const file = await certificate(who, into, `${handle}.asc`);
  const known = await fingerprintOf(who);
  const output = join(into.folder, `with-${handle}.pledge`);
  await done(into, "invite", file, "--fingerprint", known, "-o", output, "--force");
};

export const relayingCommittees = async (): Promise<Relaying> => {
  const rowan = await testWorld({ seed: 21 });
  await rowan.init({ organizer: "rowan" });
  const { id } = JSON.parse(await done(rowan, "campaign", "show", "--json")) as {
    readonly id: string;
  };
  const heron = await testWorld({ seed: 22 });
  await heron.init({ organizer: "heron", id });
  const finch = await joiner("finch", { seed: 23 });
  await inviteAll(heron, { finch });
  await done(
    finch,
    "join",
    carry(heron, finch, "committee.pledge"),
    "--fingerprint",
    await fingerprintOf(heron),
  );
  await letIn(rowan, heron, "heron");
  await letIn(heron, rowan, "rowan");
  return { rowan, heron, finch };
};
