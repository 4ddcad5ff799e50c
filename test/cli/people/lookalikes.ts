/** A vault in which two records are one person, two may be, and one is somebody else; the terminal is there. */
import { idsOf } from "../../support/sample-people.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

export const alike = [
  {
    name: "Ana Gómez",
    alias: "heron",
    team: "cloud",
    role: "SRE",
    contacts: [{ kind: "signal", value: "+15550100" }],
    actions: ["sign"],
    assessment: 1,
    note: "Prefers mornings.",
    date: "2026-11-19",
  },
  {
    name: "Gomez, Ana",
    team: "cloud",
    role: "DBA",
    site: "North",
    contacts: [{ kind: "phone", value: "+1 555 0100" }],
    actions: ["walkout"],
    assessment: 2,
    date: "2026-11-20",
  },
  { name: "Jordan Smith", team: "ads", date: "2026-11-20" },
  { name: "Jordan Smyth", team: "ads", date: "2026-11-21" },
  { name: "Kim Roe", team: "ads" },
];

interface Ready {
  readonly world: TestWorld;
  readonly id: (name: string) => string;
  /** Their names, in order of the alphabet. */
  readonly names: () => Promise<readonly string[]>;
}

export const ready = async (
  people: readonly object[] = alike,
  settings: { readonly columns?: number } = {},
): Promise<Ready> => {
  const world = await testWorld(settings);
  await world.init();
  await world.pledge("add", "--from", world.file("people.json", JSON.stringify(people)));
  const ids = await idsOf(world);
  world.onTerminal(true);
  return {
    world,
    id: (name) => String(ids[name]),
    names: async () => Object.keys(await idsOf(world)).toSorted(),
  };
};

export const everybody = alike.map(({ name }) => name).toSorted();

export const pairsIn = async (
  world: TestWorld,
  ...args: readonly string[]
): Promise<readonly Record<string, unknown>[]> => {
  const { stdout } = await world.pledge("duplicates", "--json", ...args);
  return (JSON.parse(stdout) as { readonly pairs: readonly Record<string, unknown>[] }).pairs;
};
