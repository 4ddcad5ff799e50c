/** A committee with one text under which each organizer's people have signed; made once for the tests of a file. */
import { join } from "node:path";

import { carry, done } from "../../support/committee-world.ts";
import type { Committee } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";
import { freshCommittee } from "../committee/fresh-committee.ts";

export interface Signer {
  readonly name: string;
  readonly alias?: string;
  readonly display?: "named" | "role" | "counted";
  readonly team?: string;
  readonly role?: string;
  readonly supporter?: boolean;
}

/** Whoever wants to be named. */
export const named = (name: string, more: Omit<Signer, "name"> = {}): Signer => ({
  name,
  display: "named",
  ...more,
});

/** So many alike, each called "Secret ...": nobody of them is to be named. */
export const several = (n: number, word: string, signer: Omit<Signer, "name">): readonly Signer[] =>
  Array.from({ length: n }, (_, index) => ({ ...signer, name: `Secret ${word} ${index + 1}` }));

interface Added {
  readonly added: readonly { readonly id: string }[];
}

/** Adds people who then say yes to the text of "first". */
export const signWith = async (world: TestWorld, people: readonly Signer[]): Promise<void> => {
  const file = world.file(
    "signing.json",
    JSON.stringify(people.map((person) => ({ actions: ["sign"], ...person }))),
  );
  const { added } = JSON.parse(await done(world, "add", "--from", file, "--json")) as Added;
  if (added.length > 0) await done(world, "confirm", ...added.map(({ id }) => id));
};

const worldsOf = (worlds: Committee, founder: string): readonly TestWorld[] =>
  Object.entries(worlds).flatMap(([handle, world]) => (handle === founder ? [] : [world]));

/** The founder's text, in every vault as the committee file brings it. */
const shareText = async (worlds: Committee, founder: string): Promise<void> => {
  const world = worlds[founder];
  if (world === undefined) throw new Error("nobody has founded it");
  await done(world, "letter", "start", "employer-demands", "--name", "first");
  const file = join(world.folder, "text.pledge");
  await done(world, "letter", "freeze", "first", "--yes", "-o", file);
  for (const other of worldsOf(worlds, founder))
    await done(other, "merge", carry(world, other, "text.pledge"));
};

/** The worlds by handle, the founder's first; to be called at the top of a file or of a block. */
export const signingCommittee = (
  signers: Readonly<Record<string, readonly Signer[]>>,
  turf: Readonly<Record<string, readonly string[]>> = {},
): ((handle: string) => TestWorld) => {
  const [founder = "", ...joiners] = Object.keys(signers);
  const teams = [
    { key: "cloud", name: "Cloud", size: 60 },
    { key: "ads", name: "Ads", size: 40 },
    { key: "data", name: "Data", size: 30 },
  ];
  return freshCommittee({ founder, joiners, turf, campaign: { teams } }, async (worlds) => {
    await shareText(worlds, founder);
    for (const [handle, people] of Object.entries(signers)) {
      const world = worlds[handle];
      if (world !== undefined) await signWith(world, people);
    }
  });
};

/** Writes a member's list for another one, and carries it over; gives the path there. */
export const listFor = async (
  from: TestWorld,
  to: TestWorld,
  handle: string,
  name: string,
): Promise<string> => {
  const file = join(from.folder, name);
  await done(from, "letter", "signers", "first", "--to", handle, "-o", file, "--force", "--yes");
  return carry(from, to, name);
};

/** What the letter says from its list of signatories on. */
export const signatoriesOf = async (world: TestWorld): Promise<string> => {
  const letter = await done(world, "letter", "write", "first", "--format", "txt", "--quiet");
  return letter.slice(letter.indexOf("Signatories\n")).replace(/\n\nAffil[^]*$/u, "");
};

interface Previewed {
  readonly stderr: string;
}

/** What is said beside the letter, without the line breaks of the screen. */
export const notesOf = async (world: TestWorld): Promise<string> => {
  const { stderr }: Previewed = await world.pledge("letter", "preview", "first");
  return stderr.replaceAll(/\s+/gu, " ").trim();
};
