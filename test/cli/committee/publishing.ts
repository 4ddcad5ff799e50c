/** Two organizers with people in several teams, who publish in turn. All people are made up. */
import { join } from "node:path";

import { carry, done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { freshCommittee } from "./fresh-committee.ts";

/** So many in each team, as `add --from` takes them; every third walks out too. */
const inTeams = (teams: Readonly<Record<string, number>>, word = "one"): string =>
  JSON.stringify(
    Object.entries(teams).flatMap(([team, count]) =>
      Array.from({ length: count }, (_, index) => ({
        name: `Sample ${word} ${team} ${index}`,
        team,
        actions: index % 3 === 0 ? ["sign", "walkout"] : ["sign"],
      })),
    ),
  );

export const addIn = async (
  world: TestWorld,
  teams: Readonly<Record<string, number>>,
  word?: string,
): Promise<void> => {
  await done(world, "add", "--from", world.file("people.json", inTeams(teams, word)));
};

export const at = (world: TestWorld, name: string): string => join(world.folder, name);

/** Publishes, and gives what it answers in JSON. */
export const published = async (
  world: TestWorld,
  ...args: readonly string[]
): Promise<Readonly<Record<string, unknown>> & { readonly signature: string }> =>
  JSON.parse(await done(world, "tally", "publish", ...args, "--yes", "--json")) as {
    readonly signature: string;
  };

/** A count with its signature, from one organizer's folder to another's. */
export const carryCount = (
  from: TestWorld,
  to: TestWorld,
  name: string,
  signature: string,
): string => {
  carry(from, to, signature.slice(from.folder.length + 1));
  return carry(from, to, name);
};

/** The second organizer gets what the first one has. */
export const exchanged = async (from: TestWorld, to: TestWorld): Promise<void> => {
  await done(from, "tally", "export", "-o", at(from, "t.tally"), "--force", "--yes");
  await done(to, "merge", carry(from, to, "t.tally"));
};

/** What is by chance in a transcript. */
export const plain = (text: string): string =>
  text
    .replaceAll(/\b[0-9a-f]{64}\b/gu, "(hash)")
    .replaceAll(/\b[0-9a-f]{8}\.asc/gu, "(8 digits).asc");

/** To be called at the top of a file. Rowan has 150 people, heron nobody. */
export const publishingCommittee = (): ((handle: string) => TestWorld) =>
  freshCommittee(
    {
      founder: "rowan",
      joiners: ["heron"],
      campaign: {
        unit: { name: "Engineering", size: 1200, asOf: "2026-11-01" },
        teams: [
          { key: "cloud", name: "Cloud", size: 300 },
          { key: "ads", name: "Ads", size: 200 },
          { key: "qa", name: "QA", size: 25 },
          { key: "ops", name: "Ops", size: 20 },
          { key: "legal", name: "Legal", size: 6 },
        ],
      },
    },
    async ({ rowan }) => {
      if (rowan !== undefined) await addIn(rowan, { cloud: 84, ads: 47, qa: 12, ops: 4, legal: 3 });
    },
  );
