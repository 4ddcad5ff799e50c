/** Two records that become one, where another organizer has the same person by the code of the one that goes. */
import { describe, expect, it } from "vitest";

import { createTallyReader } from "../../../src/usecases/tallies/read-tallies.ts";
import { done } from "../../support/committee-world.ts";
import { idsOf } from "../../support/sample-people.ts";
import type { TestWorld } from "../../support/world.ts";
import { freshCommittee } from "./fresh-committee.ts";

const member = freshCommittee({ founder: "rowan", joiners: ["heron"] });

const add = (world: TestWorld, ...people: readonly object[]): Promise<unknown> =>
  done(world, "add", "--from", world.file("people.json", JSON.stringify(people)));

const pledged = async (world: TestWorld, wanted: string): Promise<unknown> => {
  const { stdout } = await world.pledge("status", "--json");
  const { actions } = JSON.parse(stdout) as {
    readonly actions: readonly { readonly action: string; readonly pledged: unknown }[];
  };
  return actions.find(({ action }) => action === wanted)?.pledged;
};

const code = "K7QF-2M9T-XR4D-8WNA";

describe("two records of one person in a committee", () => {
  it("are counted once with what another organizer heard under either code", async () => {
    const [rowan, heron] = [member("rowan"), member("heron")];
    await add(rowan, { name: "Ana Gómez" }, { name: "Gomez, Ana", code, actions: ["sign"] });
    await add(heron, { name: "Ana", code, actions: ["sign"] });
    await done(heron, "tally", "export", "-o", `${rowan.folder}/heron.tally`);
    await done(rowan, "merge", `${rowan.folder}/heron.tally`);
    expect(await pledged(rowan, "sign")).toEqual({ low: 1, high: 1 });
    const ids = await idsOf(rowan);
    const pair = [String(ids["Ana Gómez"]), String(ids["Gomez, Ana"])];
    await done(rowan, "duplicates", "merge", ...pair, "--yes");
    expect(await pledged(rowan, "sign")).toEqual({ low: 1, high: 1 });
    // She takes it back from the other organizer, who knows her by that code alone.
    const [Ana = ""] = Object.values(await idsOf(heron));
    await done(heron, "withdraw", Ana, "sign", "--yes");
    await done(heron, "tally", "export", "-o", `${rowan.folder}/heron2.tally`, "--yes");
    await done(rowan, "merge", `${rowan.folder}/heron2.tally`);
    expect(await pledged(rowan, "sign")).toEqual({ low: 0, high: 1 });
  });

  it("have a line for each code that spoke, each with an opening of its own", async () => {
    const rowan = member("rowan");
    await add(
      rowan,
      { name: "Ana Gómez", actions: ["sign", "walkout"], date: "2026-11-20" },
      { name: "Gomez, Ana", code, actions: ["sign", "strike"], date: "2026-11-21" },
    );
    const ids = await idsOf(rowan);
    const pair = [String(ids["Ana Gómez"]), String(ids["Gomez, Ana"])];
    await done(rowan, "duplicates", "merge", ...pair, "--yes");
    await done(rowan, "tally", "export", "-o", "-");
    await rowan.inVault((vault) => {
      const own = vault.tallies.own();
      if (own === undefined) throw new Error("nothing was kept");
      const said = createTallyReader(vault)
        .read(own)
        .lines.map(({ actions }) => actions.map(({ action, state }) => `${action} ${state}`));
      expect(said.map((actions) => actions.length)).toEqual([2, 2]);
      expect(said.flat().toSorted()).toEqual([
        "sign pledged",
        "sign withdrawn",
        "strike pledged",
        "walkout pledged",
      ]);
      const openings = vault.tallies.openings();
      expect(openings.map(({ person }) => person)).toEqual([pair[0], pair[0]]);
    });
    await done(rowan, "forget", String(pair[0]), "--yes");
    expect(await rowan.inVault((vault) => vault.tallies.openings())).toEqual([]);
  });
});
