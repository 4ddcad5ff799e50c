import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

import { freezeLetter, withSamplePeople } from "../../support/sample-people.ts";
import { testWorld } from "../../support/world.ts";
import type { TestWorld } from "../../support/world.ts";

const ready = async (): Promise<{
  readonly world: TestWorld;
  readonly id: (name: string) => string;
}> => {
  const world = await testWorld();
  const ids = await withSamplePeople(world);
  return { world, id: (name) => String(ids[name]) };
};

describe("forgetting", () => {
  it("asks, erases the person, and says what still holds them", async () => {
    const { world, id } = await ready();
    await freezeLetter(world);
    await world.pledge("confirm", "heron");
    const Ana = id("Ana Gómez");
    world.answers([true]);
    const outcome = await world.transcript("forget", "heron");
    expect(outcome.replaceAll(Ana, "anagomez")).toMatchInlineSnapshot(`
      "$ pledge forget heron
      anagomez is erased from this vault.
      Copies of its folder, other backups and letters that went out are out of
        reach: destroy what you can.
      [exit 0]"
    `);
    expect(world.questions()).toEqual(["Erase Ana Gómez and all that is noted of them, for good?"]);
    expect((await world.pledge("show", Ana)).exitCode).toBe(2);
    expect((await world.pledge("list", "--json")).stdout).not.toContain("Ana");
    const signatures = await world.inVault((vault) => [
      vault.letters.signaturesOf(Ana as never),
      vault.people.assessments(Ana as never),
      vault.pledges.of(Ana as never),
    ]);
    expect(signatures).toEqual([[], [], []]);
  });

  it("leaves a file that shrank, with its log empty", async () => {
    const { world } = await ready();
    const size = (): number => readFileSync(join(world.vaultFolder, "vault.db")).length;
    const notes = Array.from({ length: 60 }, (_, index) => ({
      name: `Sample ${index}`,
      alias: `s${index}`,
      note: "x".repeat(4000),
    }));
    await world.pledge("add", "--from", world.file("more.json", JSON.stringify(notes)));
    const before = size();
    for (let index = 0; index < 5; index += 1) await world.pledge("forget", `s${index}`, "--yes");
    expect(size()).toBeLessThan(before - 5 * 4000);
  });

  it("changes nothing when the answer is no, and prints one document under --json", async () => {
    const { world, id } = await ready();
    world.answers([false]);
    expect((await world.pledge("forget", "heron")).exitCode).toBe(1);
    expect((await world.pledge("show", "heron")).exitCode).toBe(0);
    const { stdout } = await world.pledge("forget", "heron", "--yes", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ v: 1, forgotten: { id: id("Ana Gómez") } });
  });
});

describe("assessing", () => {
  it("asks for level and basis, and adds to what was judged before", async () => {
    const { world } = await ready();
    world.answers(["will act", "from hearsay"]);
    expect(await world.transcript("assess", "heron")).toMatchInlineSnapshot(`
      "$ pledge assess heron
      Ana Gómez stands at 2, will act (from hearsay).
      [exit 0]"
    `);
    expect(world.questions()).toEqual(["Where do they stand, as you see it?", "How do you know?"]);
    const { stdout } = await world.pledge("assess", "heron", "--level", "5", "--json");
    expect(JSON.parse(stdout)).toEqual({
      v: 1,
      id: expect.any(String),
      assessment: { level: 5, basis: "conversation", day: "2026-11-22" },
    });
    const { person } = JSON.parse((await world.pledge("show", "heron", "--json")).stdout) as {
      readonly person: { readonly assessments: readonly { readonly level: number }[] };
    };
    expect(person.assessments.map(({ level }) => level)).toEqual([1, 2, 5]);
  });

  it("notes nothing for whoever cannot say yet", async () => {
    const { world, id } = await ready();
    world.answers(["cannot say yet"]);
    expect(await world.transcript("assess", id("Sam Poe").slice(0, 8))).toMatch(
      /! Nothing was noted\.\n\[exit 0\]$/u,
    );
  });

  it("takes 1 to 5 and no other level", async () => {
    const { world } = await ready();
    expect(await world.transcript("assess", "heron", "--level", "0")).toMatchInlineSnapshot(`
      "$ pledge assess heron --level 0
      ! pledge: error: option '--level <level>' argument '0' is invalid. Allowed choices are 1, 2, 3, 4, 5
      ! pledge: hint: see "pledge --help", or --help after a command
      [exit 2]"
    `);
    expect((await world.pledge("assess", "heron")).exitCode).toBe(2);
  });
});
