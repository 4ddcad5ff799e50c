/** A committee of three of whom one hands her people over. Made-up people, marked as samples. */
import { join } from "node:path";

import { carry, committeeOf, done } from "../../support/committee-world.ts";
import type { TestWorld } from "../../support/world.ts";

export type Handing = Readonly<Record<"rowan" | "heron" | "wren", TestWorld>>;

/** Whoever rowan has in cloud: one with a past of some days, one who asked for quiet, one from outside. */
const first = [
  {
    name: "Ana Sample",
    alias: "ana",
    team: "cloud",
    role: "SRE",
    contacts: [{ kind: "signal", value: "ana.sample.01" }],
    assessment: 3,
    actions: ["sign", { action: "walkout", atLeast: 10 }],
    display: "named",
    date: "2026-11-02",
    note: "a private sample note",
  },
  { name: "Bo Sample", team: "cloud", actions: ["sign"], doNotContact: true, date: "2026-11-03" },
  { name: "Cy Sample", team: "cloud", supervisor: "unsure", date: "2026-11-04" },
  { name: "Dee Sample", team: "ads", actions: ["sign"], date: "2026-11-05" },
];

export const handing = async (): Promise<Handing> => {
  const worlds = (await committeeOf({
    founder: "rowan",
    joiners: ["heron", "wren"],
    turf: { rowan: ["cloud"], heron: ["ads"] },
    today: "2026-11-22",
  })) as Handing;
  const { rowan } = worlds;
  await done(rowan, "add", "--from", rowan.file("people.json", JSON.stringify(first)));
  await done(rowan, "assess", "ana", "--level", "1", "--basis", "action");
  await done(rowan, "done", "ana", "sign");
  return worlds;
};

/** Whom a vault has, by name. */
export const idsIn = async (world: TestWorld): Promise<Readonly<Record<string, string>>> => {
  const { people } = JSON.parse(await done(world, "list", "--json")) as {
    readonly people: readonly { readonly id: string; readonly name: string }[];
  };
  return Object.fromEntries(people.map(({ name, id }) => [name, id]));
};

/** Gives cloud to a member without a terminal; the path in the giver's folder. */
export const give = async (
  { rowan }: Pick<Handing, "rowan">,
  to: string,
  name = "cloud.pledge",
): Promise<string> => {
  const path = join(rowan.folder, name);
  const args = ["handover", "give", "--team", "cloud", "--to", to, "--confirm", to, "-o", path];
  await done(rowan, ...args, "--yes");
  return path;
};

/** The file in the receiver's folder. */
export const carried = (from: TestWorld, to: TestWorld, name = "cloud.pledge"): string =>
  carry(from, to, name);
