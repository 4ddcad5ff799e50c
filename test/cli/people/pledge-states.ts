/** A vault with sample people, and what somebody in it has said by now. */
import { withSamplePeople } from "../../support/sample-people.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

export const ready = async (
  settings: Parameters<typeof testWorld>[0] = {},
): Promise<{
  readonly world: TestWorld;
  readonly id: (name: string) => string;
}> => {
  const world = await testWorld(settings);
  const ids = await withSamplePeople(world);
  return { world, id: (name) => String(ids[name]) };
};

/** Her pledges with their states, then the letters whose text she signed. */
export const states = async (world: TestWorld, reference: string): Promise<unknown> => {
  const { stdout } = await world.pledge("show", reference, "--json");
  const { person } = JSON.parse(stdout) as {
    readonly person: {
      readonly pledges: readonly { readonly action: string; readonly state: string }[];
      readonly signatures: readonly { readonly letter: string }[];
    };
  };
  return [
    ...person.pledges.map(({ action, state }) => `${action} ${state}`),
    ...person.signatures.map(({ letter }) => letter),
  ];
};
