/** A vault with people who pledged to sign a letter, in each of the ways in which a letter may show them. */
import { expect } from "vitest";

import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

interface Sample {
  readonly name: string;
  readonly alias: string;
  readonly display: "named" | "role" | "counted";
  readonly team?: string;
  readonly role?: string;
  readonly actions?: readonly string[];
  readonly supporter?: boolean;
  readonly supervisor?: string;
}

const several = (
  n: number,
  alias: string,
  sample: Omit<Sample, "name" | "alias">,
): readonly Sample[] =>
  Array.from({ length: n }, (_, index) => ({
    ...sample,
    name: `Secret ${alias} ${index + 1}`,
    alias: `${alias}-${index + 1}`,
  }));

/** Whoever may not be there by name is called "Secret ...". */
const samplePeople: readonly Sample[] = [
  {
    name: "Zoë Voorbeeld",
    alias: "zoe",
    display: "named",
    team: "ads",
    role: "Designer",
    actions: ["sign", "refuse"],
  },
  { name: "Örnek Kişi", alias: "ornek", display: "named", team: "cloud" },
  { name: "![x](http://t/p.gif)", alias: "picture", display: "named", team: "cloud", role: "SRE" },
  { name: "山田花子", alias: "hanako", display: "named", team: "ads", role: "Data Scientist" },
  ...several(6, "sre", { display: "role", team: "cloud", role: "SRE" }),
  ...several(2, "designer", { display: "role", team: "ads", role: "Designer" }),
  ...several(8, "quiet", { display: "counted", team: "ads", role: "Secret role" }),
  { name: "Grace Example", alias: "grace", display: "named", supporter: true },
  { name: "Secret boss", alias: "boss", display: "named", supervisor: "unsure" },
];

export interface LetterWorld extends TestWorld {
  /** The same text with aliases for ids and a word for each fingerprint of a text. */
  readonly plain: (text: string) => string;
  /** A transcript like that. */
  readonly play: (...args: readonly string[]) => Promise<string>;
}

interface Listed {
  readonly people: readonly { readonly id: string; readonly alias: string }[];
}

/** The world, its vault and its people. `overrides` changes the campaign. */
export const letterWorld = async (overrides: object = {}): Promise<LetterWorld> => {
  const world = await testWorld();
  await world.init(overrides);
  const people = samplePeople.map((person) => ({ actions: ["sign"], ...person }));
  const added = await world.pledge(
    "add",
    "--from",
    world.file("people.json", JSON.stringify(people)),
  );
  if (added.exitCode !== 0) throw new Error(added.stderr);
  const { stdout } = await world.pledge("list", "--json");
  const ids = (JSON.parse(stdout) as Listed).people;
  const plain = (text: string): string =>
    ids
      .reduce((so, { id, alias }) => so.replaceAll(id, alias), text)
      .replaceAll(/\b[0-9a-f]{64}\b/gu, "(64 digits)")
      .replaceAll(/\b[0-9a-f]{16}\b/gu, "(16 digits)");
  return {
    ...world,
    plain,
    play: async (...args) => plain(await world.transcript(...args)),
  };
};

/** What a letter as text says from its list of signatories on. */
export const fromSignatories = (text: string): string => text.slice(text.indexOf("Signatories\n"));

/** The answers of every letter in the vault. */
export const answersOf = (world: LetterWorld): Promise<unknown> =>
  world.inVault((vault) => vault.letters.all().map(({ answers }) => answers));

const lettersOf = (world: LetterWorld): Promise<unknown> =>
  world.inVault((vault) => vault.letters.all());

/** Runs the command, and sees that it left the letters as they were. */
export const refusal = async (world: LetterWorld, ...args: readonly string[]): Promise<string> => {
  const before = await lettersOf(world);
  const shown = await world.play("letter", ...args);
  expect(await lettersOf(world)).toEqual(before);
  return shown.slice(shown.indexOf("\n") + 1);
};
