/** A vault, a list in a file, and what is in the vault afterwards. */
import { readFileSync } from "node:fs";

import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const samples = new URL("../../domain/people/import/samples/", import.meta.url);

export const sampleFile = (world: TestWorld, name: string): string =>
  world.file(name, readFileSync(new URL(name, samples)));

export const begun = async (): Promise<TestWorld> => {
  const world = await testWorld();
  await world.init();
  return world;
};

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly [member: string]: unknown;
}

/** Everybody as `show --json` has her. */
export const everybody = async (world: TestWorld): Promise<readonly Shown[]> => {
  const { stdout } = await world.pledge("list", "--json");
  const { people } = JSON.parse(stdout) as { readonly people: readonly Shown[] };
  return Promise.all(
    people.map(async ({ id }) => {
      const one = await world.pledge("show", id, "--json");
      return (JSON.parse(one.stdout) as { readonly person: Shown }).person;
    }),
  );
};
