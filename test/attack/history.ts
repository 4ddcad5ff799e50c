/** Three weeks of a committee of five, with real vaults: what each sent on two days, and for whom each line stood. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { createOpenPgp } from "../../src/adapters/openpgp/openpgp.ts";
import { hashes } from "../../src/adapters/system/hashes.ts";
import { parseTally } from "../../src/domain/tallies/parse-tally.ts";
import type { Tally } from "../../src/domain/tallies/tally.ts";
import { tokenOf } from "../../src/domain/tallies/token.ts";
import { committeeInUse } from "../../src/usecases/committee/committee-in-use.ts";
import { committeeOf, done } from "../support/committee-world.ts";
import type { Committee } from "../support/committee-world.ts";
import { idsOf } from "../support/sample-people.ts";
import type { Ran, TestWorld } from "../support/world.ts";
import type { Employee } from "./company.ts";
import { firstDay, inputOf, newIn, secondDay, sizes, some, staffOn } from "./company.ts";
import type { Loot } from "./attacker.ts";

/** The one who hands everything to the employer. */
const infiltrator = "sage";

const turf: Readonly<Record<string, readonly string[]>> = {
  rowan: ["cloud", "tools", "night"],
  heron: ["ads", "mail"],
  wren: ["maps", "video"],
  sage: ["search", "data", "infra", "design"],
  finch: ["support", "legal"],
};

/** On the first day; people who leave the company come first in their team. */
const atFirst: Readonly<Record<string, readonly Employee[]>> = {
  rowan: [...some("cloud", 1, 60), ...some("tools", 0, 17), ...some("night", 0, 5)],
  heron: [...some("ads", 1, 45), ...some("mail", 0, 20)],
  wren: [...some("maps", 0, 40), ...some("video", 0, 25)],
  sage: [
    ...some("search", 1, 30),
    ...some("data", 0, 16),
    ...some("infra", 0, 14),
    ...some("design", 0, 10),
  ],
  finch: some("support", 0, 1),
};

/** In the three weeks after it. */
const weeks: Readonly<
  Record<
    string,
    {
      readonly joined: readonly Employee[];
      readonly back: readonly Employee[];
      /** Who asked for it and is with the company still. */
      readonly forgotten?: readonly Employee[];
    }
  >
> = {
  rowan: {
    joined: [...some("cloud", 100, 5), ...newIn("cloud").slice(0, 1)],
    back: some("cloud", 20, 2),
    forgotten: some("cloud", 40, 1),
  },
  heron: {
    joined: [...some("ads", 100, 4), ...newIn("ads").slice(0, 1)],
    back: some("ads", 30, 3),
    forgotten: some("mail", 5, 1),
  },
  wren: { joined: [...some("maps", 100, 1), ...newIn("video")], back: [] },
  sage: { joined: [...some("search", 60, 5), ...some("data", 40, 2)], back: some("infra", 3, 1) },
  finch: { joined: some("support", 10, 2), back: some("support", 0, 1) },
};

export interface History {
  readonly loot: Loot;
  /** By token; only to see whether the attacker is right. */
  readonly nameOf: ReadonlyMap<string, string>;
  /** What the second export said of itself without --yes, by handle. */
  readonly asked: Readonly<Record<string, Ran>>;
}

interface Added {
  readonly added: readonly { readonly code: string }[];
}

const add = async (world: TestWorld, people: readonly object[]): Promise<Added> =>
  JSON.parse(
    await done(world, "add", "--from", world.file("people.json", JSON.stringify(people)), "--json"),
  ) as Added;

const worldIn = (worlds: Committee, handle: string): TestWorld => {
  const world = worlds[handle];
  if (world === undefined) throw new Error(`nobody is called ${handle}`);
  return world;
};

/** Fifteen of rowan's people gave heron their codes; ten of heron's spoke to wren as well, without. */
const firstRound = async (worlds: Committee): Promise<void> => {
  for (const [handle, people] of Object.entries(atFirst)) {
    const { added } = await add(
      worldIn(worlds, handle),
      people.map((one) => inputOf(one)),
    );
    if (handle === "rowan") {
      const shared = people.slice(0, 15).map((one, n) => inputOf(one, added[n]?.code));
      await add(worldIn(worlds, "heron"), shared);
    }
    if (handle === "heron")
      await add(
        worldIn(worlds, "wren"),
        people.slice(0, 10).map((one) => inputOf(one)),
      );
  }
};

/** Whoever has left the company is forgotten by each organizer who has her, and so are two who stay. */
const laterWeeks = async (worlds: Committee): Promise<void> => {
  const there = new Set(staffOn(secondDay).map(({ name }) => name));
  for (const [handle, { joined, back, forgotten = [] }] of Object.entries(weeks)) {
    const world = worldIn(worlds, handle);
    world.today(secondDay);
    const ids = await idsOf(world);
    for (const { name } of back) await done(world, "withdraw", ids[name] ?? "", "--yes");
    const unwanted = new Set(forgotten.map(({ name }) => name));
    for (const [name, id] of Object.entries(ids))
      if (!there.has(name) || unwanted.has(name)) await done(world, "forget", id, "--yes");
    await add(
      world,
      joined.map((one) => inputOf(one)),
    );
  }
};

const exportAll = async (worlds: Committee, name: string): Promise<Record<string, Ran>> => {
  const asked: Record<string, Ran> = {};
  for (const [handle, world] of Object.entries(worlds)) {
    const args = ["tally", "export", "-o", join(world.folder, name)];
    const ran = await world.pledge(...args);
    asked[handle] = ran;
    if (ran.exitCode !== 0) await done(world, ...args, "--yes");
  }
  return asked;
};

/** The infiltrator opens what was sent to her. */
const opened = async (worlds: Committee, name: string) => {
  const openpgp = createOpenPgp(() => new Date(`${secondDay}T12:00:00Z`));
  const secret = await worldIn(worlds, infiltrator).inVault(
    (vault) => vault.identity.get()?.secret,
  );
  if (secret === undefined) throw new Error("the infiltrator has no key");
  const files: { readonly tally: Tally; readonly payload: Uint8Array }[] = [];
  for (const { folder } of Object.values(worlds)) {
    const unsealed = await openpgp.unseal(readFileSync(join(folder, name)), secret);
    const tally = unsealed.ok ? parseTally(unsealed.value.payload) : unsealed;
    if (!unsealed.ok || !tally.ok) throw new Error("a tally does not open");
    files.push({ tally: tally.value, payload: unsealed.value.payload });
  }
  return files;
};

const truth = async (worlds: Committee, campaign: string): Promise<[string, string][]> => {
  const names: [string, string][] = [];
  for (const world of Object.values(worlds))
    await world.inVault((vault) => {
      for (const { person } of vault.people.summaries())
        names.push([tokenOf(hashes, campaign, person.code), person.name]);
    });
  return names;
};

export const campaignOfTheirs = {
  unit: { name: "Engineering", size: 1382, asOf: "2026-11-01" },
  teams: Object.entries(sizes).map(([key, size]) => ({ key, name: key.toUpperCase(), size })),
};

export const threeWeeks = async (): Promise<History> => {
  const worlds = await committeeOf({
    founder: "rowan",
    joiners: Object.keys(turf).slice(1),
    turf,
    campaign: campaignOfTheirs,
    today: firstDay,
  });
  const { committee, payload } = await worldIn(worlds, infiltrator).inVault((vault) => {
    const inUse = committeeInUse(vault);
    if (!inUse.ok) throw new Error(inUse.failure.type);
    return { ...inUse.value, payload: vault.committee.all()[0]?.payload ?? new Uint8Array() };
  });
  const campaign = committee.definition.id;
  await firstRound(worlds);
  await exportAll(worlds, "first.tally");
  const early = await truth(worlds, campaign);
  await laterWeeks(worlds);
  const asked = await exportAll(worlds, "second.tally");
  const [before, after] = [
    await opened(worlds, "first.tally"),
    await opened(worlds, "second.tally"),
  ];
  return {
    loot: {
      committee,
      before: before.map(({ tally }) => tally),
      after: after.map(({ tally }) => tally),
      payloads: [payload, ...[...before, ...after].map((file) => file.payload)],
      staffBefore: staffOn(firstDay),
      staffAfter: staffOn(secondDay),
    },
    nameOf: new Map([...early, ...(await truth(worlds, campaign))]),
    asked,
  };
};
